-- Which standing record tells of which day of a station: one of a form for each station and day.
CREATE TABLE station_day (
  form         ${key} NOT NULL,
  area         ${key} NOT NULL,   -- of the station
  day          INTEGER NOT NULL,
  record       ${bytes} NOT NULL, -- the submission
  PRIMARY KEY (form, day, area)
) ${compact};
CREATE INDEX station_day_record ON station_day (record);
