package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.lanshao.turn.Unavailable;

/**
 * While sending is held, no node claims outgoing rows or timers. It is held from the moment in
 * which a backup is restored: what the backup still wanted to say may have been said long ago.
 */
public final class Holding {
  private static final String NAME = "sending.held";

  /** As a condition of a statement, which then needs no reading before it. */
  static final String NOT_HELD = "NOT EXISTS (SELECT 1 FROM setting WHERE name = '" + NAME + "')";

  private static final String WAITING =
      "SELECT count(*), MIN(at), COALESCE(SUM(CASE WHEN at < ? THEN 1 ELSE 0 END), 0)"
          + " FROM outgoing WHERE state = 0";
  private static final String EXPIRE =
      "UPDATE outgoing SET state = 3, lease = 0 WHERE state = 0 AND at < ?";

  private final Writer writer;
  private final Readers readers;

  Holding(Writer writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /**
   * Marks what was restored: sending is held, its folder of media may be another one, and the nodes
   * that were alive then are not its nodes.
   */
  static void begin(Link link, Instant now) throws SQLException {
    SettingTable.remember(link, NAME, now.toString());
    link.update("DELETE FROM setting WHERE name = 'installation' OR name LIKE 'node:%'");
  }

  /** Whether sending is held, for a reader. */
  static boolean isHeld(Link link) throws SQLException {
    return SettingTable.remembered(link, NAME).isPresent();
  }

  /**
   * What waits to go out.
   *
   * @param rows how many messages
   * @param oldest when the oldest was asked for; empty when there is none
   * @param before how many were asked for before the time in question
   */
  public record Waiting(long rows, Optional<Instant> oldest, long before) {}

  /** Since when sending is held; empty when it is not. */
  public Optional<Instant> since() throws Unavailable {
    return readers.read(link -> SettingTable.remembered(link, NAME)).map(Instant::parse);
  }

  /** What would go out if sending were not held. */
  public Waiting waiting(Instant before) throws Unavailable {
    return readers.read(
        link -> {
          try (var rows = link.prepare(WAITING, before.toEpochMilli()).executeQuery()) {
            rows.next();
            long count = rows.getLong(1);
            long oldest = rows.getLong(2);
            return new Waiting(
                count,
                count == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest)),
                rows.getLong(3));
          }
        });
  }

  /**
   * Lets messages go out again. Those that were asked for before {@code from} expire: they are not
   * sent.
   */
  public void lift(Instant from) throws Unavailable {
    writer.write(
        new Work.Small<>(
            true,
            link -> {
              link.update(EXPIRE, from.toEpochMilli());
              return link.update("DELETE FROM setting WHERE name = ?", NAME);
            }));
  }
}
