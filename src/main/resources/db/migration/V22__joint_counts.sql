-- Records are counted by two of their answers at once, too. What was folded before is folded anew:
-- counts stay exact meanwhile, since they are what is folded plus what waits.
DELETE FROM tally;
DELETE FROM presence;
INSERT INTO unfolded (submission, revision)
  SELECT DISTINCT submission, revision FROM entry WHERE true ON CONFLICT DO NOTHING;
