-- For those who make the sets anew, a day or month at a time. PostgreSQL, which knows little of the
-- newest days, took it for short ranges of one area too and read those of all areas: so the period
-- stands in it as they alone write it.
DROP INDEX seen_period;
CREATE INDEX seen_made ON seen (measure, (period + 0));
