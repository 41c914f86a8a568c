-- What must be looked at when its time has come: a draft's next reminder or end, a record's missing
-- answers. One row per thing from its beginning, written with the turn in which it began; later
-- turns do not touch it. When it is due, whoever looks acts in a turn of the conversation, or moves it.
CREATE TABLE timer (
  id           ${bytes} NOT NULL,
  kind         ${key} NOT NULL,
  conversation ${key} NOT NULL,
  channel      ${key} NOT NULL,
  chat         ${key} NOT NULL,   -- of the platform; empty in private
  account      ${key} NOT NULL,
  due          BIGINT NOT NULL,   -- on the clock of the nodes
  since        BIGINT NOT NULL,
  step         INTEGER NOT NULL,
  look         BIGINT NOT NULL,
  lease        BIGINT NOT NULL,   -- on the clock of the database; 0 when nobody looks
  PRIMARY KEY (id)
) ${compact};
CREATE INDEX timer_due ON timer (due, conversation);
CREATE INDEX timer_conversation ON timer (conversation);

-- The last record of a form by a person.
CREATE INDEX submission_last ON submission (person, form, at);
