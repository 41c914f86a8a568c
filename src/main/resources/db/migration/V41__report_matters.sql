-- The numbers of matters in a report, and as they were told last; null in rows of before.
ALTER TABLE report ADD COLUMN matters ${bytes};      -- sealed
ALTER TABLE report ADD COLUMN matters_told ${bytes}; -- sealed
