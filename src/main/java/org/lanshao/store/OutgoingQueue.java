package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.message.ChannelName;
import org.lanshao.turn.Lane;
import org.lanshao.turn.Outgoing.Depth;
import org.lanshao.turn.Outgoing.Later;
import org.lanshao.turn.Outgoing.Queue;

/** What waits in {@code outgoing}. */
final class OutgoingQueue {
  private static final int TARGETS = 20;

  /** So much of a target's keyed hash tells it from others. */
  private static final int SHORT = 4;

  private static final String DEPTH =
      "SELECT lane, count(*), MIN(at) FROM outgoing WHERE state = 0 GROUP BY lane";
  private static final String LATER =
      "SELECT channel, target, count(*), MIN(due) FROM outgoing WHERE state = 0"
          + " GROUP BY channel, target HAVING MIN(due) > ? ORDER BY 4 DESC LIMIT "
          + TARGETS;

  private OutgoingQueue() {}

  /** As {@link org.lanshao.turn.Outgoing#queue}. */
  static Queue read(Link link, Instant now) throws SQLException {
    var depths = depths(link);
    boolean waits = depths.values().stream().anyMatch(depth -> depth.count() > 0);
    return new Queue(depths, waits ? later(link, now) : List.of());
  }

  private static Map<Lane, Depth> depths(Link link) throws SQLException {
    var depths = new EnumMap<Lane, Depth>(Lane.class);
    for (Lane lane : Lane.values()) {
      depths.put(lane, new Depth(0, Optional.empty()));
    }
    try (var rows = link.prepare(DEPTH).executeQuery()) {
      while (rows.next()) {
        var oldest = Optional.of(Instant.ofEpochMilli(rows.getLong(3)));
        depths.put(Lane.of(rows.getInt(1)), new Depth(rows.getLong(2), oldest));
      }
    }
    return depths;
  }

  private static List<Later> later(Link link, Instant now) throws SQLException {
    var later = new ArrayList<Later>();
    try (var rows = link.prepare(LATER, now.toEpochMilli()).executeQuery()) {
      while (rows.next()) {
        var target = HexFormat.of().formatHex(rows.getBytes(2), 0, SHORT);
        later.add(
            new Later(
                new ChannelName(rows.getString(1)),
                target,
                rows.getLong(3),
                Instant.ofEpochMilli(rows.getLong(4))));
      }
    }
    return later;
  }
}
