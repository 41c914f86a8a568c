package org.lanshao.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lanshao.turn.Tokens.Kept;

/** The table {@code token}. */
final class TokenTable {
  private static final String FIND = "SELECT value, expires FROM token WHERE name = ?";
  private static final String KEEP =
      "INSERT INTO token (name, value, expires, lease) VALUES (?, ?, ?, 0)"
          + " ON CONFLICT (name) DO UPDATE SET value = excluded.value,"
          + " expires = excluded.expires, lease = 0";
  private static final String RELEASE = "UPDATE token SET lease = 0 WHERE name = ?";

  /** What ended longer ago nobody looks for: clocks of nodes do not differ by so much. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final String COLUMN = "token.value";

  private final Seal seal;
  private final String reserve;
  private final String forget;

  TokenTable(Dialect dialect, Seal seal) {
    this.seal = seal;
    var now = dialect.now();
    this.reserve =
        "INSERT INTO token (name, value, expires, lease) VALUES (?, ?, 0, ? + "
            + now
            + ") ON CONFLICT (name) DO UPDATE SET lease = excluded.lease WHERE token.lease <= "
            + now;
    this.forget = "DELETE FROM token WHERE expires < ? AND lease <= " + now;
  }

  /** As {@link org.lanshao.turn.Tokens#token}. */
  Optional<Kept> find(Link link, String name) throws SQLException {
    try (var rows = link.prepare(FIND, name).executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      var text = seal.open(COLUMN, name, rows.getBytes(1));
      var expires = Instant.ofEpochMilli(rows.getLong(2));
      return text.isEmpty() ? Optional.empty() : Optional.of(new Kept(text, expires));
    }
  }

  /** As {@link org.lanshao.turn.Tokens#reserveToken}. */
  boolean reserve(Link link, String name, Duration lease) throws SQLException {
    return link.update(reserve, name, new byte[0], lease.toMillis()) == 1;
  }

  /** As {@link org.lanshao.turn.Tokens#keepToken}; forgets what ended long ago. */
  boolean keep(Link link, String name, Kept token, Instant now) throws SQLException {
    link.update(forget, now.minus(KEPT).toEpochMilli());
    var sealed = seal.seal(COLUMN, name, token.text());
    return link.update(KEEP, name, sealed, token.expiresAt().toEpochMilli()) == 1;
  }

  /** As {@link org.lanshao.turn.Tokens#releaseToken}. */
  boolean release(Link link, String name) throws SQLException {
    return link.update(RELEASE, name) == 1;
  }
}
