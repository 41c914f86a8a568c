-- Each beginning of a campaign takes the next number. Of two turns that knew the same campaigns only
-- one can: the other one is taken again, and joins what the first began.
CREATE TABLE campaign_beginning (
  place        BIGINT NOT NULL PRIMARY KEY,
  at           BIGINT NOT NULL
) ${compact};
