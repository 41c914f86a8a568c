-- What somebody did for practice is listed, and taken away: its numbers have an X behind their letter.
CREATE INDEX submission_practice ON submission (person) WHERE substr(number, 2, 1) = 'X';
CREATE INDEX alert_practice ON alert (person) WHERE practice = 1;
CREATE INDEX notice_practice ON notice (person) WHERE substr(number, 2, 1) = 'X';
