package org.lanshao.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.lanshao.turn.Retention;
import org.lanshao.turn.Unavailable;

/** What purges old rows, each slice in a transaction of its own with the mark where it ended. */
final class RetentionStore implements Retention {
  private static final String LEASE = "retention";

  private final String node = UUID.randomUUID().toString();
  private final Map<What, Purge> purges = new EnumMap<>(What.class);
  private final Writer writer;
  private final String lead;

  RetentionStore(Tables tables, AuditPurge audit, Dialect dialect, Writer writer) {
    var forgetting = new Forgetting(tables);
    purges.put(What.WORDS, new WordsPurge(tables.turns()));
    purges.put(What.RECORDS, new RecordsPurge(forgetting));
    purges.put(What.AUDIT, audit);
    purges.put(What.PRACTICE, new PracticePurge(forgetting));
    purges.put(What.SENT, new SentPurge());
    this.writer = writer;
    this.lead =
        "INSERT INTO lease (name, holder, until) VALUES (?, ?, CAST(? AS BIGINT) + %1$s)"
                .formatted(dialect.now())
            + " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until"
            + " WHERE lease.holder = excluded.holder OR lease.until <= "
            + dialect.now();
  }

  @Override
  public Slice purge(What what, Instant before, int most) throws Unavailable {
    var done = write(link -> purge(link, what, before.toEpochMilli(), most));
    done.heads().forEach(AuditStore::tell);
    return new Slice(done.gone(), !done.end().isEmpty());
  }

  private Purge.Done purge(Link link, What what, long before, int most) throws SQLException {
    var mark = "retention." + what.word();
    var from = SettingTable.remembered(link, mark).orElse("");
    var done = Objects.requireNonNull(purges.get(what)).slice(link, from, before, most);
    if (!from.equals(done.end())) {
      SettingTable.remember(link, mark, done.end());
    }
    return done;
  }

  @Override
  public boolean lead(Duration lease) throws Unavailable {
    return write(link -> link.update(lead, LEASE, node, lease.toMillis()) == 1);
  }

  @Override
  public void leave() throws Unavailable {
    write(link -> link.update("DELETE FROM lease WHERE name = ? AND holder = ?", LEASE, node));
  }

  private <T> T write(Work.Writing<T> writing) throws Unavailable {
    return writer.write(new Work.Alone<>(writing));
  }
}
