-- Somebody cannot reach their partner: the room was asked whether there is still time, and later a new tandem is offered.
CREATE TABLE reach_call (
    id        INTEGER PRIMARY KEY,
    tandem_id INTEGER NOT NULL REFERENCES tandem,
    -- for the period's figures
    asked_at  INTEGER NOT NULL,
    offered   INTEGER NOT NULL DEFAULT 0 CHECK (offered IN (0, 1)),
    -- whoever asked, as a keyed hash: erased the moment it is resolved (P1)
    asker     BLOB CHECK (length(asker) = 32)
) STRICT;
CREATE UNIQUE INDEX reach_call_open ON reach_call (tandem_id) WHERE asker IS NOT NULL;

-- Somebody asks for support. Who it was and their words are erased when it is closed; the rest counts in its period.
CREATE TABLE support_call (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    tandem_id    INTEGER REFERENCES tandem,
    asked_at     INTEGER NOT NULL,
    -- who was named to the asker as its reader
    reader       TEXT NOT NULL CHECK (reader IN ('coach', 'coordinator')),
    taken        INTEGER NOT NULL DEFAULT 0 CHECK (taken IN (0, 1)),
    person_id    INTEGER REFERENCES person,
    text         TEXT,
    CHECK ((person_id IS NULL) = (text IS NULL))
) STRICT;
CREATE INDEX support_call_programme ON support_call (programme_id);

-- Where coaches find calls for support; without it coordinators get them.
ALTER TABLE server ADD COLUMN coach_channel INTEGER;

-- How often a task got stuck; the second time help is offered, once.
ALTER TABLE task ADD COLUMN stuck_times INTEGER NOT NULL DEFAULT 0 CHECK (stuck_times >= 0);
