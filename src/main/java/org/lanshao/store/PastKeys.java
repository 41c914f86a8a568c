package org.lanshao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The table {@code past_key}: what earlier keys hashed with. */
final class PastKeys {
  private static final String COLUMN = "past_key.hashing";

  private PastKeys() {}

  /** The oldest one first. */
  static List<SecretKey> read(Link link, Seal seal) throws SQLException {
    var keys = new ArrayList<SecretKey>();
    try (var rows =
        link.prepare("SELECT place, hashing FROM past_key ORDER BY place").executeQuery()) {
      while (rows.next()) {
        var key = seal.openBytes(COLUMN, rows.getString(1), rows.getBytes(2));
        keys.add(new SecretKeySpec(key, "HmacSHA256"));
      }
    }
    return keys;
  }

  /** These and no others. */
  static void write(Link link, Seal seal, List<SecretKey> keys) throws SQLException {
    link.update("DELETE FROM past_key");
    for (int i = 0; i < keys.size(); i++) {
      int place = i + 1;
      link.update(
          "INSERT INTO past_key (place, hashing) VALUES (?, ?)",
          place,
          seal.seal(COLUMN, Integer.toString(place), keys.get(i).getEncoded()));
    }
  }
}
