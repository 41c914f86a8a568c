package org.lanshao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanshao.directory.PersonId;
import org.lanshao.reading.Practice;
import org.lanshao.turn.PracticeBook;
import org.lanshao.turn.Unavailable;

/** What practice has left in the tables of records, matters, alerts and notices. */
final class PracticeStore implements PracticeBook {
  private static final List<String> LEFT =
      List.of(
          "SELECT number, at FROM submission WHERE person = ? AND substr(number, 2, 1) = 'X'",
          "SELECT number, at FROM submission WHERE person = ? AND substr(number, 3, 1) = 'X'",
          "SELECT number, at FROM alert WHERE person = ? AND practice = 1",
          "SELECT number, changed FROM notice WHERE person = ? AND substr(number, 2, 1) = 'X'");
  private static final List<String> REMOVE =
      List.of(
          "DELETE FROM matter WHERE number IN"
              + " (SELECT m.number FROM matter m WHERE m.record = ? AND m.version = 1)",
          "DELETE FROM revision WHERE submission IN (SELECT id FROM submission WHERE number = ?)",
          "DELETE FROM submission WHERE number = ?",
          "DELETE FROM alert_seen WHERE alert = ?",
          "DELETE FROM alert_event WHERE alert = ?",
          "DELETE FROM alert WHERE number = ?",
          "DELETE FROM notice_receipt WHERE notice = ?",
          "DELETE FROM notice_unit WHERE notice = ?",
          "DELETE FROM notice_event WHERE notice = ?",
          "DELETE FROM notice WHERE number = ?");

  private static final Comparator<Removal> BY_NUMBER = Comparator.comparing(Removal::number);

  private final MediaTable media;
  private final Writer writer;
  private final Readers readers;

  PracticeStore(MediaTable media, Writer writer, Readers readers) {
    this.media = media;
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public List<Left> of(Set<PersonId> people) throws Unavailable {
    return readers.read(
        link -> {
          var left = new HashMap<String, Left>();
          for (PersonId person : people) {
            read(link, person, left);
          }
          return left.values().stream()
              .sorted(Comparator.comparing(Left::at).thenComparing(Left::number).reversed())
              .toList();
        });
  }

  /** An alert and the record of its form have one number. */
  private static void read(Link link, PersonId person, Map<String, Left> left) throws SQLException {
    for (String sql : LEFT) {
      try (var rows = link.prepare(sql, person.text()).executeQuery()) {
        while (rows.next()) {
          var number = rows.getString(1);
          left.putIfAbsent(number, new Left(number, person, Instant.ofEpochMilli(rows.getLong(2))));
        }
      }
    }
  }

  @Override
  public void remove(List<Removal> removals) throws Unavailable {
    var practice = removals.stream().filter(one -> Practice.is(one.number())).toList();
    writer.write(
        new Work.Small<>(
            false,
            link -> {
              for (Removal removal : practice.stream().sorted(BY_NUMBER).toList()) {
                remove(link, removal);
              }
              return practice.size();
            }));
  }

  private void remove(Link link, Removal removal) throws SQLException {
    remove(link, removal.number());
    for (String begin : removal.messages()) {
      OutgoingTable.cancel(link, begin);
    }
    media.drop(link, removal.media().stream().map(media::key).toList());
  }

  /** Takes away all that has this number of practice. */
  static void remove(Link link, String number) throws SQLException {
    for (String sql : REMOVE) {
      link.update(sql, number);
    }
  }
}
