-- A record whose names, words, telephone numbers and media were taken away; what it counted stays.
ALTER TABLE submission ADD COLUMN nameless INTEGER NOT NULL DEFAULT 0; -- 1: it was

-- Up to where a chain of the audit was cut because it was old: it goes on behind this link.
CREATE TABLE audit_anchor (
  chain        ${key} NOT NULL,
  position     BIGINT NOT NULL,   -- of the last row that was taken away
  link         ${bytes} NOT NULL, -- of that row
  proof        ${bytes} NOT NULL, -- keyed hash of the others
  PRIMARY KEY (chain)
) ${compact};

-- Work that one node does for all.
CREATE TABLE lease (
  name         ${key} NOT NULL,
  holder       ${key} NOT NULL,
  until        BIGINT NOT NULL,   -- on the clock of the database
  PRIMARY KEY (name)
) ${compact};
