-- The day on whose morning coordinators are told of it: nobody reads it before, so that the hour tells nothing. Empty for
-- what was told before days were kept.
ALTER TABLE concern ADD COLUMN told_on TEXT;
