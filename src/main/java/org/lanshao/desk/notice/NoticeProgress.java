package org.lanshao.desk.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Person;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Tally;
import org.lanshao.notice.Unit;
import org.lanshao.notice.Verdict;
import org.lanshao.turn.Facts.Fate;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.NoticeReceipt;
import org.lanshao.turn.Unavailable;

/** 进度: who was sent a notice, who has confirmed, who has not, and why somebody was not reached. */
final class NoticeProgress {
  /** More names are better looked at by county. */
  private static final int NAMED = 30;

  private final NoticeRoom room;
  private final NoticeText text;
  private final NoticeCounts counts;

  NoticeProgress(NoticeRoom room, NoticeText text) {
    this.room = room;
    this.text = text;
    this.counts = new NoticeCounts(room, text);
  }

  /**
   * How a notice stands within an area.
   *
   * @param names whether people may be named: in private
   */
  String of(Notice notice, AreaCode within, boolean names) throws Unavailable {
    var receipts = receipts(notice);
    var lost = NoticeLost.of(room, text, notice, asked(notice, within));
    var tally = Tally.of(asked(notice, within), receipts.keySet(), lost.keySet());
    var lines = new ArrayList<>(counts.lines(notice, within, tally, names));
    waiting(notice, within).ifPresent(lines::addAll);
    if (names) {
      lines.addAll(names(notice, tally, receipts, lost));
    } else {
      lines.add(text.say(NoticeWords.PROGRESS_PRIVATE));
    }
    return String.join("\n", lines);
  }

  private Map<Unit, NoticeReceipt> receipts(Notice notice) throws Unavailable {
    return room.notices().receipts(notice.number()).stream()
        .collect(Collectors.toMap(NoticeReceipt::unit, Function.identity()));
  }

  private Tally tally(Notice notice, AreaCode within) throws Unavailable {
    var asked = asked(notice, within);
    var lost = NoticeLost.of(room, text, notice, asked);
    return Tally.of(asked, receipts(notice).keySet(), lost.keySet());
  }

  /** Who was asked within an area; where nobody was, to whom it went. */
  private List<Unit> asked(Notice notice, AreaCode within) throws Unavailable {
    var units =
        notice.content().asks() == Asks.NONE
            ? notice.told().keySet().stream()
                .flatMap(town -> NoticeCounts.units(notice, town))
                .toList()
            : room.notices().units(notice.number());
    return units.stream().filter(unit -> room.directory().within(unit.station(), within)).toList();
  }

  /** How many stations it waits for, until when and why. */
  private List<String> waits(Notice notice, AreaCode within) {
    var lines = new ArrayList<String>();
    var verdictToCount = new LinkedHashMap<Verdict, Integer>();
    notice.waiting().entrySet().stream()
        .filter(entry -> room.directory().within(entry.getKey(), within))
        .forEach(entry -> verdictToCount.merge(entry.getValue(), 1, Integer::sum));
    verdictToCount.forEach(
        (verdict, count) ->
            lines.add(
                text.say(
                    NoticeWords.PROGRESS_WAIT,
                    Map.of(
                        "count", Integer.toString(count),
                        "time", Notice.until(verdict).map(text::time).orElse(""),
                        "why", text.why(verdict)))));
    return lines;
  }

