-- How many of the erasures that are remembered beside the file this database has carried out: a restored file has done
-- fewer, and makes up for them before the bot connects (P13).
ALTER TABLE installation ADD COLUMN erasures INTEGER NOT NULL DEFAULT 0;
-- Changes with every restore, so that a restored file never fetches an old message by its nonce (C1).
ALTER TABLE installation ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
-- In a backup: when it was made. Empty in the file at work.
ALTER TABLE installation ADD COLUMN backed_up_at INTEGER;

-- On how many good days the bot has seen a copy made before a migration; after seven it goes (P13).
CREATE TABLE kept_copy (
    name      TEXT PRIMARY KEY,
    good_days INTEGER NOT NULL
) STRICT;

-- What remains of an erased programme beside its released figures: how many took part, how many tandems began and ended.
CREATE TABLE programme_total (
    programme_id INTEGER NOT NULL REFERENCES programme,
    fact         TEXT NOT NULL CHECK (fact IN ('mentors', 'mentees', 'begun', 'ended')),
    value        INTEGER NOT NULL CHECK (value >= 0),
    PRIMARY KEY (programme_id, fact)
) STRICT;
