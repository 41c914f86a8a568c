-- Who looked at or took away records of people. Rows are never changed: each carries a keyed hash of itself and of the row
-- before, so that one that is changed or missing is found. Every run of a node writes a chain of its own, whose first row
-- names how far the others were.
CREATE TABLE audit (
  chain        ${key} NOT NULL,
  position     BIGINT NOT NULL,   -- from 1 without gaps
  at           BIGINT NOT NULL,
  kind         ${key} NOT NULL,
  person       ${key} NOT NULL,   -- who did it; empty for the command line and for the beginning of a chain
  conversation ${key} NOT NULL,   -- where it was asked; empty for the command line
  about        ${bytes} NOT NULL, -- sealed
  link         ${bytes} NOT NULL, -- keyed hash
  PRIMARY KEY (chain, position)
) ${compact};

-- The last row of each chain: a chain that ends before it was cut.
CREATE TABLE audit_head (
  chain        ${key} NOT NULL,
  position     BIGINT NOT NULL,
  link         ${bytes} NOT NULL,
  proof        ${bytes} NOT NULL, -- keyed hash of the others
  PRIMARY KEY (chain)
) ${compact};
