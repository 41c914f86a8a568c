-- Emergencies. How one stands is the fold of its events; this row tells what of it must be found fast. Length is how many
-- events there are: of two turns that go on from the same one only one is written.
CREATE TABLE alert (
  number       ${key} NOT NULL,
  length       BIGINT NOT NULL,
  open         INTEGER NOT NULL,  -- 1 until it is closed
  timer        ${bytes} NOT NULL, -- what rings when something is due; empty once it is closed
  at           BIGINT NOT NULL,   -- when it was raised
  area         ${key} NOT NULL,
  conversation ${key} NOT NULL,   -- of its reporter
  person       ${key} NOT NULL,   -- its reporter; empty for somebody unknown
  practice     INTEGER NOT NULL,
  PRIMARY KEY (number)
) ${compact};
CREATE INDEX alert_open ON alert (conversation, at) WHERE open = 1;
CREATE INDEX alert_stranger ON alert (at) WHERE person = '';

CREATE TABLE alert_event (
  alert        ${key} NOT NULL,
  position     BIGINT NOT NULL,   -- from 1
  at           BIGINT NOT NULL,
  person       ${key} NOT NULL,   -- empty for the clock and for somebody unknown
  event        ${bytes} NOT NULL, -- sealed
  PRIMARY KEY (alert, position)
) ${compact};

-- Who said that they read it. It stops nothing.
CREATE TABLE alert_seen (
  alert        ${key} NOT NULL,
  person       ${key} NOT NULL,
  at           BIGINT NOT NULL,
  PRIMARY KEY (alert, person)
) ${compact};
