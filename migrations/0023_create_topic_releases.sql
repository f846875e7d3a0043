-- How many tandems picked which topic, as far as it is shown: written once, when the programme is closed (P7).
CREATE TABLE topic_release (
    programme_id INTEGER NOT NULL REFERENCES programme,
    -- one of the catalogue, one of the programme's own ("own:…"), or "other" for words that the two found themselves
    topic        TEXT NOT NULL,
    released     TEXT NOT NULL,
    PRIMARY KEY (programme_id, topic)
) STRICT;
