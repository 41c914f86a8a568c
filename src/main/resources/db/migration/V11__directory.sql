-- The directory: what changed in areas, people, groups, duty, and what is proposed, a row each time, who did it and
-- where it was said. Rows are never changed. The directory is their fold; every so many rows one also holds it whole.
CREATE TABLE directory_change (
  version      BIGINT NOT NULL,   -- from 1 without gaps
  at           BIGINT NOT NULL,
  kind         ${key} NOT NULL,
  person       ${key} NOT NULL,   -- who did it; empty for a newcomer and for the files
  subject      ${key} NOT NULL,   -- the person, group or area that it is about
  conversation ${key} NOT NULL,   -- where it was said; empty for the files
  edits        ${bytes} NOT NULL, -- sealed
  snapshot     ${bytes} NOT NULL, -- sealed; empty for none
  PRIMARY KEY (version)
) ${compact};
CREATE INDEX directory_change_subject ON directory_change (subject, version);
CREATE INDEX directory_change_person ON directory_change (person, version);
