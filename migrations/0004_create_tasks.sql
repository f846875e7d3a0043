CREATE TABLE task (
    id        INTEGER PRIMARY KEY,
    tandem_id INTEGER NOT NULL REFERENCES tandem,
    number    INTEGER NOT NULL,
    giver_id  INTEGER NOT NULL REFERENCES person,
    doer_id   INTEGER NOT NULL REFERENCES person,
    text      TEXT NOT NULL,
    due_on    TEXT,
    link      TEXT,
    state     TEXT NOT NULL CHECK (state IN ('open', 'worked', 'stuck', 'cancelled')),
    -- a vanished reaction undoes only a report that was made by reaction (D5)
    by_mark   INTEGER NOT NULL DEFAULT 0 CHECK (by_mark IN (0, 1)),
    note      TEXT,
    given_at  INTEGER NOT NULL,
    -- when the last word was said, for the agenda and the period's figures
    said_at   INTEGER,
    UNIQUE (tandem_id, number)
) STRICT;

-- The guiding questions a tandem was asked; none stands twice.
CREATE TABLE asked_question (
    id        INTEGER PRIMARY KEY,
    tandem_id INTEGER NOT NULL REFERENCES tandem,
    question  INTEGER NOT NULL,
    -- the run of the schedule that posted it (its due time); the successor of one passed on has none
    round     INTEGER,
    asked_at  INTEGER NOT NULL,
    passed_on INTEGER NOT NULL DEFAULT 0 CHECK (passed_on IN (0, 1)),
    UNIQUE (tandem_id, question),
    UNIQUE (tandem_id, round)
) STRICT;

-- The private 1-5. Who said it is needed to count people; the tandem is not, and is not kept.
CREATE TABLE rating (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    person_id    INTEGER NOT NULL REFERENCES person,
    value        INTEGER NOT NULL CHECK (value BETWEEN 1 AND 5),
    given_at     INTEGER NOT NULL
) STRICT;
