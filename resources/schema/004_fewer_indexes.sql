-- Every index costs each delivery something; these serve questions that others answer as well.

-- What a target was last told about an asset is found among the asset's newest deliveries.
DROP INDEX delivery_sent;

-- Most deliveries arrive: a list of those is read from the newest on, without an index.
DROP INDEX delivery_log;
CREATE INDEX delivery_log ON delivery (state, id) WHERE state >= 4 AND state <> 10;

DROP INDEX delivery_waiting;
DROP INDEX delivery_retrying;
CREATE INDEX delivery_due ON delivery (due_at, target_id) WHERE state < 4 AND state <> 1 AND state <> 2;
