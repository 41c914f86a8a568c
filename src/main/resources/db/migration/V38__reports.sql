-- Numbers as they were given to people, and as they know them now.
CREATE TABLE report (
  number       ${key} NOT NULL PRIMARY KEY,
  at           BIGINT NOT NULL,
  person       ${key} NOT NULL,   -- who asked
  content      ${bytes} NOT NULL, -- sealed
  told         ${bytes} NOT NULL  -- sealed: the numbers as they were told last
) ${compact};
CREATE INDEX report_at ON report (at);

-- What was corrected and withdrawn lately.
CREATE INDEX revision_at ON revision (at);
