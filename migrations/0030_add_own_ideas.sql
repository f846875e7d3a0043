-- Ideas for tasks of a programme's own, in both languages: for a topic of the catalogue, for one in the programme's words, or
-- for every topic. What is taken out keeps its number, which stands in buttons, and loses its words.
CREATE TABLE own_idea (
    id           INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programme,
    code         TEXT,
    words        TEXT,
    en           TEXT,
    de           TEXT,
    CHECK (code IS NULL OR words IS NULL),
    CHECK ((en IS NULL) = (de IS NULL))
) STRICT;

CREATE INDEX own_idea_programme ON own_idea (programme_id);
