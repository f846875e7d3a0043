-- A round of pairing: first a plan that coordinators look at and change, then people are asked, then the results are there.
-- A programme has one plan at a time; late joiners get a round of their own.
CREATE TABLE match_round (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    state        TEXT NOT NULL CHECK (state IN ('plan', 'asking', 'opening', 'done')),
    -- whether it is proven that no plan is better
    proven       INTEGER NOT NULL DEFAULT 1 CHECK (proven IN (0, 1)),
    -- until when people answer; empty as long as it is a plan
    deadline     INTEGER,
    -- for how many tandems there was room when all of its were to open and could not; empty otherwise
    room         INTEGER
) STRICT;
CREATE UNIQUE INDEX match_round_plan ON match_round (programme_id) WHERE state = 'plan';

-- The pairs of a plan; they become proposals when people are asked, and go.
CREATE TABLE match_pair (
    round_id  INTEGER NOT NULL REFERENCES match_round,
    mentor_id INTEGER NOT NULL REFERENCES person,
    mentee_id INTEGER NOT NULL REFERENCES person,
    PRIMARY KEY (round_id, mentee_id)
) STRICT;

-- Pairs that coordinators hold, and pairs that they bar, whichever way round. Wishes that people keep secret are never here.
CREATE TABLE match_lock (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    mentor_id    INTEGER NOT NULL REFERENCES person,
    mentee_id    INTEGER NOT NULL REFERENCES person,
    UNIQUE (programme_id, mentee_id)
) STRICT;
CREATE TABLE match_bar (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    one_id       INTEGER NOT NULL REFERENCES person,
    other_id     INTEGER NOT NULL REFERENCES person,
    CHECK (one_id < other_id),
    UNIQUE (programme_id, one_id, other_id)
) STRICT;

-- Whom somebody would like to be paired with, the dearest first. Private: it counts, and is shown to nobody.
CREATE TABLE favourite (
    programme_id INTEGER NOT NULL REFERENCES programme,
    person_id    INTEGER NOT NULL REFERENCES person,
    favourite_id INTEGER NOT NULL REFERENCES person,
    rank         INTEGER NOT NULL CHECK (rank > 0),
    PRIMARY KEY (programme_id, person_id, favourite_id),
    CHECK (person_id <> favourite_id)
) STRICT;

-- Whose round a proposal belongs to; pairs by hand have none and open at once. Both accepted in a round: the tandem opens
-- after the deadline, as soon as there is room for all of the round.
ALTER TABLE proposal ADD COLUMN round_id INTEGER REFERENCES match_round;
ALTER TABLE proposal ADD COLUMN to_open INTEGER NOT NULL DEFAULT 0 CHECK (to_open IN (0, 1));
CREATE INDEX proposal_round ON proposal (round_id);
-- Which round a tandem came out of, so that coordinators see how many of it are open.
ALTER TABLE tandem ADD COLUMN round_id INTEGER REFERENCES match_round;
