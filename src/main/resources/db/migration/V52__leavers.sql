-- Who is to be taken out of all that is held: a row until all of it is done, whoever dies on the way.
CREATE TABLE leaver (
  id           ${bytes} NOT NULL,
  at           BIGINT NOT NULL,   -- when that was asked for
  body         ${bytes} NOT NULL, -- sealed: how they are recognised
  PRIMARY KEY (id)
) ${compact};
