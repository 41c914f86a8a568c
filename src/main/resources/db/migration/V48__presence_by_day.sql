-- Presences with the day first, for the same reason as tallies: what is seen today lies together.
-- The table is the same but for the order of its key, so the version before reads it as well; it
-- cannot fold any more since V47, so nothing is added while the rows are copied.
CREATE TABLE presence_by_day (
  measure      ${key} NOT NULL,
  day          INTEGER NOT NULL,
  path         ${key} NOT NULL,
  dimension    ${key} NOT NULL,
  value        ${key} NOT NULL,
  subject      ${bytes} NOT NULL,
  n            BIGINT NOT NULL,
  PRIMARY KEY (measure, day, path, dimension, value, subject)
) ${compact};
INSERT INTO presence_by_day (measure, day, path, dimension, value, subject, n)
  SELECT measure, day, path, dimension, value, subject, n FROM presence
  ORDER BY measure, day, path, dimension, value, subject;
DROP TABLE presence;
ALTER TABLE presence_by_day RENAME TO presence;
