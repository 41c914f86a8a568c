-- What was declared about a season for a county alone; it stands there over what holds everywhere.
CREATE TABLE season_area (
  kind         ${key} NOT NULL,
  year         INTEGER NOT NULL,
  area         ${key} NOT NULL,   -- a county
  starts       INTEGER NOT NULL,  -- as 20220415; 0: nothing about this end
  ends         INTEGER NOT NULL,
  person       ${key} NOT NULL,   -- who declared it last
  at           BIGINT NOT NULL,
  PRIMARY KEY (kind, year, area)
) ${compact};
