package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Outbound;
import org.lanshao.turn.AlarmBook;
import org.lanshao.turn.Symptoms;
import org.lanshao.turn.Unavailable;

/** The table {@code alarm}, and what the table {@code outgoing} shows of troubles. */
final class AlarmStore implements AlarmBook, Symptoms {
  private static final String TELL =
      "INSERT INTO alarm (cause, since, told) VALUES (?, ?, ?) ON CONFLICT (cause)"
          + " DO UPDATE SET told = excluded.told WHERE alarm.told <= ?";
  private static final String OLDEST_DUE =
      "SELECT MIN(CASE WHEN due > at THEN due ELSE at END) FROM outgoing"
          + " WHERE state = 0 AND due <= ?";
  private static final String TROUBLE =
      " FROM outgoing o WHERE o.code <> '' AND o.code = ? AND o.state IN (0, 2)"
          + " AND NOT EXISTS (SELECT 1 FROM outgoing a WHERE a.position > o.position"
          + " AND a.channel = o.channel AND a.state IN (1, 5)";
  private static final String SETTINGS =
      "SELECT DISTINCT o.channel, o.platform_code" + TROUBLE + ") ORDER BY 1, 2";

  /** WeCom's codes for a webhook that was removed or disabled, document 90313. */
  private static final String GONE =
      "SELECT DISTINCT o.target"
          + TROUBLE
          + " AND a.target = o.target) AND o.platform_code IN ('93000', '93004')";

  private final Seal seal;
  private final Writer writer;
  private final Readers readers;

  AlarmStore(Seal seal, Writer writer, Readers readers) {
    this.seal = seal;
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public boolean tell(String cause, Instant now, Instant notSince) throws Unavailable {
    long at = now.toEpochMilli();
    return write(link -> link.update(TELL, cause, at, at, notSince.toEpochMilli()) == 1);
  }

  @Override
  public boolean end(String cause) throws Unavailable {
    return write(link -> link.update("DELETE FROM alarm WHERE cause = ?", cause) == 1);
  }

  private boolean write(Work.Writing<Boolean> writing) throws Unavailable {
    return writer.write(new Work.Small<>(false, writing));
  }

  @Override
  public Set<String> open() throws Unavailable {
    return readers.read(
        link -> {
          var open = new HashSet<String>();
          try (var rows = link.prepare("SELECT cause FROM alarm").executeQuery()) {
            while (rows.next()) {
              open.add(rows.getString(1));
            }
          }
          return open;
        });
  }

  @Override
  public Optional<Instant> oldestDue(Instant now) throws Unavailable {
    return readers.read(link -> oldestDue(link, now));
  }

  private static Optional<Instant> oldestDue(Link link, Instant now) throws SQLException {
    try (var rows = link.prepare(OLDEST_DUE, now.toEpochMilli()).executeQuery()) {
      rows.next();
      long due = rows.getLong(1);
      return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
    }
  }

  @Override
  public List<SettingsRefused> settingsRefused() throws Unavailable {
    return readers.read(
        link -> {
          var refused = new ArrayList<SettingsRefused>();
          try (var rows = link.prepare(SETTINGS, "settings").executeQuery()) {
            while (rows.next()) {
              var channel = new ChannelName(rows.getString(1));
              refused.add(new SettingsRefused(channel, rows.getString(2)));
            }
          }
          return refused;
        });
  }

  @Override
  public Set<String> goneTargets() throws Unavailable {
    return readers.read(
        link -> {
          var gone = new HashSet<String>();
          try (var rows = link.prepare(GONE, "unknown_group").executeQuery()) {
            while (rows.next()) {
              gone.add(HexFormat.of().formatHex(rows.getBytes(1)));
            }
          }
          return gone;
        });
  }

  @Override
  public String name(Outbound.Target target) {
    return HexFormat.of().formatHex(seal.hash(OutgoingTable.name(target)));
  }
}
