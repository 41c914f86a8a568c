-- Until when the slots of a schedule are done with, so that each has one effect on any number of nodes.
CREATE TABLE reminder (
  schedule     ${key} NOT NULL PRIMARY KEY,
  done         BIGINT NOT NULL    -- on the clock of the nodes
) ${compact};

-- How many reminders somebody or a group got on a day, and what the last one was about.
CREATE TABLE reminded (
  recipient    ${key} NOT NULL,   -- g:<group> or p:<person>
  day          INTEGER NOT NULL,  -- local, as 20220510
  times        INTEGER NOT NULL,
  schedule     ${key} NOT NULL,
  PRIMARY KEY (recipient, day)
) ${compact};

-- What was declared about a season by chat; it stands over the file. 0: nothing about this end.
CREATE TABLE season (
  kind         ${key} NOT NULL,
  year         INTEGER NOT NULL,
  starts       INTEGER NOT NULL,  -- as 20220415
  ends         INTEGER NOT NULL,
  person       ${key} NOT NULL,   -- who declared it last
  at           BIGINT NOT NULL,
  PRIMARY KEY (kind, year)
) ${compact};
