-- The cards that people were sent for a cause are found when it ends.
CREATE INDEX outgoing_card ON outgoing (cause, position) WHERE state IN (1, 5) AND cause <> '';
