-- Speed networking: people meet in rounds of a few minutes. Who met whom is needed for the favourites, and goes 14 days after
-- the sitting with everything else here; favourites themselves stay.
CREATE TABLE sitting (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    programme_id INTEGER NOT NULL REFERENCES programme,
    -- which one of the meetup it is: larger cohorts come in several, one after another
    number       INTEGER NOT NULL CHECK (number > 0),
    starts_at    INTEGER NOT NULL,
    state        TEXT NOT NULL
        CHECK (state IN ('planned', 'open', 'walking', 'moving', 'talking', 'ringing', 'over')),
    round        INTEGER NOT NULL DEFAULT 0 CHECK (round >= 0),
    -- the invitation in the programme's channel, once there is one
    invite_id    INTEGER REFERENCES post
) STRICT;
CREATE INDEX sitting_programme ON sitting (programme_id);

-- The lobby (number 0) and the rooms. AUTOINCREMENT above and here: what is on its way to Discord names these numbers.
CREATE TABLE sitting_space (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    sitting_id INTEGER NOT NULL REFERENCES sitting,
    number     INTEGER NOT NULL CHECK (number >= 0),
    channel_id INTEGER,
    UNIQUE (sitting_id, number)
) STRICT;
CREATE INDEX sitting_space_channel ON sitting_space (channel_id);

CREATE TABLE sitting_guest (
    sitting_id INTEGER NOT NULL REFERENCES sitting,
    person_id  INTEGER NOT NULL REFERENCES person,
    -- where they are now, as long as it is the lobby or a room; any other voice channel is nobody's business
    space_id   INTEGER REFERENCES sitting_space,
    -- rounds they have sat out; empty until they are there for the first time
    breaks     INTEGER CHECK (breaks >= 0),
    -- whether they have answered the question about favourites
    named      INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),
    PRIMARY KEY (sitting_id, person_id)
) STRICT;
CREATE INDEX sitting_guest_person ON sitting_guest (person_id);

-- Who is to meet whom, and whether they did. What did not come about goes when the sitting is over.
CREATE TABLE encounter (
    sitting_id INTEGER NOT NULL REFERENCES sitting,
    round      INTEGER NOT NULL CHECK (round > 0),
    space_id   INTEGER NOT NULL REFERENCES sitting_space,
    one_id     INTEGER NOT NULL REFERENCES person,
    other_id   INTEGER NOT NULL REFERENCES person,
    met        INTEGER NOT NULL DEFAULT 0 CHECK (met IN (0, 1)),
    PRIMARY KEY (sitting_id, round, space_id),
    UNIQUE (sitting_id, round, one_id),
    UNIQUE (sitting_id, round, other_id),
    CHECK (one_id < other_id)
) STRICT;
CREATE INDEX encounter_one ON encounter (one_id);
CREATE INDEX encounter_other ON encounter (other_id);

-- Mentors who take no part in speed networking.
CREATE TABLE sitting_absent (
    programme_id INTEGER NOT NULL REFERENCES programme,
    person_id    INTEGER NOT NULL REFERENCES person,
    PRIMARY KEY (programme_id, person_id)
) STRICT;
