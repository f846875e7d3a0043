-- Tips and insights that a tandem shares. Their numbers are drawn from a keyed hash: neither they nor the order of rows
-- tell the coordinators whose one without names is. Who of the two proposed it is not kept.
CREATE TABLE practice (
    id            INTEGER PRIMARY KEY,
    programme_id  INTEGER NOT NULL REFERENCES programme,
    tandem_id     INTEGER NOT NULL REFERENCES tandem,
    kind          TEXT NOT NULL CHECK (kind IN ('tip', 'insight')),
    state         TEXT NOT NULL CHECK (state IN ('proposed', 'dropped', 'ready', 'returned', 'released', 'withdrawn')),
    -- empty once it came to nothing or was withdrawn
    text          TEXT NOT NULL,
    link          TEXT,
    deadline      INTEGER NOT NULL,
    -- erased with the pair's result (P10)
    mentor_answer TEXT CHECK (mentor_answer IN ('named', 'unnamed', 'no')),
    mentee_answer TEXT CHECK (mentee_answer IN ('named', 'unnamed', 'no')),
    -- the pair's result: names only where both said so
    named         INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),
    -- what the coordinators said when they returned it
    remark        TEXT,
    CHECK (state = 'proposed' OR (mentor_answer IS NULL AND mentee_answer IS NULL))
) STRICT;

-- The file of a practice, under a name of ours: the author's own could tell who it is.
CREATE TABLE practice_file (
    practice_id INTEGER PRIMARY KEY REFERENCES practice ON DELETE CASCADE,
    name        TEXT NOT NULL,
    bytes       BLOB NOT NULL
) STRICT;

-- Where what was released is published; without it where the programme's card stands.
ALTER TABLE programme ADD COLUMN practice_channel INTEGER;

-- Remarks to pass on without a name (P18). Whose one is, is kept until it is passed on, to count people and to keep
-- one person from writing them all; no time is kept.
CREATE TABLE remark (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    person_id    INTEGER REFERENCES person,
    text         TEXT NOT NULL,
    -- the period at whose end it was passed on; with the next one it goes
    passed_in    INTEGER,
    CHECK ((person_id IS NULL) = (passed_in IS NOT NULL)),
    UNIQUE (programme_id, person_id, text)
) STRICT;
