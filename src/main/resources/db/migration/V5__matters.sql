-- What lives on after the record that opened it: hazards, relocations, cases, links. A row each time a record
-- changed one; the last version is how it stands. Who inserts a version first has made it.
CREATE TABLE matter (
  number       ${key} NOT NULL,
  version      INTEGER NOT NULL,
  letter       ${key} NOT NULL,
  opener       ${key} NOT NULL,   -- the number of the record that opened it
  person       ${key} NOT NULL,   -- who filed that record
  area         ${key} NOT NULL,
  path         ${key} NOT NULL,   -- the area with all that it lies in
  day          INTEGER NOT NULL,  -- when it was opened
  state        ${key} NOT NULL,   -- empty when the record does not open it any more
  open         INTEGER NOT NULL,  -- 1 while something is left to do
  remaining    BIGINT NOT NULL,   -- of its amount
  record       ${key} NOT NULL,   -- the number of the record that made this version
  author       ${key} NOT NULL,
  at           BIGINT NOT NULL,
  made         INTEGER NOT NULL,  -- the local day of at
  body         ${bytes} NOT NULL, -- sealed: what it is about, and the steps of records
  PRIMARY KEY (number, version)
) ${compact};
CREATE INDEX matter_letter ON matter (letter, path, day);
CREATE INDEX matter_record ON matter (record);
