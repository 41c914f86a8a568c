-- State 3 of a picture or file: dropped. Its bytes are deleted once no other row of state 1 has their hash; then its
-- hash is emptied.
CREATE INDEX media_dropped ON media (reference) WHERE state = 3;
CREATE INDEX media_hash ON media (hash) WHERE state = 1;
