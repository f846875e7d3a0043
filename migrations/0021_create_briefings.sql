-- Who has read the briefing of their side. When they did is nobody's business.
CREATE TABLE briefing (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment ON DELETE CASCADE,
    side         TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    PRIMARY KEY (enrolment_id, side)
) STRICT;

-- How many had read theirs when pairing began: written once (P7), and empty where it is not shown.
CREATE TABLE briefing_release (
    programme_id INTEGER PRIMARY KEY REFERENCES programme,
    readers      INTEGER CHECK (readers > 0)
) STRICT;

-- Guiding questions of a programme's own, in both languages. Tandems that were asked one go on seeing it.
CREATE TABLE own_question (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    en           TEXT NOT NULL,
    de           TEXT NOT NULL
) STRICT;

-- Questions that a programme does not ask any more, its own ones or those of the pool.
CREATE TABLE question_off (
    programme_id INTEGER NOT NULL REFERENCES programme,
    question     INTEGER NOT NULL,
    PRIMARY KEY (programme_id, question)
) STRICT;

-- Questions and concerns before the kick-off. Nothing tells whose they are: the number is drawn, no time is kept.
CREATE TABLE concern (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    words        TEXT NOT NULL
) STRICT;

-- What a coordinator announces. Until it is sent it is a draft, which goes after a day.
CREATE TABLE announcement (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    target       TEXT NOT NULL CHECK (target IN ('all', 'lounge')),
    words        TEXT NOT NULL,
    link         TEXT,
    file_name    TEXT,
    file         BLOB,
    sent         INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)),
    drafted_at   INTEGER NOT NULL,
    CHECK ((file IS NULL) = (file_name IS NULL))
) STRICT;

-- Whom the mentors' lounge lets in, as far as it was asked for.
CREATE TABLE lounge_member (
    programme_id INTEGER NOT NULL REFERENCES programme,
    person_id    INTEGER NOT NULL REFERENCES person,
    PRIMARY KEY (programme_id, person_id)
) STRICT;
