-- Messages leave by lane, most urgent first: 0 emergency, 1 reply, 2 notice, 3 digest. Expires 0: never.
-- State: 0 waits, 1 accepted, 2 refused, 3 expired, 4 cancelled, 5 accepted but not for everybody.
ALTER TABLE outgoing ADD COLUMN lane INTEGER NOT NULL DEFAULT 1;
ALTER TABLE outgoing ADD COLUMN expires BIGINT NOT NULL DEFAULT 0; -- on the clock of the nodes
ALTER TABLE outgoing ADD COLUMN cause ${key} NOT NULL DEFAULT '';  -- what ends it cancels the row
ALTER TABLE outgoing ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;  -- 1: it lets later ones pass
ALTER TABLE outgoing ADD COLUMN settled BIGINT NOT NULL DEFAULT 0; -- on the clock of the nodes
ALTER TABLE outgoing ADD COLUMN receipt ${bytes} NOT NULL DEFAULT ''; -- sealed: handle, who was not reached
CREATE INDEX outgoing_ready ON outgoing (lane, due, position, at) WHERE state = 0;
CREATE INDEX outgoing_order ON outgoing (channel, target, lane, position) WHERE state = 0;
CREATE INDEX outgoing_leased ON outgoing (lease) WHERE state = 0 AND lease > 0;
CREATE INDEX outgoing_cause ON outgoing (cause) WHERE state = 0 AND cause <> '';
CREATE INDEX outgoing_resting ON outgoing (position) WHERE state IN (2, 3, 5);
DROP INDEX outgoing_target;
