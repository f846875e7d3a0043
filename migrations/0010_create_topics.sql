-- The topic of a meeting, kept under the meeting before it: it can be picked before anything is planned, and stays where
-- it is when a meeting is moved.
CREATE TABLE topic (
    tandem_id     INTEGER NOT NULL REFERENCES tandem,
    -- the last meeting before; empty: the one picked for is the first
    after_meeting INTEGER REFERENCES meeting,
    -- of the catalogue, or in one's own words
    code          TEXT,
    words         TEXT,
    CHECK ((code IS NULL) <> (words IS NULL))
) STRICT;
CREATE UNIQUE INDEX topic_of ON topic (tandem_id, coalesce(after_meeting, 0));

-- Topics a programme has besides the catalogue.
CREATE TABLE programme_topic (
    programme_id INTEGER NOT NULL REFERENCES programme,
    words        TEXT NOT NULL,
    PRIMARY KEY (programme_id, words)
) STRICT;

-- What one of the two puts down for the next agenda.
CREATE TABLE point (
    id            INTEGER PRIMARY KEY,
    tandem_id     INTEGER NOT NULL REFERENCES tandem,
    author_id     INTEGER NOT NULL REFERENCES person,
    words         TEXT NOT NULL,
    -- the last meeting before it was put down: when a later one has passed, it was left over
    after_meeting INTEGER REFERENCES meeting,
    done          INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;
CREATE INDEX point_of ON point (tandem_id);

-- What the bot has brought up about a meeting, so that each comes once. A moved meeting gets its agenda anew.
CREATE TABLE brought_up (
    meeting_id INTEGER NOT NULL REFERENCES meeting,
    what       TEXT NOT NULL CHECK (what IN ('agenda', 'did-you-meet', 'ideas', 'half-way')),
    starts_at  INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, what, starts_at)
) STRICT;

-- What somebody wishes for and expects, for their partner to read.
CREATE TABLE wish (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment ON DELETE CASCADE,
    what         TEXT NOT NULL CHECK (what IN ('digital', 'matters', 'questions', 'learn', 'mentor-expects', 'mentee-expects')),
    words        TEXT NOT NULL,
    PRIMARY KEY (enrolment_id, what)
) STRICT;
