-- Who may speak to the door, and about what. Of a token only its SHA-256 is kept: it is random and has 256 bits.

INSERT INTO sequence (name, value) VALUES ('door_token', 0);
CREATE TABLE door_token (
    id {id},
    name TEXT NOT NULL,
    scopes INTEGER NOT NULL,   -- bits of core/domain/doortoken.h
    hash {blob} NOT NULL,
    hint TEXT NOT NULL,        -- its first characters, to tell it by
    created_at BIGINT NOT NULL,
    ends_at BIGINT,            -- it opens nothing from then on
    used_at BIGINT             -- about when it last opened something
);
