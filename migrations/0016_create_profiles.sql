-- What somebody says about themselves when they take part in a programme; it goes with the enrolment.
CREATE TABLE profile (
    enrolment_id INTEGER PRIMARY KEY REFERENCES enrolment ON DELETE CASCADE,
    department   TEXT NOT NULL DEFAULT '',
    organisation TEXT NOT NULL DEFAULT '',
    -- which of the two languages they speak; neither while they have not said
    german       INTEGER NOT NULL DEFAULT 0 CHECK (german IN (0, 1)),
    english      INTEGER NOT NULL DEFAULT 0 CHECK (english IN (0, 1)),
    -- the first day of the month in which they joined the company
    since        TEXT,
    -- hours a month they have for it
    hours        INTEGER CHECK (hours > 0),
    -- how many tandems a mentor takes
    capacity     INTEGER NOT NULL DEFAULT 1 CHECK (capacity > 0),
    -- an optional code out of the invitation list: people of one reporting line are not paired (P18)
    line         TEXT NOT NULL DEFAULT ''
) STRICT;

-- Topics they would like to work on: codes of the catalogue, or the programme's own words.
CREATE TABLE profile_topic (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment ON DELETE CASCADE,
    topic        TEXT NOT NULL,
    PRIMARY KEY (enrolment_id, topic)
) STRICT;

-- Whom somebody would rather not be paired with. Secret: only its author is ever shown it. An account instead of a person
-- of ours, so that being named here makes nobody known who has not enrolled.
CREATE TABLE rather_not (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment ON DELETE CASCADE,
    user_id      INTEGER NOT NULL,
    PRIMARY KEY (enrolment_id, user_id)
) STRICT;

-- Answers of somebody who has begun to enrol and not finished; nothing else is known of them yet (D11).
CREATE TABLE draft (
    programme_id INTEGER NOT NULL REFERENCES programme,
    user_id      INTEGER NOT NULL,
    answers      TEXT NOT NULL,
    until        INTEGER NOT NULL,
    PRIMARY KEY (programme_id, user_id)
) STRICT;

-- Somebody a coordinator invited: no enrolment, and deleted after 14 days (P18) or when they take part.
CREATE TABLE invitation (
    programme_id INTEGER NOT NULL REFERENCES programme,
    user_id      INTEGER NOT NULL,
    role         TEXT CHECK (role IN ('mentor', 'mentee', 'both')),
    department   TEXT NOT NULL DEFAULT '',
    organisation TEXT NOT NULL DEFAULT '',
    line         TEXT NOT NULL DEFAULT '',
    german       INTEGER NOT NULL DEFAULT 0 CHECK (german IN (0, 1)),
    english      INTEGER NOT NULL DEFAULT 0 CHECK (english IN (0, 1)),
    until        INTEGER NOT NULL,
    PRIMARY KEY (programme_id, user_id)
) STRICT;

-- Somebody whose enrolment could not be taken: kept for 14 days, so that they can be told. No reason is stored.
CREATE TABLE turned_down (
    programme_id INTEGER NOT NULL REFERENCES programme,
    user_id      INTEGER NOT NULL,
    until        INTEGER NOT NULL,
    PRIMARY KEY (programme_id, user_id)
) STRICT;

-- The day a document was agreed to; empty for what was agreed to before days were kept.
ALTER TABLE consent ADD COLUMN given_on TEXT;
