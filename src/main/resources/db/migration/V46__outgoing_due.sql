-- How long a target must wait is read from the index alone: the rows are large, and tens of
-- thousands of them may wait.
DROP INDEX outgoing_order;
CREATE INDEX outgoing_order ON outgoing (channel, target, lane, position, due) WHERE state = 0;
