-- Tallies with the period first, so that what is added to the present lies together, however long
-- the past is. The period is a day (20220510), a month (202205) or a year (2022).
CREATE TABLE period_tally (
  period       INTEGER NOT NULL,
  area         ${key} NOT NULL,
  measure      ${key} NOT NULL,
  dimension    ${key} NOT NULL,
  value        ${key} NOT NULL,
  amount       BIGINT NOT NULL,
  PRIMARY KEY (period, area, measure, dimension, value)
) ${compact};

-- Those of before, by days and months. They are moved over slice by slice while the program runs: a
-- count is what was moved, what was not, and what waits to be folded.
ALTER TABLE tally RENAME TO tally_before;

-- What the version before counts from when it still runs on another node: the same at every moment.
-- It cannot fold into this, so years never lack what it would have added.
CREATE VIEW tally AS
  SELECT area, measure, dimension, value, period, amount FROM period_tally WHERE period > 9999
  UNION ALL
  SELECT area, measure, dimension, value, period, amount FROM tally_before;
