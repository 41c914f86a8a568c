package org.lanshao.desk.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Tally;
import org.lanshao.notice.Unit;

/** How many were sent a notice and how many confirmed: of stations, and of each agency. */
final class NoticeCounts {
  private final NoticeRoom room;
  private final NoticeText text;

  NoticeCounts(NoticeRoom room, NoticeText text) {
    this.room = room;
    this.text = text;
  }

  /** A station and the agencies of its town that a notice goes to. */
  static Stream<Unit> units(Notice notice, AreaCode station) {
    var offices = notice.content().agencies().stream().map(agency -> Unit.of(station, agency));
    return Stream.concat(Stream.of(Unit.of(station)), offices);
  }

  /** The stations, or who works there, in a line; each agency in one of its own. */
  List<String> lines(Notice notice, AreaCode within, Tally tally, boolean names) {
    var lines = new ArrayList<String>();
    lines.add(first(notice, within, tally.only(unit -> unit.agency().isEmpty())));
    for (Agency agency : notice.content().agencies()) {
      var theirs = tally.only(unit -> unit.agency().equals(Optional.of(agency)));
      if (!theirs.unitToState().isEmpty()) {
        lines.add(office(notice, agency, theirs, names));
      }
    }
    return lines;
  }

  private String office(Notice notice, Agency agency, Tally tally, boolean names) {
    var slots = new HashMap<String, String>();
    slots.put("agency", agency.name());
    slots.put("sent", Integer.toString(tally.unitToState().size()));
    slots.put("lost", Long.toString(tally.count(Tally.State.UNDELIVERABLE)));
    if (notice.content().asks() == Asks.NONE) {
      return text.say(NoticeWords.PROGRESS_OFFICE_UNASKED, slots);
    }
    slots.put("confirmed", Long.toString(tally.count(Tally.State.CONFIRMED)));
    var missing = tally.open().stream().map(room::name).toList();
    slots.put("names", NoticeProgress.some(missing));
    boolean listed = names && !missing.isEmpty();
    return text.say(listed ? NoticeWords.PROGRESS_OFFICE_OPEN : NoticeWords.PROGRESS_OFFICE, slots);
  }

  private String first(Notice notice, AreaCode within, Tally tally) {
    var slots = new HashMap<>(text.naming(notice, within));
    slots.remove("mark");
    slots.put("sent", Integer.toString(tally.unitToState().size()));
    slots.put("lost", Long.toString(tally.count(Tally.State.UNDELIVERABLE)));
    if (notice.content().asks() == Asks.NONE) {
      return text.say(NoticeWords.PROGRESS_UNASKED, slots);
    }
    slots.put("confirmed", Long.toString(tally.count(Tally.State.CONFIRMED)));
    slots.put("unconfirmed", Long.toString(tally.count(Tally.State.UNCONFIRMED)));
    return text.say(NoticeWords.PROGRESS, slots);
  }
}
