-- Keyed hashes cannot be made again from what they were made of: when the key is changed each is hashed once more with the
-- next key. What hashes anew must hash by all of them, so the parts of earlier keys that hash are kept, sealed with the one
-- of today. Nothing can be opened with them.
CREATE TABLE past_key (
  place        INTEGER NOT NULL,  -- from 1, the oldest first
  hashing      ${bytes} NOT NULL, -- sealed
  PRIMARY KEY (place)
) ${compact};
