-- Signatures of what is sent. Keys are sealed by the vault; an older one signs beside the newest until its time has come.

ALTER TABLE target ADD COLUMN signing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE target ADD COLUMN signing_header TEXT NOT NULL DEFAULT '';

CREATE TABLE target_signing_key (
    target_id BIGINT NOT NULL REFERENCES target (id),
    position INTEGER NOT NULL, -- 0 is the newest
    sealed {blob} NOT NULL,
    until BIGINT,
    PRIMARY KEY (target_id, position)
);
