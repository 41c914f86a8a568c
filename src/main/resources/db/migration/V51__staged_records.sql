-- Records of a ledger that nobody sees until their batch is taken in: laid out slice by slice, and copied into the tables of
-- their names by one transaction. The columns are those of these tables; what they were sealed for is the row there.
CREATE TABLE staged_submission (
  batch        ${bytes} NOT NULL,
  id           ${bytes} NOT NULL,
  revision     INTEGER NOT NULL,
  number       ${key} NOT NULL,
  form         ${key} NOT NULL,
  definition   ${key} NOT NULL,
  person       ${key} NOT NULL,
  area         ${key} NOT NULL,
  at           BIGINT NOT NULL,
  day          INTEGER NOT NULL,
  answers      ${bytes} NOT NULL, -- sealed
  PRIMARY KEY (batch, id, revision)
) ${compact};

CREATE TABLE staged_revision (
  batch        ${bytes} NOT NULL,
  submission   ${bytes} NOT NULL,
  revision     INTEGER NOT NULL,
  state        INTEGER NOT NULL,
  author       ${key} NOT NULL,
  person       ${key} NOT NULL,
  area         ${key} NOT NULL,
  at           BIGINT NOT NULL,
  why          ${bytes} NOT NULL, -- sealed
  answers      ${bytes} NOT NULL, -- sealed
  PRIMARY KEY (batch, submission, revision)
) ${compact};

CREATE TABLE staged_entry (
  batch        ${bytes} NOT NULL,
  submission   ${bytes} NOT NULL,
  revision     INTEGER NOT NULL,
  place        INTEGER NOT NULL,
  day          INTEGER NOT NULL,
  path         ${key} NOT NULL,
  measure      ${key} NOT NULL,
  dimension    ${key} NOT NULL,
  value        ${key} NOT NULL,
  subject      ${bytes} NOT NULL,
  amount       BIGINT NOT NULL,
  PRIMARY KEY (batch, submission, revision, place)
) ${compact};

CREATE TABLE staged_matter (
  batch        ${bytes} NOT NULL,
  number       ${key} NOT NULL,
  version      INTEGER NOT NULL,
  letter       ${key} NOT NULL,
  opener       ${key} NOT NULL,
  person       ${key} NOT NULL,
  area         ${key} NOT NULL,
  path         ${key} NOT NULL,
  day          INTEGER NOT NULL,
  state        ${key} NOT NULL,
  open         INTEGER NOT NULL,
  remaining    BIGINT NOT NULL,
  record       ${key} NOT NULL,
  author       ${key} NOT NULL,
  at           BIGINT NOT NULL,
  made         INTEGER NOT NULL,
  body         ${bytes} NOT NULL, -- sealed
  owner        ${key} NOT NULL,
  every        INTEGER NOT NULL,
  due          INTEGER NOT NULL,
  deadline     INTEGER NOT NULL,
  PRIMARY KEY (batch, number, version)
) ${compact};
