-- The role that was named to whoever asked for support: whatever role reads calls later, this one alone reads theirs. Calls of
-- before were asked under the role that is set.
ALTER TABLE support_call ADD COLUMN role_id INTEGER;
UPDATE support_call SET role_id = (
    SELECT CASE support_call.reader WHEN 'coach' THEN server.coach_role ELSE server.coordinator_role END
    FROM programme JOIN server ON server.guild_id = programme.guild_id
    WHERE programme.id = support_call.programme_id
) WHERE text IS NOT NULL;
