-- Which households a campaign is to reach.
CREATE TABLE campaign_household (
  campaign     ${key} NOT NULL,
  household    ${key} NOT NULL,   -- its number on file
  found        INTEGER NOT NULL,  -- 1 when it was put on file while the campaign ran
  at           BIGINT NOT NULL,
  PRIMARY KEY (campaign, household)
) ${compact};
