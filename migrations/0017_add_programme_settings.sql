-- What a coordinator settles about a programme beside the values of its first life.
ALTER TABLE programme ADD COLUMN aim TEXT NOT NULL DEFAULT '';
-- about how many hours a month it takes
ALTER TABLE programme ADD COLUMN hours INTEGER NOT NULL DEFAULT 3 CHECK (hours > 0);
-- who is admitted: months in the company, a role at Discord; and whether a coordinator approves those as well
ALTER TABLE programme ADD COLUMN least_months INTEGER CHECK (least_months >= 0);
ALTER TABLE programme ADD COLUMN most_months INTEGER CHECK (most_months > 0);
ALTER TABLE programme ADD COLUMN admission_role INTEGER;
ALTER TABLE programme ADD COLUMN approval INTEGER NOT NULL DEFAULT 1 CHECK (approval IN (0, 1));
ALTER TABLE programme ADD COLUMN mentor_favourites INTEGER NOT NULL DEFAULT 0 CHECK (mentor_favourites IN (0, 1));
ALTER TABLE programme ADD COLUMN briefing_required INTEGER NOT NULL DEFAULT 0 CHECK (briefing_required IN (0, 1));
-- new partners after so many weeks
ALTER TABLE programme ADD COLUMN rotation_weeks INTEGER CHECK (rotation_weeks > 0);
ALTER TABLE programme ADD COLUMN most_tandems INTEGER CHECK (most_tandems > 0);
-- whether the mentors get a channel of their own, and which it is once it is there
ALTER TABLE programme ADD COLUMN lounge INTEGER NOT NULL DEFAULT 0 CHECK (lounge IN (0, 1));
ALTER TABLE programme ADD COLUMN lounge_channel INTEGER;
ALTER TABLE programme ADD COLUMN kickoff_at INTEGER;
ALTER TABLE programme ADD COLUMN kickoff_place TEXT NOT NULL DEFAULT '';
-- for the calendar file: how often the kick-off was changed, and when last
ALTER TABLE programme ADD COLUMN kickoff_sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE programme ADD COLUMN kickoff_changed_at INTEGER;
-- an address by which people get onto the server, given by a coordinator (D12)
ALTER TABLE programme ADD COLUMN invite TEXT NOT NULL DEFAULT '';
-- the day on which it was closed: the deletion period counts from there
ALTER TABLE programme ADD COLUMN closed_on TEXT;
