-- The periods of a programme are laid down with its first tandem: where they begin and in which zone, so that later
-- changes of its dates or zone move none of them (P7).
ALTER TABLE programme ADD COLUMN periods_from TEXT;
ALTER TABLE programme ADD COLUMN periods_zone TEXT;

-- The period whose figures count that the question was talked about: reactions have no time of their own.
ALTER TABLE asked_question ADD COLUMN talked_in INTEGER;
