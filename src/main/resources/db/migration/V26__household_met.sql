-- Which households the standing records of which days are about.
CREATE TABLE household_met (
  record       ${bytes} NOT NULL, -- the submission
  household    ${key} NOT NULL,   -- its number on file
  form         ${key} NOT NULL,
  day          INTEGER NOT NULL,
  PRIMARY KEY (record, household)
) ${compact};
CREATE INDEX household_met_day ON household_met (form, day, household);
CREATE INDEX household_met_household ON household_met (form, household, day);
