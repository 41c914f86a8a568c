-- What is counted once in an area, as compressed sets of numbers, so that long ranges are counted
-- quickly. They are made from presence and can be made anew at any time.

-- A number for everything that is counted once, by its keyed hash.
CREATE TABLE subject (
  hash         ${bytes} NOT NULL PRIMARY KEY,
  id           BIGINT NOT NULL UNIQUE
) ${compact};

-- Who was seen in an area on a day (20220510) or in a month (202205), but for what was filed for the
-- area itself and not for one within it. Ids: a Roaring bitmap of subject ids; size: how many.
CREATE TABLE seen (
  area         ${key} NOT NULL,
  measure      ${key} NOT NULL,
  dimension    ${key} NOT NULL,
  value        ${key} NOT NULL,
  period       INTEGER NOT NULL,
  size         BIGINT NOT NULL,
  ids          ${bytes} NOT NULL,
  PRIMARY KEY (area, measure, dimension, value, period)
) ${compact};
CREATE INDEX seen_period ON seen (measure, period);

-- Days and months that seen does not tell of, or not any more. The version grows with each change.
CREATE TABLE unseen (
  measure      ${key} NOT NULL,
  period       INTEGER NOT NULL,
  version      BIGINT NOT NULL,
  PRIMARY KEY (measure, period)
) ${compact};
INSERT INTO unseen (measure, period, version) SELECT DISTINCT measure, day, 1 FROM presence;
INSERT INTO unseen (measure, period, version) SELECT DISTINCT measure, day / 100, 1 FROM presence;

CREATE INDEX presence_day ON presence (measure, day, n);
