-- Two years of invented visits, and what folding makes of them. Before this runs, bench_town,
-- bench_day, bench_category and bench_household are filled from Java.

-- Visit i is of town i * towns / visits; the rest of it is mixed from i.
INSERT INTO plain_visit (town, county, city, day, category, people, household, subject)
  WITH RECURSIVE counted (i) AS (
    SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM counted WHERE i < ${visits} - 1),
  mixed AS (
    SELECT i * ${towns} / ${visits} AS town, (i * 48271) % 2147483647 AS one,
      (i * 69621) % 2147483647 AS two, (i * 39373) % 2147483647 AS three FROM counted)
  SELECT t.town, t.county, t.city, d.day, c.category, two % 6 + 1, h.n, h.subject
    FROM mixed m
    JOIN bench_town t ON t.n = m.town
    JOIN bench_day d ON d.n = m.one / 1024 % ${days}
    JOIN bench_category c ON c.n =
      CASE WHEN m.two / 512 % 12 < m.three / 512 % 24 THEN m.two / 512 % 12 ELSE m.three / 512 % 24 END
    JOIN bench_household h ON h.n = m.town * ${room} + m.three / 1024 % ${households};

CREATE INDEX plain_county ON plain_visit (county, day, category, people, household);

INSERT INTO lies_in (path, area) SELECT path, town FROM bench_town;
INSERT INTO lies_in (path, area) SELECT path, county FROM bench_town;
INSERT INTO lies_in (path, area) SELECT path, city FROM bench_town;
INSERT INTO lies_in (path, area) SELECT path, '${province}' FROM bench_town;

-- Tallies: first each town's by day and category, then the others from those.
INSERT INTO period_tally (period, area, measure, dimension, value, amount)
  SELECT day, town, 'visit.household_visits', 'purpose', category, COUNT(*) FROM plain_visit
  GROUP BY day, town, category;
INSERT INTO period_tally (period, area, measure, dimension, value, amount)
  SELECT day, town, 'visit.person_times', 'purpose', category, SUM(people) FROM plain_visit
  GROUP BY day, town, category;
INSERT INTO period_tally (period, area, measure, dimension, value, amount)
  SELECT a.period, t.county, a.measure, a.dimension, a.value, SUM(a.amount)
  FROM period_tally a JOIN bench_town t ON t.town = a.area
  GROUP BY a.period, t.county, a.measure, a.dimension, a.value;
INSERT INTO period_tally (period, area, measure, dimension, value, amount)
  SELECT a.period, t.city, a.measure, a.dimension, a.value, SUM(a.amount)
  FROM period_tally a JOIN (SELECT DISTINCT county, city FROM bench_town) t ON t.county = a.area
  GROUP BY a.period, t.city, a.measure, a.dimension, a.value;
INSERT INTO period_tally (period, area, measure, dimension, value, amount)
  SELECT a.period, '${province}', a.measure, a.dimension, a.value, SUM(a.amount)
  FROM period_tally a JOIN (SELECT DISTINCT city FROM bench_town) t ON t.city = a.area
  GROUP BY a.period, a.measure, a.dimension, a.value;
INSERT INTO period_tally (period, area, measure, dimension, value, amount)
  SELECT period, area, measure, '', '', SUM(amount) FROM period_tally GROUP BY period, area, measure;
INSERT INTO period_tally (period, area, measure, dimension, value, amount)
  SELECT period / 100, area, measure, dimension, value, SUM(amount) FROM period_tally
  GROUP BY period / 100, area, measure, dimension, value;
INSERT INTO period_tally (period, area, measure, dimension, value, amount)
  SELECT period / 100, area, measure, dimension, value, SUM(amount) FROM period_tally
  WHERE period < 1000000 GROUP BY period / 100, area, measure, dimension, value;

INSERT INTO presence (path, measure, dimension, value, day, subject, n)
  SELECT t.path, 'visit.households', '', '', v.day, v.subject, COUNT(*)
  FROM plain_visit v JOIN bench_town t ON t.town = v.town
  GROUP BY v.day, t.path, v.subject;
INSERT INTO presence (path, measure, dimension, value, day, subject, n)
  SELECT t.path, 'visit.households', 'purpose', v.category, v.day, v.subject, COUNT(*)
  FROM plain_visit v JOIN bench_town t ON t.town = v.town
  GROUP BY v.day, t.path, v.category, v.subject;
INSERT INTO unseen (measure, period, version)
  SELECT 'visit.households', day, 1 FROM bench_day;
INSERT INTO unseen (measure, period, version)
  SELECT DISTINCT 'visit.households', day / 100, 1 FROM bench_day;
