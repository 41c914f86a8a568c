-- What became of submissions after they were filed, a row each time. The submission itself is revision 1.
-- State: 1 corrected, 2 returned to its author, 3 withdrawn.
CREATE TABLE revision (
  submission   ${bytes} NOT NULL,
  revision     INTEGER NOT NULL,
  state        INTEGER NOT NULL,
  author       ${key} NOT NULL,   -- who filed the submission
  person       ${key} NOT NULL,   -- who made this revision
  area         ${key} NOT NULL,
  at           BIGINT NOT NULL,
  why          ${bytes} NOT NULL, -- sealed
  answers      ${bytes} NOT NULL, -- sealed
  PRIMARY KEY (submission, revision)
) ${compact};
CREATE INDEX revision_returned ON revision (author) WHERE state = 2;
