-- Campaigns. A row each time something happened to one; the last version is how it stands. Who inserts a version first has made
-- it.
CREATE TABLE campaign (
  number       ${key} NOT NULL,
  version      INTEGER NOT NULL,
  stage        INTEGER NOT NULL,  -- 0 shown to who would begin it, 1 begun, 2 shown to who would end it, 3 dropped
  start        BIGINT NOT NULL,
  finish       BIGINT NOT NULL,   -- when it is over; 0 while nobody knows
  person       ${key} NOT NULL,   -- who made this version; empty where a notice did
  at           BIGINT NOT NULL,
  body         ${bytes} NOT NULL, -- sealed: its name, where it is and why
  PRIMARY KEY (number, version)
) ${compact};
