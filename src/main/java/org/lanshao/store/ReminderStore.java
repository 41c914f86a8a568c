package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.season.Declaration;
import org.lanshao.turn.Reminding;
import org.lanshao.turn.Unavailable;

/** The tables {@code reminder}, {@code reminded} and {@code season}. */
final class ReminderStore implements Reminding {
  private static final String BEGIN =
      "INSERT INTO reminder (schedule, done) VALUES (?, ?) ON CONFLICT (schedule) DO NOTHING";

  /** Whoever comes second finds it done. */
  private static final String DONE = "UPDATE reminder SET done = ? WHERE schedule = ? AND done < ?";

  /** One more on this day, if there is room for it. */
  private static final String COUNT =
      "INSERT INTO reminded (recipient, day, times, schedule) VALUES (?, ?, 1, ?)"
          + " ON CONFLICT (recipient, day) DO UPDATE"
          + " SET times = reminded.times + 1, schedule = excluded.schedule"
          + " WHERE reminded.times < ?";

  private final OutgoingTable outgoing;
  private final Writer writer;
  private final Readers readers;

  ReminderStore(OutgoingTable outgoing, Writer writer, Readers readers) {
    this.outgoing = outgoing;
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Map<String, Instant> done(List<String> schedules, Instant now) throws Unavailable {
    var known = readers.read(ReminderStore::done);
    var fresh = schedules.stream().filter(id -> !known.containsKey(id)).toList();
    if (fresh.isEmpty()) {
      return known;
    }
    return writer.write(
        new Work.Small<>(
            false,
            link -> {
              for (String schedule : fresh) {
                link.update(BEGIN, schedule, now.toEpochMilli());
              }
              return done(link);
            }));
  }

  private static Map<String, Instant> done(Link link) throws SQLException {
    var done = new HashMap<String, Instant>();
    try (var rows = link.prepare("SELECT schedule, done FROM reminder").executeQuery()) {
      while (rows.next()) {
        done.put(rows.getString(1), Instant.ofEpochMilli(rows.getLong(2)));
      }
    }
    return done;
  }

  @Override
  public boolean remind(Round round) throws Unavailable {
    var rows =
        round.letters().stream()
            .sorted(Comparator.comparing(Letter::recipient))
            .map(this::sealed)
            .toList();
    return writer.write(new Work.Small<>(true, link -> remind(link, round, rows)));
  }

  /** A recipient and the rows for them, sealed by the thread that calls. */
  private record Sealed(String recipient, List<Object[]> rows) {}

  private Sealed sealed(Letter letter) {
    return new Sealed(letter.recipient(), letter.messages().stream().map(outgoing::row).toList());
  }

  private boolean remind(Link link, Round round, List<Sealed> letters) throws SQLException {
    long until = round.until().toEpochMilli();
    if (link.update(DONE, until, round.schedule(), until) == 0) {
      return false;
    }
    int day = Days.number(round.day());
    for (Sealed letter : letters) {
      if (link.update(COUNT, letter.recipient(), day, round.schedule(), round.most()) == 1) {
        outgoing.insert(link, letter.rows());
      }
    }
    return true;
  }

  @Override
  public Optional<String> reminded(String recipient, LocalDate day) throws Unavailable {
    return readers.read(
        link -> {
          var query = "SELECT schedule FROM reminded WHERE recipient = ? AND day = ?";
          try (var rows = link.prepare(query, recipient, Days.number(day)).executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
          }
        });
  }

  @Override
  public List<Declaration> declared() throws Unavailable {
    return readers.read(SeasonTable::declared);
  }
}
