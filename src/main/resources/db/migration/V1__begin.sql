-- Instants are milliseconds of UTC. Days are numbers such as 20220510, local days of Asia/Shanghai.
-- Texts and numbers that do not apply are empty or 0, never null.
-- Sealed columns hold AES-GCM values that name their key; what they were sealed for is their own row.
-- The placeholders are the words in which SQLite and PostgreSQL differ.

CREATE TABLE data_key (
  id           ${key} NOT NULL PRIMARY KEY,
  fingerprint  ${bytes} NOT NULL
) ${compact};

-- One row per turn. It is the inbox, the log and, from draft_from on, the open drafts.
CREATE TABLE turn (
  conversation ${key} NOT NULL,
  seq          BIGINT NOT NULL,
  channel      ${key} NOT NULL,
  message_id   ${key} NOT NULL,
  at           BIGINT NOT NULL,
  person       ${key} NOT NULL,
  input        ${bytes} NOT NULL, -- sealed; empty once purged
  events       ${bytes} NOT NULL, -- sealed
  reply        ${bytes} NOT NULL, -- sealed
  draft_from   BIGINT NOT NULL,
  greeted      INTEGER NOT NULL,
  error        ${key} NOT NULL,
  snapshot     ${bytes} NOT NULL, -- sealed; empty on most rows
  PRIMARY KEY (conversation, seq),
  UNIQUE (channel, message_id)
);

-- What submitted forms left behind. A correction will be a further revision.
CREATE TABLE submission (
  id           ${bytes} NOT NULL,
  revision     INTEGER NOT NULL,
  number       ${key} NOT NULL,
  form         ${key} NOT NULL,
  definition   ${key} NOT NULL,
  person       ${key} NOT NULL,
  area         ${key} NOT NULL,
  at           BIGINT NOT NULL,
  day          INTEGER NOT NULL,
  answers      ${bytes} NOT NULL, -- sealed
  PRIMARY KEY (id, revision)
) ${compact};
CREATE UNIQUE INDEX submission_number ON submission (number, revision);
CREATE INDEX submission_person ON submission (person, day);

-- What a submission counts: signed, never changed. A sum has an empty subject; what is counted
-- once has its keyed hash. The path is the area with all that it lay in when the form was filed.
CREATE TABLE entry (
  submission   ${bytes} NOT NULL,
  revision     INTEGER NOT NULL,
  place        INTEGER NOT NULL,
  day          INTEGER NOT NULL,
  path         ${key} NOT NULL,
  measure      ${key} NOT NULL,
  dimension    ${key} NOT NULL,
  value        ${key} NOT NULL,
  subject      ${bytes} NOT NULL,
  amount       BIGINT NOT NULL,
  PRIMARY KEY (submission, revision, place)
) ${compact};

-- The areas of a path, itself included.
CREATE TABLE lies_in (
  path         ${key} NOT NULL,
  area         ${key} NOT NULL,
  PRIMARY KEY (path, area)
) ${compact};
CREATE INDEX lies_in_area ON lies_in (area, path);

-- Submissions whose entries are not yet in tally and presence. A count is those plus these.
CREATE TABLE unfolded (
  submission   ${bytes} NOT NULL,
  revision     INTEGER NOT NULL,
  PRIMARY KEY (submission, revision)
) ${compact};

-- Sums per area of every level. The period is a day (20220510) or a month (202205).
CREATE TABLE tally (
  area         ${key} NOT NULL,
  measure      ${key} NOT NULL,
  dimension    ${key} NOT NULL,
  value        ${key} NOT NULL,
  period       INTEGER NOT NULL,
  amount       BIGINT NOT NULL,
  PRIMARY KEY (area, measure, dimension, value, period)
) ${compact};

-- What is counted once: which subject was seen where on which day, and how often.
CREATE TABLE presence (
  path         ${key} NOT NULL,
  measure      ${key} NOT NULL,
  dimension    ${key} NOT NULL,
  value        ${key} NOT NULL,
  day          INTEGER NOT NULL,
  subject      ${bytes} NOT NULL,
  n            BIGINT NOT NULL,
  PRIMARY KEY (path, measure, dimension, value, day, subject)
) ${compact};

-- The next number of a kind that no node has reserved.
CREATE TABLE number (
  kind         ${key} NOT NULL PRIMARY KEY,
  next         BIGINT NOT NULL
) ${compact};

-- Messages to be sent, in the order of their commits. State: 0 waits, 1 accepted, 2 refused.
CREATE TABLE outgoing (
  position     ${position},
  id           ${bytes} NOT NULL UNIQUE,
  once         ${key} NOT NULL UNIQUE,
  channel      ${key} NOT NULL,
  target       ${bytes} NOT NULL, -- keyed hash
  at           BIGINT NOT NULL,
  payload      ${bytes} NOT NULL, -- sealed: target and text
  state        INTEGER NOT NULL,
  due          BIGINT NOT NULL,   -- on the clock of the nodes
  lease        BIGINT NOT NULL,   -- on the clock of the database; 0 when nobody sends it
  claim        BIGINT NOT NULL,
  attempt      INTEGER NOT NULL,
  code         ${key} NOT NULL,
  platform_code ${key} NOT NULL
);
CREATE INDEX outgoing_line ON outgoing (position) WHERE state = 0;
CREATE INDEX outgoing_target ON outgoing (channel, target, position) WHERE state = 0;

-- Every form definition that was ever published, and each form's current one.
CREATE TABLE definition (
  hash         ${key} NOT NULL PRIMARY KEY,
  form         ${key} NOT NULL,
  body         TEXT NOT NULL
);
CREATE TABLE current_definition (
  form         ${key} NOT NULL PRIMARY KEY,
  hash         ${key} NOT NULL REFERENCES definition (hash)
) ${compact};

CREATE TABLE setting (
  name         ${key} NOT NULL PRIMARY KEY,
  value        TEXT NOT NULL
) ${compact};

-- Access tokens of platforms, one for all nodes.
CREATE TABLE token (
  name         ${key} NOT NULL PRIMARY KEY,
  value        ${bytes} NOT NULL, -- sealed; empty until there was one
  expires      BIGINT NOT NULL,
  lease        BIGINT NOT NULL    -- on the clock of the database; 0 when nobody fetches
) ${compact};
