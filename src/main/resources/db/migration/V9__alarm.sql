-- What is wrong now, so that all nodes together tell it once an hour.
CREATE TABLE alarm (
  cause        ${key} NOT NULL PRIMARY KEY,
  since        BIGINT NOT NULL,   -- on the clock of the nodes
  told         BIGINT NOT NULL
) ${compact};

-- Messages with which something went wrong are few among those that went well.
CREATE INDEX outgoing_trouble ON outgoing (code, position) WHERE code <> '';
