-- Ledgers read the records of a form by day, page by page.
CREATE INDEX submission_form ON submission (form, day, id);
