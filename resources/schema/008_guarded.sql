-- How Callboard shows receivers who it is, how their connections are made, and where targets and events came from.

-- One row for each target that differs from the default in any of this. What is sealed is sealed by the vault.
CREATE TABLE target_access (
    target_id {id} REFERENCES target (id),
    auth INTEGER NOT NULL,
    auth_user TEXT NOT NULL,
    auth_sealed {blob},
    token_url TEXT NOT NULL,
    token_scope TEXT NOT NULL,
    token_audience TEXT NOT NULL,
    secret_in_body INTEGER NOT NULL,
    authorities {blob} NOT NULL,
    pins TEXT NOT NULL, -- separated by spaces
    certificate {blob} NOT NULL,
    key_sealed {blob},
    proxy TEXT NOT NULL, -- http://HOST:PORT
    proxy_user TEXT NOT NULL,
    proxy_sealed {blob}
);

ALTER TABLE target ADD COLUMN origin INTEGER NOT NULL DEFAULT 0; -- 1: it came in through the door

-- Through how many Callboards an event came before this one.
ALTER TABLE event ADD COLUMN hops INTEGER NOT NULL DEFAULT 0;
