-- Which group a timer is about that goes on in private with what was said there: channel/group; empty for all others.
ALTER TABLE timer ADD COLUMN about ${key} NOT NULL DEFAULT '';
