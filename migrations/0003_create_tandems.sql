-- Categories the bot opened; a category holds 50 channels.
CREATE TABLE category (
    id         INTEGER PRIMARY KEY,
    guild_id   INTEGER NOT NULL REFERENCES server,
    number     INTEGER NOT NULL,
    channel_id INTEGER UNIQUE,
    UNIQUE (guild_id, number)
) STRICT;

CREATE TABLE tandem (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    mentor_id    INTEGER NOT NULL REFERENCES person,
    mentee_id    INTEGER NOT NULL REFERENCES person,
    category_id  INTEGER NOT NULL REFERENCES category,
    -- a neutral pair of words
    name         TEXT NOT NULL,
    language     TEXT NOT NULL CHECK (language IN ('en', 'de', 'de-x-formal')),
    -- the second language of the welcome, where the two have none in common as their first
    also         TEXT CHECK (also IN ('en', 'de', 'de-x-formal')),
    state        TEXT NOT NULL CHECK (state IN ('opening', 'open', 'ended', 'hidden', 'gone')),
    channel_id   INTEGER UNIQUE,
    opened_at    INTEGER NOT NULL,
    ended_at     INTEGER,
    -- what each wants after the ending: 1 a new tandem, 0 not now; no time is kept (P3)
    mentor_next  INTEGER CHECK (mentor_next IN (0, 1)),
    mentee_next  INTEGER CHECK (mentee_next IN (0, 1)),
    next_settled INTEGER NOT NULL DEFAULT 0 CHECK (next_settled IN (0, 1)),
    CHECK (mentor_id <> mentee_id),
    CHECK ((state IN ('opening', 'open')) = (ended_at IS NULL))
) STRICT;

-- Word pairs are never used twice in a server (C3).
CREATE TABLE room_name (
    guild_id INTEGER NOT NULL REFERENCES server,
    name     TEXT NOT NULL,
    PRIMARY KEY (guild_id, name)
) STRICT;

-- A message of ours that is still of use: to edit, to pin, to read reactions from, to delete.
-- Its ids are empty until Discord has confirmed it.
CREATE TABLE post (
    id         INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL,
    tandem_id  INTEGER REFERENCES tandem,
    subject    INTEGER,
    channel_id INTEGER,
    message_id INTEGER UNIQUE
) STRICT;
CREATE INDEX post_subject ON post (kind, subject);
CREATE INDEX post_tandem ON post (tandem_id);

-- Reactions of the two on a post of ours, as last seen (D5).
CREATE TABLE mark (
    post_id   INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person,
    emoji     TEXT NOT NULL,
    PRIMARY KEY (post_id, person_id, emoji)
) STRICT;
