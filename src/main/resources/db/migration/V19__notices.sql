-- Notices. How one stands is the fold of its events; this row tells what of it must be found fast. Length is how many events
-- there are: of two turns that go on from the same one only one is written.
CREATE TABLE notice (
  number       ${key} NOT NULL,
  length       BIGINT NOT NULL,
  stage        INTEGER NOT NULL,  -- 0 a draft, 1 it holds, 2 it is over
  timer        ${bytes} NOT NULL, -- what rings when something is due; empty once it is over
  changed      BIGINT NOT NULL,   -- when something last happened to it
  person       ${key} NOT NULL,   -- who wrote it; empty for a warning that came in
  identifier   ${key} NOT NULL,   -- of the warning; empty if somebody wrote it
  urgency      INTEGER NOT NULL,  -- the lower the more urgent
  title        ${bytes} NOT NULL, -- sealed
  PRIMARY KEY (number)
) ${compact};
CREATE INDEX notice_changed ON notice (changed);
CREATE INDEX notice_draft ON notice (person, changed) WHERE stage = 0;
CREATE INDEX notice_identifier ON notice (identifier) WHERE identifier <> '';

CREATE TABLE notice_event (
  notice       ${key} NOT NULL,
  position     BIGINT NOT NULL,   -- from 1
  at           BIGINT NOT NULL,
  person       ${key} NOT NULL,   -- empty for the clock and for a warning that came in
  event        ${bytes} NOT NULL, -- sealed
  PRIMARY KEY (notice, position)
) ${compact};

-- Who is asked to confirm: stations, or people. It is frozen when the notice goes to their station.
CREATE TABLE notice_unit (
  notice       ${key} NOT NULL,
  unit         ${key} NOT NULL,
  station      ${key} NOT NULL,
  PRIMARY KEY (notice, unit)
) ${compact};
CREATE INDEX notice_unit_asked ON notice_unit (unit, notice);

-- Who has confirmed; the first one counts.
CREATE TABLE notice_receipt (
  notice       ${key} NOT NULL,
  unit         ${key} NOT NULL,
  station      ${key} NOT NULL,
  person       ${key} NOT NULL,   -- who said so
  how          ${key} NOT NULL,
  at           BIGINT NOT NULL,
  note         ${bytes} NOT NULL, -- sealed; empty if nothing
  PRIMARY KEY (notice, unit)
) ${compact};

-- What is not to be heard where.
CREATE TABLE silence (
  kind         ${key} NOT NULL,   -- empty for all that is not urgent
  area         ${key} NOT NULL,
  until        BIGINT NOT NULL,
  PRIMARY KEY (kind, area)
) ${compact};
