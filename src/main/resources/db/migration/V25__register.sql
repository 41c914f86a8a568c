-- The register: what changed in households, people and sites, who did it and where it was said. Rows are never changed.
CREATE TABLE register_change (
  version      BIGINT NOT NULL,   -- from 1
  at           BIGINT NOT NULL,
  kind         ${key} NOT NULL,
  person       ${key} NOT NULL,   -- who did it; empty for a ledger
  conversation ${key} NOT NULL,   -- where it was said; empty for a ledger
  batch        ${bytes} NOT NULL, -- what its edits have in common
  PRIMARY KEY (version)
) ${compact};
CREATE UNIQUE INDEX register_change_batch ON register_change (batch);
CREATE INDEX register_change_person ON register_change (person, version);

-- Its edits, one for each household or site. They count from the moment on at which their batch has its change: a ledger
-- is laid out row by row, and taken in by one.
CREATE TABLE register_edit (
  number       ${key} NOT NULL,   -- of the household or site
  batch        ${bytes} NOT NULL,
  body         ${bytes} NOT NULL, -- sealed
  PRIMARY KEY (number, batch)
) ${compact};
CREATE INDEX register_edit_batch ON register_edit (batch);
