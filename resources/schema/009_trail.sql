-- Who changed what, and every definition a target ever had.

-- `definition` is the target as JSON without any secret; `at` is when it became so. Rows begin with this schema, each
-- target with the definition it had then.
CREATE TABLE target_revision (
    target_id BIGINT NOT NULL,
    revision INTEGER NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL, -- empty: not known
    definition TEXT NOT NULL,
    PRIMARY KEY (target_id, revision)
);

-- Each row's hash covers the row and the hash before it, so that none can be changed or taken out unnoticed.
INSERT INTO sequence (name, value) VALUES ('trail', 0);
CREATE TABLE trail (
    id {id},
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL, -- target.changed, delivery.replayed, ...
    subject TEXT NOT NULL, -- its id; empty: the workspace
    summary TEXT NOT NULL, -- one line
    detail TEXT NOT NULL,  -- JSON
    hash {blob} NOT NULL
);
CREATE INDEX trail_by_subject ON trail (subject, id);
