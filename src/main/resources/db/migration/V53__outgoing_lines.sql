-- What waits for each target is counted from the index alone, without opening what is sealed. To whom a row goes: 0 is not known
-- (rows of before), 1 somebody, 2 a group.
ALTER TABLE outgoing ADD COLUMN addressee INTEGER NOT NULL DEFAULT 0;
DROP INDEX outgoing_order;
CREATE INDEX outgoing_order ON outgoing (channel, target, lane, position, due, at, expires, aside, addressee) WHERE state = 0;
