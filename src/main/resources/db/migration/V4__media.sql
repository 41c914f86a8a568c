-- Pictures and files that answers refer to, a row each from the turn that took it as an answer. Their bytes lie
-- sealed in files named by the hash. State: 0 waits to be fetched, 1 kept, 2 refused.
CREATE TABLE media (
  reference    ${bytes} NOT NULL, -- keyed hash of the channel and the platform's id
  conversation ${key} NOT NULL,
  seq          BIGINT NOT NULL,
  channel      ${key} NOT NULL,
  chat         ${key} NOT NULL,   -- of the platform; empty in private
  account      ${key} NOT NULL,
  platform_id  ${bytes} NOT NULL, -- sealed
  wanted       ${key} NOT NULL,   -- photo or file
  at           BIGINT NOT NULL,
  state        INTEGER NOT NULL,
  due          BIGINT NOT NULL,   -- on the clock of the nodes
  lease        BIGINT NOT NULL,   -- on the clock of the database; 0 when nobody fetches it
  claim        BIGINT NOT NULL,
  attempt      INTEGER NOT NULL,
  code         ${key} NOT NULL,
  platform_code ${key} NOT NULL,
  hash         ${key} NOT NULL,   -- keyed hash of the bytes; empty until they are kept
  type         ${key} NOT NULL,
  size         BIGINT NOT NULL,
  PRIMARY KEY (reference)
) ${compact};
CREATE INDEX media_due ON media (due) WHERE state = 0;
CREATE INDEX media_turn ON media (conversation, seq);
