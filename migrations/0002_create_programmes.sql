CREATE TABLE programme (
    id                INTEGER PRIMARY KEY,
    guild_id          INTEGER NOT NULL REFERENCES server,
    name              TEXT NOT NULL,
    template          TEXT NOT NULL CHECK (template IN ('six', 'year', 'shadow', 'pilot', 'apprentice')),
    phase             TEXT NOT NULL CHECK (phase IN ('draft', 'enrolling', 'pairing', 'kickoff', 'running', 'closing', 'closed', 'erased')),
    language          TEXT NOT NULL CHECK (language IN ('en', 'de', 'de-x-formal')),
    zone              TEXT NOT NULL,
    starts_on         TEXT NOT NULL,
    ends_on           TEXT NOT NULL,
    meetings          INTEGER NOT NULL CHECK (meetings > 0),
    question_schedule TEXT NOT NULL,
    digest_schedule   TEXT NOT NULL,
    quiet_from        TEXT NOT NULL,
    quiet_to          TEXT NOT NULL,
    k                 INTEGER NOT NULL CHECK (k >= 5),
    -- how long a period is, in weeks; chosen when the programme starts (P7)
    period_weeks      INTEGER CHECK (period_weeks IN (1, 4)),
    deletion_days     INTEGER NOT NULL CHECK (deletion_days > 0),
    mentee_assigns    INTEGER NOT NULL CHECK (mentee_assigns IN (0, 1)),
    sponsor           TEXT NOT NULL DEFAULT '',
    contact           TEXT NOT NULL DEFAULT '',
    card_channel      INTEGER NOT NULL,
    digest_channel    INTEGER NOT NULL,
    UNIQUE (guild_id, name)
) STRICT;

CREATE TABLE enrolment (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    person_id    INTEGER NOT NULL REFERENCES person,
    role         TEXT NOT NULL CHECK (role IN ('mentor', 'mentee', 'both')),
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'approved')),
    -- stop, break, pause and silence are one state, not available (P3)
    available    INTEGER NOT NULL DEFAULT 1 CHECK (available IN (0, 1)),
    UNIQUE (programme_id, person_id)
) STRICT;

-- A proposed pair. Answers stay until the deadline and are erased with it (P10).
CREATE TABLE proposal (
    id            INTEGER PRIMARY KEY,
    programme_id  INTEGER NOT NULL REFERENCES programme,
    mentor_id     INTEGER NOT NULL REFERENCES person,
    mentee_id     INTEGER NOT NULL REFERENCES person,
    deadline      INTEGER NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'lapsed')),
    mentor_answer INTEGER CHECK (mentor_answer IN (0, 1)),
    mentee_answer INTEGER CHECK (mentee_answer IN (0, 1)),
    CHECK (state = 'open' OR (mentor_answer IS NULL AND mentee_answer IS NULL))
) STRICT;
CREATE UNIQUE INDEX proposal_open_pair ON proposal (programme_id, mentor_id, mentee_id) WHERE state = 'open';
