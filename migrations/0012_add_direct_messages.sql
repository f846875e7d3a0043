-- Whether somebody wants one sentence by direct message when something waits for them; 'closed' is a wish that Discord
-- did not let through, so that it is not tried again.
ALTER TABLE person ADD COLUMN direct TEXT NOT NULL DEFAULT 'off' CHECK (direct IN ('off', 'on', 'closed'));
-- Where those sentences stand, once Discord has opened it.
ALTER TABLE person ADD COLUMN direct_channel INTEGER;
-- When the last of them went out, whoever got it: they keep a distance.
ALTER TABLE installation ADD COLUMN direct_last INTEGER NOT NULL DEFAULT 0;
