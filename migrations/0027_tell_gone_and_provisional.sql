-- Whether somebody was not found on the server. Until they are, nobody is paired with them; what they said about a new partner
-- is left as it was.
ALTER TABLE person ADD COLUMN gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1));

-- An enrolment that came with a pair proposed by hand: it goes when the proposal comes to nothing.
ALTER TABLE enrolment ADD COLUMN provisional INTEGER NOT NULL DEFAULT 0 CHECK (provisional IN (0, 1));
