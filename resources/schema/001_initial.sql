-- Tokens in braces differ between databases: {id} is a 64-bit primary key, {blob} holds bytes. Times are milliseconds
-- since 1970 UTC; enumerations carry the numbers of core/domain. Ids come from `sequence`, so that they are known
-- before the rows are written and are never used twice.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE sequence (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO sequence (name, value) VALUES ('target', 0);
INSERT INTO sequence (name, value) VALUES ('event', 0);
INSERT INTO sequence (name, value) VALUES ('delivery', 0);
INSERT INTO sequence (name, value) VALUES ('attempt', 0);

CREATE TABLE target (
    id {id},
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE, -- the name in lower case: names are told apart without regard to case
    position INTEGER NOT NULL,
    url TEXT NOT NULL,
    method INTEGER NOT NULL,
    format INTEGER NOT NULL,
    source INTEGER NOT NULL,
    triggers INTEGER NOT NULL,
    state INTEGER NOT NULL,
    state_reason TEXT NOT NULL,
    scope_kind INTEGER NOT NULL,
    scope_id TEXT NOT NULL,
    coalesce_ms BIGINT NOT NULL,
    pipelining INTEGER NOT NULL,
    ordered INTEGER NOT NULL,
    allow_private INTEGER NOT NULL,
    connect_timeout_ms BIGINT NOT NULL,
    total_timeout_ms BIGINT NOT NULL,
    retry TEXT NOT NULL,
    max_in_flight INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    removed_at BIGINT -- the row stays, since the log points at it; a removed target's name_key is its id
);

CREATE TABLE target_header (
    target_id BIGINT NOT NULL REFERENCES target (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL, -- empty where secret
    secret INTEGER NOT NULL,
    enabled INTEGER NOT NULL,
    sealed {blob},
    PRIMARY KEY (target_id, position)
);

-- `owed` is the number of deliveries that had to carry this event when it came in: what audit counts against.
CREATE TABLE event (
    id {id},
    source TEXT NOT NULL,
    source_id TEXT NOT NULL,
    type TEXT NOT NULL,
    trigger_kind INTEGER NOT NULL,
    asset TEXT NOT NULL,
    project TEXT NOT NULL,
    time TEXT NOT NULL,
    data_content_type TEXT NOT NULL,
    data {blob} NOT NULL,
    fingerprint {blob} NOT NULL,
    received_at BIGINT NOT NULL,
    owed INTEGER NOT NULL,
    UNIQUE (source, source_id)
);

CREATE TABLE delivery (
    id {id},
    target_id BIGINT NOT NULL REFERENCES target (id),
    asset TEXT NOT NULL,
    trigger_kind INTEGER NOT NULL,
    first_event BIGINT NOT NULL,
    latest_event BIGINT NOT NULL,
    merged INTEGER NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    status INTEGER NOT NULL,
    error TEXT NOT NULL,
    cause TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    finished_at BIGINT,
    replay_of BIGINT,
    superseded_by BIGINT
);
-- Every index serves one question, and none covers `state` for the open states: the planner would take it for every
-- query that names a state, and walk the whole backlog. `state < 10` and `state >= 4` are written out in the queries.
CREATE INDEX delivery_open ON delivery (target_id, asset, id) WHERE state < 10;         -- what else an asset is owed
CREATE INDEX delivery_ready ON delivery (target_id, due_at, id) WHERE state IN (0, 1, 3); -- what a target may send now
CREATE INDEX delivery_waiting ON delivery (due_at) WHERE state = 0;                     -- when to wake up
CREATE INDEX delivery_retrying ON delivery (due_at) WHERE state = 3;
CREATE INDEX delivery_log ON delivery (state, id) WHERE state >= 4;                     -- lists of what is held or final
CREATE INDEX delivery_by_target ON delivery (target_id, id);
CREATE INDEX delivery_replays ON delivery (replay_of) WHERE replay_of IS NOT NULL;

-- Every event a delivery carries, the newest included. Replays have none: they point at what they repeat.
CREATE TABLE delivery_event (
    delivery_id BIGINT NOT NULL REFERENCES delivery (id),
    event_id BIGINT NOT NULL REFERENCES event (id),
    PRIMARY KEY (delivery_id, event_id)
);
CREATE INDEX delivery_event_by_event ON delivery_event (event_id);

-- Written before the request leaves (outcome 0), completed when its answer is known. A request body equal to that of
-- the attempt before is stored as NULL.
CREATE TABLE attempt (
    id {id},
    delivery_id BIGINT NOT NULL REFERENCES delivery (id),
    number INTEGER NOT NULL,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    target_revision INTEGER NOT NULL,
    url TEXT NOT NULL,
    outcome INTEGER NOT NULL,
    error_class INTEGER NOT NULL,
    error_text TEXT NOT NULL,
    status INTEGER NOT NULL,
    request_head {blob} NOT NULL,
    request_body {blob},
    response_head {blob},
    response_body {blob},
    response_size BIGINT NOT NULL,
    truncated INTEGER NOT NULL,
    remote_address TEXT NOT NULL,
    resolved_us BIGINT,
    connected_us BIGINT,
    encrypted_us BIGINT,
    sent_us BIGINT,
    first_byte_us BIGINT,
    done_us BIGINT
);
CREATE INDEX attempt_by_delivery ON attempt (delivery_id, number);
CREATE INDEX attempt_pending ON attempt (id) WHERE outcome = 0;
