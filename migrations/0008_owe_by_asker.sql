-- Whose owed reply it is, as a keyed hash: whoever goes on to something else is no longer owed it, so that saying the same
-- once more acts again (D4).
ALTER TABLE owed_reply ADD COLUMN asker BLOB;
