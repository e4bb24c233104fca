-- Limits and brakes, rules as they were at any event, counts without counting, a shorter life of the common delivery.

ALTER TABLE target ADD COLUMN rate TEXT NOT NULL DEFAULT ''; -- 50/s; empty: no limit

-- What a target wanted, from one event on until its next row: with it everyone who was not called, and why, can be said
-- for every event there ever was, without a row for it. Rows begin with this schema.
CREATE TABLE target_rule (
    target_id BIGINT NOT NULL,
    since_event BIGINT NOT NULL,
    name TEXT NOT NULL,
    state INTEGER NOT NULL,
    triggers INTEGER NOT NULL,
    scope_kind INTEGER NOT NULL,
    scope_id TEXT NOT NULL,
    source INTEGER NOT NULL,
    relay INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (target_id, since_event)
);
INSERT INTO target_rule (target_id, since_event, name, state, triggers, scope_kind, scope_id, source, relay, removed)
    SELECT id, (SELECT value + 1 FROM sequence WHERE name = 'event'), name, state, triggers, scope_kind, scope_id,
    source, relay, removed_at IS NOT NULL FROM target;

-- A target that fails: since when, and its circuit. No row: all is well.
CREATE TABLE target_health (
    target_id {id},
    failing_since BIGINT NOT NULL,
    circuit_open INTEGER NOT NULL,
    probes INTEGER NOT NULL -- that failed in a row
);

-- Deliveries by target and state, kept with every change: a count is one look-up.
CREATE TABLE tally (
    target_id BIGINT NOT NULL,
    state INTEGER NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (target_id, state)
);
INSERT INTO tally (target_id, state, n) SELECT target_id, state, COUNT(*) FROM delivery GROUP BY target_id, state;

-- Sums over the whole life of the workspace, pruned history included.
CREATE TABLE total (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO total (name, value) SELECT 'owed', COALESCE(SUM(owed), 0) FROM event;
INSERT INTO total (name, value) SELECT 'outcomes', COUNT(*) FROM delivery_event;
INSERT INTO total (name, value) VALUES ('pruned', 0); -- event × target pairs whose history is gone

-- From here on delivery_event names what a delivery carries beyond its first event.
DELETE FROM delivery_event WHERE event_id = (SELECT first_event FROM delivery WHERE id = delivery_id);
CREATE INDEX delivery_by_event ON delivery (first_event) WHERE replay_of IS NULL;

-- A condition with IN is looked up in a table made anew for every row that is written: 50 µs of it.
DROP INDEX delivery_ready;
CREATE INDEX delivery_ready ON delivery (target_id, due_at, id) WHERE state < 4 AND state <> 2;
CREATE INDEX delivery_held ON delivery (target_id, id) WHERE state = 4; -- what to release, oldest first

-- The targets that something becomes due for, without a look at the rows.
DROP INDEX delivery_waiting;
DROP INDEX delivery_retrying;
CREATE INDEX delivery_waiting ON delivery (due_at, target_id) WHERE state = 0;
CREATE INDEX delivery_retrying ON delivery (due_at, target_id) WHERE state = 3;
