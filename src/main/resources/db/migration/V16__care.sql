-- In whose hands a matter is and when it is to be followed. Rows of the version before say nothing of it: then it is in the
-- hands of who opened it.
ALTER TABLE matter ADD COLUMN owner ${key} NOT NULL DEFAULT '';
ALTER TABLE matter ADD COLUMN every INTEGER NOT NULL DEFAULT 0;    -- days; 0: as its form says
ALTER TABLE matter ADD COLUMN due INTEGER NOT NULL DEFAULT 0;      -- a day; 0: never
ALTER TABLE matter ADD COLUMN deadline INTEGER NOT NULL DEFAULT 0; -- 1: that day stays when a step says nothing of it
CREATE INDEX matter_due ON matter (path, due) WHERE open = 1 AND due > 0;
CREATE INDEX matter_owner ON matter (owner) WHERE open = 1;
