-- Times are INTEGER milliseconds since 1970 UTC, days are TEXT YYYY-MM-DD in the programme's zone, Discord's ids are INTEGER.
-- Nothing here names a person: Discord's id stands for them, and only while they take part.

CREATE TABLE installation (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    secret   BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;

CREATE TABLE server (
    guild_id         INTEGER PRIMARY KEY,
    coordinator_role INTEGER,
    coach_role       INTEGER,
    digest_channel   INTEGER,
    language         TEXT NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'de', 'de-x-formal'))
) STRICT;

CREATE TABLE person (
    id       INTEGER PRIMARY KEY,
    guild_id INTEGER NOT NULL REFERENCES server,
    user_id  INTEGER NOT NULL,
    language TEXT CHECK (language IN ('en', 'de')),
    UNIQUE (guild_id, user_id)
) STRICT;

-- A document is agreed to in a version; what was agreed to matters, the minute does not.
CREATE TABLE consent (
    person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
    document  TEXT NOT NULL CHECK (document IN ('notice', 'agreement')),
    version   INTEGER NOT NULL,
    PRIMARY KEY (person_id, document)
) STRICT;

-- Bare interaction ids, kept for an hour so that each acts once (P4).
CREATE TABLE seen_interaction (
    id      INTEGER PRIMARY KEY,
    seen_at INTEGER NOT NULL
) STRICT;

-- The outcome of a request whose private reply is not confirmed yet: the same request gets it again for 15 minutes (D4).
-- The key is a keyed hash, the outcome holds kinds and references, never a text.
CREATE TABLE owed_reply (
    key     BLOB PRIMARY KEY,
    outcome TEXT NOT NULL,
    until   INTEGER NOT NULL
) STRICT;
