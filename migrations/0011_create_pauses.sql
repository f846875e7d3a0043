-- A pause of a tandem: nothing that the bot brings up by itself is posted meanwhile. Who set it is deliberately absent (D15).
CREATE TABLE pause (
    id          INTEGER PRIMARY KEY,
    tandem_id   INTEGER NOT NULL REFERENCES tandem,
    from_at     INTEGER NOT NULL,
    -- when it ends, or ended
    until_at    INTEGER NOT NULL,
    -- what came due meanwhile has been handed to the summary
    over        INTEGER NOT NULL DEFAULT 0 CHECK (over IN (0, 1)),
    -- it was ended before its day
    ended_early INTEGER NOT NULL DEFAULT 0 CHECK (ended_early IN (0, 1)),
    CHECK (from_at <= until_at)
) STRICT;
CREATE UNIQUE INDEX pause_open ON pause (tandem_id) WHERE over = 0;

-- Posts that came due during a pause: kept as kinds and references until one message has summed them up.
CREATE TABLE held_post (
    post_id    INTEGER PRIMARY KEY REFERENCES post ON DELETE CASCADE,
    pause_id   INTEGER NOT NULL REFERENCES pause,
    -- of no use after
    expires_at INTEGER
) STRICT;
CREATE INDEX held_post_pause ON held_post (pause_id);

-- Whether the bot brings it up by itself: such a row is held back when its tandem pauses before it is sent.
ALTER TABLE outbox ADD COLUMN planned INTEGER NOT NULL DEFAULT 0 CHECK (planned IN (0, 1));
