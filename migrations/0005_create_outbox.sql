-- What is still to be made at Discord. Rows hold kind and references, are rendered when sent, and go in the
-- transaction that confirms them. Order is kept within a lane.
CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    lane         TEXT NOT NULL,
    -- whose digest tells when it cannot be delivered
    programme_id INTEGER REFERENCES programme,
    -- JSON of app::effect::Effect: a kind and its references
    effect       TEXT NOT NULL,
    -- coalesces: one waiting row per key
    key          TEXT UNIQUE,
    -- waits until that row is gone
    after_id     INTEGER,
    due_at       INTEGER NOT NULL,
    expires_at   INTEGER,
    state        TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'undeliverable')),
    attempts     INTEGER NOT NULL DEFAULT 0,
    -- an attempt that is open: committed before the request goes out (C1)
    attempted_at INTEGER,
    -- hash of what that attempt sends, to recognise it afterwards
    content_key  TEXT,
    retry_at     INTEGER NOT NULL DEFAULT 0,
    cause        TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (state, due_at);
CREATE INDEX outbox_lane ON outbox (lane, id);

-- The newest message of ours known in a channel: reconciliation looks at what came after it (C1).
CREATE TABLE channel_mark (
    channel_id INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL
) STRICT;

-- When a job is due next; a row, so that a restart loses nothing.
CREATE TABLE job (
    name    TEXT NOT NULL,
    subject INTEGER NOT NULL,
    due_at  INTEGER NOT NULL,
    PRIMARY KEY (name, subject)
) STRICT;
CREATE INDEX job_due ON job (due_at);
