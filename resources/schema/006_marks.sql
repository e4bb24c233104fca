-- What operators say about deliveries, and where a replay goes that is not sent to its target's address.

-- Marked or noted; such a delivery stays in the history for as long as its row is here.
CREATE TABLE delivery_mark (
    delivery_id {id},
    marked INTEGER NOT NULL,
    note TEXT NOT NULL, -- one line; empty: none
    changed_at BIGINT NOT NULL
);

-- In a table of its own, since few have one and every delivery would pay for a column.
CREATE TABLE replay_address (
    delivery_id {id},
    url TEXT NOT NULL
);
