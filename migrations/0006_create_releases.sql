-- Figures from inside tandems, written once when a period closes; every output reads this table and no other (P7).
CREATE TABLE release_period (
    programme_id INTEGER NOT NULL REFERENCES programme,
    number       INTEGER NOT NULL,
    starts_on    TEXT NOT NULL,
    ends_on      TEXT NOT NULL,
    PRIMARY KEY (programme_id, number)
) STRICT;

CREATE TABLE release_cell (
    programme_id INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    cell         TEXT NOT NULL,
    -- JSON of domain::figures::Released
    released     TEXT NOT NULL,
    PRIMARY KEY (programme_id, number, cell),
    FOREIGN KEY (programme_id, number) REFERENCES release_period
) STRICT;

-- What a programme's readers were told once and need not be told again.
CREATE TABLE told_once (
    programme_id INTEGER NOT NULL REFERENCES programme,
    what         TEXT NOT NULL,
    PRIMARY KEY (programme_id, what)
) STRICT;

-- A digest as it was made, so that its post can be rendered when sent and given again.
CREATE TABLE digest (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    made_at      INTEGER NOT NULL,
    -- JSON of domain::digest::Digest
    content      TEXT NOT NULL
) STRICT;