  private Optional<List<String>> waiting(Notice notice, AreaCode within) throws Unavailable {
    var lines = new ArrayList<>(waits(notice, within));
    long never =
        notice.never().keySet().stream()
            .filter(station -> room.directory().within(station, within))
            .count();
    if (never > 0) {
      lines.add(text.say(NoticeWords.PROGRESS_NEVER, Map.of("count", Long.toString(never))));
    }
    leaving(notice, within).ifPresent(lines::add);
    within(notice, within).forEach(lines::add);
    if (notice.stage() instanceof Notice.Stage.Over(var end, var number, var at)) {
      lines.add(over(end, number, text.time(at)));
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
  }

  private String over(Notice.End end, String number, String time) {
    var slots = Map.of("number", number, "time", time);
    return switch (end) {
      case LIFTED -> text.say(NoticeWords.PROGRESS_LIFTED, slots);
      case REPLACED -> text.say(NoticeWords.PROGRESS_REPLACED, slots);
      case DROPPED, EXPIRED -> text.say(NoticeWords.PROGRESS_OVER, Map.of("time", time));
    };
  }

  /** How many groups it is still on its way to, and when the last will have it. */
  private Optional<String> leaving(Notice notice, AreaCode within) throws Unavailable {
    var stations =
        notice.told().keySet().stream()
            .filter(station -> room.directory().within(station, within))
            .toList();
    var keys =
        stations.stream()
            .flatMap(town -> NoticeCounts.units(notice, town))
            .map(Unit::key)
            .collect(Collectors.toSet());
    var fates =
        room.facts().fates(NoticePost.begin(notice.number())).stream()
            .filter(fate -> fate.end() == Fate.End.WAITS)
            .map(Fate::once)
            .toList();
    long groups =
        fates.stream()
            .map(NoticePost.Once::read)
            .filter(once -> once.isFirst() && once.isToGroup() && keys.contains(once.key()))
            .count();
    return groups == 0
        ? Optional.empty()
        : Optional.of(leaving(notice, stations, groups, Set.copyOf(fates)));
  }

  private String leaving(Notice notice, List<AreaCode> stations, long groups, Set<String> waiting)
      throws Unavailable {
    var count = Long.toString(groups);
    var sent =
        stations.stream()
            .flatMap(station -> Stream.ofNullable(notice.told().get(station)))
            .map(Notice.Left::at)
            .max(Comparator.naturalOrder())
            .orElseGet(room::now);
    return NoticePlan.ofRest(room, notice, stations, sent, waiting)
        .groups()
        .filter(last -> last.isAfter(room.now()))
        .map(at -> Map.of("count", count, "time", text.time(at)))
        .map(slots -> text.say(NoticeWords.PROGRESS_PLAN, slots))
        .orElseGet(() -> text.say(NoticeWords.PROGRESS_LEAVING, Map.of("count", count)));
  }

  /** In which other messages it left. */
  private List<String> within(Notice notice, AreaCode within) {
    var numberToCount = new TreeMap<String, Integer>();
    notice
        .told()
        .forEach(
            (station, left) -> {
              if (room.directory().within(station, within)
                  && !left.within().equals(notice.number())) {
                numberToCount.merge(left.within(), 1, Integer::sum);
              }
            });
    return numberToCount.entrySet().stream()
        .map(
            entry ->
                text.say(
                    NoticeWords.PROGRESS_WITHIN,
                    Map.of("number", entry.getKey(), "count", entry.getValue().toString())))
        .toList();
  }

  private List<String> names(
      Notice notice, Tally tally, Map<Unit, NoticeReceipt> receipts, Map<Unit, String> lost) {
    var lines = new ArrayList<String>();
    if (notice.content().asks() != Asks.NONE) {
      add(
          lines,
          NoticeWords.PROGRESS_OPEN,
          tally.in(Tally.State.UNCONFIRMED),
          one -> open(room, text, one));
      add(
          lines,
          NoticeWords.PROGRESS_CONFIRMED,
          tally.in(Tally.State.CONFIRMED),
          unit -> confirmed(unit, receipts));
    }
    lost(tally, lost).ifPresent(lines::add);
    return lines;
  }

  /** Those who were not reached, by why. */
  private Optional<String> lost(Tally tally, Map<Unit, String> unitToWhy) {
    var whyToNames = new LinkedHashMap<String, List<String>>();
    for (Unit unit : tally.in(Tally.State.UNDELIVERABLE)) {
      var why = unitToWhy.getOrDefault(unit, "");
      whyToNames.computeIfAbsent(why, w -> new ArrayList<>()).add(room.name(unit));
    }
    var lines = new ArrayList<String>();
    whyToNames.forEach(
        (why, names) -> {
          var slots =
              Map.of("names", some(names), "count", Integer.toString(names.size()), "why", why);
          lines.add(text.say(NoticeWords.PROGRESS_LOST_ONE, slots));
        });
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            text.say(NoticeWords.PROGRESS_LOST, Map.of("names", String.join("\n", lines))));
  }

  private void add(
      List<String> lines, NoticeWords phrase, List<Unit> units, Function<Unit, String> line) {
    if (units.isEmpty()) {
      return;
    }
    lines.add(text.say(phrase, Map.of("names", some(text, units, line))));
  }

  /** Some in a line each, and how many more there are. */
  static <T> String some(NoticeText text, List<T> all, Function<T, String> line) {
    var names = new ArrayList<>(all.stream().limit(NAMED).map(line).toList());
    if (all.size() > NAMED) {
      var more = Map.of("count", Integer.toString(all.size() - NAMED));
      names.add(text.say(NoticeWords.PROGRESS_MORE, more));
    }
    return String.join("\n", names);
  }

  /** Some names in one line, with a mark where there are more. */
  static String some(List<String> names) {
    return names.stream().limit(NAMED).collect(Collectors.joining("、"))
        + (names.size() > NAMED ? "…" : "");
  }

  /** Who has not confirmed, with those to be called. */
  static String open(NoticeRoom room, NoticeText text, Unit unit) {
    var people = unit.person().map(List::of).orElseGet(() -> room.people(unit));
    var called = people.stream().limit(2).map(room::withPhone).collect(Collectors.joining("、"));
    var slots = Map.of("name", room.name(unit.team()), "people", called);
    return text.say(NoticeWords.PROGRESS_OPEN_ONE, slots).strip();
  }

  private String confirmed(Unit unit, Map<Unit, NoticeReceipt> receipts) {
    var receipt = Objects.requireNonNull(receipts.get(unit), "confirmed without a receipt");
    var who = room.directory().person(receipt.person()).map(Person::name).orElse("");
    var slots = new HashMap<String, String>();
    slots.put("name", room.name(unit.team()));
    slots.put("time", text.time(receipt.at()));
    slots.put("who", who);
    if (receipt.how() != NoticeReceipt.How.PROXY) {
      return text.say(NoticeWords.PROGRESS_CONFIRMED_ONE, slots);
    }
    slots.put("note", receipt.note());
    return text.say(NoticeWords.PROGRESS_PROXY_ONE, slots).strip();
  }

  /** The notices that hold, each in a line with how many have confirmed. */
  String list(AreaCode within) throws Unavailable {
    var lines = new ArrayList<String>();
    for (KeptNotice kept : room.notices().current(room.now())) {
      var notice = kept.notice();
      boolean mine =
          Stream.concat(notice.told().keySet().stream(), notice.waiting().keySet().stream())
              .anyMatch(station -> room.directory().within(station, within));
      if (notice.isOpen() && mine) {
        lines.addAll(counts.lines(notice, within, tally(notice, within), false));
        lines.addAll(waits(notice, within));
      }
    }
    return lines.isEmpty()
        ? text.say(NoticeWords.PROGRESS_NOTHING)
        : text.say(NoticeWords.PROGRESS_LIST, Map.of("lines", String.join("\n", lines)));
  }
}
