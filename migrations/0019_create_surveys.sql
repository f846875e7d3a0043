-- Short surveys. Each comes once in a programme; who is asked is fixed when it opens.
CREATE TABLE survey (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    kind         TEXT NOT NULL CHECK (kind IN ('interim', 'final', 'follow-4', 'follow-12')),
    -- planned: who is asked is known, when is not yet; a survey that opens too late to be of use is never opened
    state        TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed')),
    -- mentors and mentees apart, or everybody together where each side alone has too few
    apart        INTEGER NOT NULL CHECK (apart IN (0, 1)),
    opens_at     INTEGER,
    closes_at    INTEGER,
    UNIQUE (programme_id, kind),
    CHECK (state = 'planned' OR (opens_at IS NOT NULL AND closes_at IS NOT NULL))
) STRICT;

-- One for each who is asked, made when the survey opens, erased when it closes. The answers are one value that is written
-- anew, so that no row tells who answered when or in which order.
CREATE TABLE survey_sheet (
    survey_id INTEGER NOT NULL REFERENCES survey,
    person_id INTEGER NOT NULL REFERENCES person,
    side      TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    -- JSON: items' numbers and options
    answers   TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(answers)),
    PRIMARY KEY (survey_id, person_id)
) STRICT;
CREATE INDEX survey_sheet_person ON survey_sheet (person_id);

-- What is shown of a survey, written once when it closes; every output reads this and nothing else (P7).
CREATE TABLE survey_cell (
    survey_id INTEGER NOT NULL REFERENCES survey,
    side      TEXT NOT NULL CHECK (side IN ('mentors', 'mentees', 'all')),
    item      INTEGER NOT NULL,
    -- how many were asked: a fact of the programme
    asked     INTEGER NOT NULL,
    -- JSON of domain::figures::survey::Shown
    shown     TEXT NOT NULL,
    PRIMARY KEY (survey_id, side, item)
) STRICT;

-- A pair's joint look-back in three lines, half-way and at the end; goes with the tandem. Who wrote it is not kept.
CREATE TABLE look_back (
    tandem_id INTEGER NOT NULL REFERENCES tandem,
    moment    TEXT NOT NULL CHECK (moment IN ('half', 'end')),
    worked    TEXT NOT NULL DEFAULT '',
    learned   TEXT NOT NULL DEFAULT '',
    changes   TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tandem_id, moment)
) STRICT;

-- Stay together, or new partners? Both are asked privately; the row goes when it is settled, and what each wished for with it.
CREATE TABLE stay_question (
    tandem_id    INTEGER PRIMARY KEY REFERENCES tandem,
    deadline     INTEGER NOT NULL,
    mentor_stays INTEGER CHECK (mentor_stays IN (0, 1)),
    mentee_stays INTEGER CHECK (mentee_stays IN (0, 1))
) STRICT;
