-- A meeting of a tandem. That it is over is a matter of the clock and not stored.
CREATE TABLE meeting (
    id         INTEGER PRIMARY KEY,
    tandem_id  INTEGER NOT NULL REFERENCES tandem,
    starts_at  INTEGER NOT NULL,
    minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 15 AND 720),
    -- a place, or the link of a call; in the two people's own words
    place      TEXT NOT NULL DEFAULT '',
    -- who planned or moved it has confirmed by that
    mentor_ok  INTEGER NOT NULL DEFAULT 0 CHECK (mentor_ok IN (0, 1)),
    mentee_ok  INTEGER NOT NULL DEFAULT 0 CHECK (mentee_ok IN (0, 1)),
    -- whose confirmation was given by reaction: only that one goes with a vanished reaction (D5)
    by_mark    TEXT CHECK (by_mark IN ('mentor', 'mentee')),
    cancelled  INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
    -- the calendar file's SEQUENCE, and whether one has gone out that a later one has to update or remove
    sequence   INTEGER NOT NULL DEFAULT 0,
    filed      INTEGER NOT NULL DEFAULT 0 CHECK (filed IN (0, 1)),
    planned_at INTEGER NOT NULL,
    -- when it was last planned, moved, confirmed or cancelled: the calendar file's DTSTAMP, equal whenever it is rendered
    changed_at INTEGER NOT NULL,
    -- when one of the two said that it took place; empty is unknown, never "missed"
    held_at    INTEGER
) STRICT;
CREATE INDEX meeting_of ON meeting (tandem_id, starts_at);

-- Three dates the bot proposed because nothing was planned in time; once for each gap.
CREATE TABLE meeting_offer (
    id        INTEGER PRIMARY KEY,
    tandem_id INTEGER NOT NULL REFERENCES tandem,
    -- the gap: since which meeting (its beginning), or since the opening, nothing was planned
    since     INTEGER NOT NULL,
    first     INTEGER NOT NULL,
    second    INTEGER NOT NULL,
    third     INTEGER NOT NULL,
    UNIQUE (tandem_id, since)
) STRICT;
