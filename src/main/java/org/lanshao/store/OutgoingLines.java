package org.lanshao.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound.Target;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Outgoing.Line;

/** What waits in {@code outgoing} for each target, counted from an index; nothing is opened. */
final class OutgoingLines {
  /** What stands in {@code addressee} for somebody, and for a group. */
  static final long PERSON = 1;

  static final long GROUP = 2;

  /** More than leaves in two days. */
  private static final int MESSAGES = 100_000;

  private static final String LINES =
      "SELECT channel, target, MAX(addressee), COUNT(*) FROM"
          + " (SELECT channel, target, addressee FROM outgoing"
          + " WHERE state = 0 AND lane <= ? AND at < ? AND (expires = 0 OR expires > ?)"
          + " AND (aside = 0 OR due <= ?) LIMIT "
          + MESSAGES
          + ") w GROUP BY channel, target";

  private final Seal seal;

  OutgoingLines(Seal seal) {
    this.seal = seal;
  }

  /** As {@link org.lanshao.turn.Facts#lines}. */
  List<Line> find(Link link, Lane last, Instant before, List<NewOutgoing> rows, Instant now)
      throws SQLException {
    var known = known(rows);
    long millis = now.toEpochMilli();
    var statement = link.prepare(LINES, last.rank(), before.toEpochMilli(), millis, millis);
    var lines = new ArrayList<Line>();
    try (var found = statement.executeQuery()) {
      while (found.next()) {
        line(found, known).ifPresent(lines::add);
      }
    }
    return lines;
  }

  private Map<String, Target> known(List<NewOutgoing> rows) {
    var keyToTarget = new HashMap<String, Target>();
    for (NewOutgoing row : rows) {
      var hash = seal.hash(OutgoingTable.name(row.target()));
      keyToTarget.put(key(row.channel().text(), hash), row.target());
    }
    return keyToTarget;
  }

  private static String key(String channel, byte[] hash) {
    return channel + " " + HexFormat.of().formatHex(hash);
  }

  private static Optional<Line> line(ResultSet found, Map<String, Target> known)
      throws SQLException {
    var channel = found.getString(1);
    var key = key(channel, found.getBytes(2));
    var target = known.get(key);
    if (target == null && found.getLong(3) == GROUP) {
      return Optional.empty();
    }
    var whom = target == null ? new Target.ToPerson(key) : target;
    return Optional.of(new Line(new ChannelName(channel), whom, found.getLong(4)));
  }
}
