package org.lanshao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes what depends on turns that won: timers, counts, messages, media, and so on. */
final class Dependents {
  private final Tables tables;

  Dependents(Tables tables) {
    this.tables = tables;
  }

  /** Writes it. */
  void write(Link link, List<Rows> winners) throws SQLException {
    tables.timers().move(link, all(winners, Rows::moves));
    var timers = all(winners, Rows::timers);
    if (!timers.isEmpty()) {
      tables.timers().insert(link, timers);
    }
    var filings = all(winners, Rows::filings);
    if (!filings.isEmpty()) {
      writeFilings(link, filings);
    }
    writeAlerts(link, winners);
    writeNotices(link, winners);
    var listed = all(winners, Rows::listed);
    if (!listed.isEmpty()) {
      tables.campaigns().list(link, listed);
    }
    writeOutgoing(link, winners);
    var media = all(winners, Rows::media);
    if (!media.isEmpty()) {
      tables.media().insert(link, media);
    }
    for (var rows : winners) {
      if (rows.register().isPresent()) {
        tables.register().insert(link, rows.register().get().edits());
      }
      if (rows.season().isPresent()) {
        SeasonTable.declare(link, rows.season().get());
      }
    }
    var dropped = winners.stream().flatMap(r -> r.dropped().stream()).toList();
    if (!dropped.isEmpty()) {
      tables.media().drop(link, dropped);
    }
  }

  private void writeAlerts(Link link, List<Rows> winners) throws SQLException {
    var alerts = winners.stream().map(Rows::alerts).toList();
    tables
        .alerts()
        .insert(
            link,
            alerts.stream()
                .flatMap(one -> one.step().stream())
                .flatMap(step -> step.events().stream())
                .toList(),
            alerts.stream().flatMap(one -> one.seen().stream()).toList());
  }

  private void writeNotices(Link link, List<Rows> winners) throws SQLException {
    var notices = winners.stream().map(Rows::notices).filter(one -> !one.isEmpty()).toList();
    if (!notices.isEmpty()) {
      tables.notices().insert(link, notices);
      tables.receipts().insert(link, notices);
    }
  }

  /** What a turn ends are the messages of those before it, never its own. */
  private void writeOutgoing(Link link, List<Rows> winners) throws SQLException {
    var outgoing = new ArrayList<Object[]>();
    for (var rows : winners) {
      if (!rows.ended().isEmpty()) {
        tables.outgoing().insert(link, outgoing);
        outgoing.clear();
        for (var cause : rows.ended()) {
          OutgoingTable.cancel(link, cause);
        }
      }
      outgoing.addAll(rows.outgoing());
    }
    tables.outgoing().insert(link, outgoing);
    for (var rows : winners) {
      tables.outgoing().again(link, rows.again());
    }
  }

  private void writeFilings(Link link, List<Rows.Filing> filings) throws SQLException {
    var submissions = filings.stream().filter(Rows.Filing::first).map(Rows.Filing::row).toList();
    if (!submissions.isEmpty()) {
      tables.submissions().insert(link, submissions);
    }
    tables.entries().insert(link, filings);
    MetTable.insert(tables.register().dialect(), link, filings);
    for (var filing : filings) {
      if (!filing.first()) {
        tables.entries().takeBack(link, filing.row()[0], filing.row()[1], filing.entries().size());
        if (filing.daily().isEmpty()) {
          StationDayTable.delete(link, filing.row()[0]);
        }
      }
    }
  }

  /** What all turns of a batch have of a kind; most have none. */
  private static <T> List<T> all(List<Rows> winners, Function<Rows, List<T>> kind) {
    var all = new ArrayList<T>();
    for (var rows : winners) {
      all.addAll(kind.apply(rows));
    }
    return all;
  }
}
