-- The closing event beside the kick-off, as a coordinator sets it; what was called off keeps its day, so that the calendar
-- file that takes it out is about the same entry.
ALTER TABLE programme ADD COLUMN kickoff_cancelled INTEGER NOT NULL DEFAULT 0 CHECK (kickoff_cancelled IN (0, 1));
ALTER TABLE programme ADD COLUMN closing_event_at INTEGER;
ALTER TABLE programme ADD COLUMN closing_event_place TEXT NOT NULL DEFAULT '';
ALTER TABLE programme ADD COLUMN closing_event_sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programme ADD COLUMN closing_event_changed_at INTEGER;
ALTER TABLE programme ADD COLUMN closing_event_cancelled INTEGER NOT NULL DEFAULT 0
    CHECK (closing_event_cancelled IN (0, 1));
