-- Mail, encoders, projects and assets; windows that adapt; replays of the same bytes or of the latest state.

ALTER TABLE target ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE target ADD COLUMN coalesce_longest_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE target ADD COLUMN relay INTEGER NOT NULL DEFAULT 0;
ALTER TABLE target ADD COLUMN connections INTEGER NOT NULL DEFAULT 4;
ALTER TABLE target ADD COLUMN pipeline_depth INTEGER NOT NULL DEFAULT 8;

ALTER TABLE delivery ADD COLUMN window_ms BIGINT NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN window_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN replay_content INTEGER NOT NULL DEFAULT 0;
CREATE INDEX delivery_sent ON delivery (target_id, asset, id) WHERE state = 10; -- what was a target last told
CREATE INDEX delivery_by_asset ON delivery (asset, id); -- the log of one asset

ALTER TABLE attempt ADD COLUMN note TEXT NOT NULL DEFAULT '';

CREATE INDEX event_by_asset ON event (asset, id); -- an asset's present record

-- Only assets published here have a row; any asset that an event named is known by its events.
CREATE TABLE asset (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL,
    content_type TEXT NOT NULL,
    record {blob} NOT NULL,
    created_at BIGINT NOT NULL,
    after_event BIGINT NOT NULL -- the newest event there was: its place in the order of assets until it has its own
);

-- What names an asset elsewhere: an encoder's job, a platform's video.
CREATE TABLE asset_link (
    kind INTEGER NOT NULL,
    value TEXT NOT NULL,
    asset TEXT NOT NULL,
    PRIMARY KEY (kind, value)
);

INSERT INTO sequence (name, value) VALUES ('notification', 0);
CREATE TABLE notification (
    id {id},
    encoder INTEGER NOT NULL,
    notification_key TEXT NOT NULL, -- job, part and state: an encoder repeats itself
    asset TEXT NOT NULL,            -- empty: it matched none
    pass_through TEXT NOT NULL,
    job_id TEXT NOT NULL,
    video_id TEXT NOT NULL,
    part TEXT NOT NULL,
    state TEXT NOT NULL,
    error TEXT NOT NULL,
    triggers INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    body {blob} NOT NULL,
    received_at BIGINT NOT NULL,
    repeats INTEGER NOT NULL,
    UNIQUE (encoder, notification_key)
);
CREATE INDEX notification_by_asset ON notification (asset, id);
CREATE INDEX notification_unmatched ON notification (encoder, job_id) WHERE asset = '';

CREATE TABLE project (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    target_id BIGINT -- of its Media Callback URL
);
