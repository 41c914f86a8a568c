package org.lanshao.desk.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Reply;
import org.lanshao.notice.Act;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Content;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Unit;
import org.lanshao.notice.Verdict;
import org.lanshao.turn.Unavailable;

/** What somebody is shown of a notice: whom it goes to, when all will have it, and who will not. */
record NoticePreview(NoticeRoom room, NoticeText text) {
  /** The draft with its number, text, audience and what can be answered. */
  Reply of(Notice notice, Map<AreaCode, Verdict> verdicts) throws Unavailable {
    var content = notice.content();
    var choices = choices(content, verdicts);
    var buttons = new ArrayList<String>();
    for (Reply.Choice choice : choices) {
      buttons.add(buttons.size() + 1 + " " + choice.label());
    }
    var said =
        text.say(
            NoticeWords.PREVIEW,
            Map.of(
                "number", content.number(),
                "text", text.whole(notice),
                "audience", audience(notice, verdicts),
                "buttons", String.join("\n", buttons)));
    return Reply.of(said, choices);
  }

  /** When all will have it, and who gets it later or never. */
  List<String> afterwards(Notice notice) throws Unavailable {
    var lines = new ArrayList<>(plan(notice, notice.told().keySet()));
    lines.addAll(later(waiting(notice)));
    return lines;
  }

  private static Map<AreaCode, Verdict> waiting(Notice notice) {
    var verdicts = new LinkedHashMap<>(notice.waiting());
    verdicts.putAll(notice.never());
    return verdicts;
  }

  private List<Reply.Choice> choices(Content content, Map<AreaCode, Verdict> verdicts) {
    var number = content.number();
    var choices = new ArrayList<Reply.Choice>();
    choices.add(new Reply.Choice(text.say(NoticeWords.BUTTON_SEND), "确认 " + number));
    choices.add(new Reply.Choice(text.say(NoticeWords.BUTTON_DROP), "不发 " + number));
    if (content.act() != Act.CANCEL) {
      choices.add(new Reply.Choice(text.say(NoticeWords.BUTTON_WORKER), "每人 " + number));
      choices.add(new Reply.Choice(text.say(NoticeWords.BUTTON_NONE), "免回 " + number));
    }
    boolean quiet =
        verdicts.values().stream()
            .anyMatch(v -> v instanceof Verdict.Hold(var at, var why) && why == Verdict.Why.QUIET);
    if (quiet && content.act() != Act.CANCEL) {
      choices.add(new Reply.Choice(text.say(NoticeWords.BUTTON_NOW), "马上 " + number));
    }
    return choices;
  }

  /** Whom it goes to, counted; who cannot be reached; who gets it later, or never, and why. */
  private String audience(Notice notice, Map<AreaCode, Verdict> verdicts) throws Unavailable {
    var lines = new ArrayList<String>();
    replaced(notice).ifPresent(lines::add);
    var stations = verdicts.keySet();
    var people = new LinkedHashSet<PersonId>();
    if (notice.content().asks() != Asks.NONE) {
      stations.forEach(station -> people.addAll(room.confirmers(station)));
    }
    long groups = stations.stream().mapToLong(station -> room.groups(station).size()).sum();
    lines.add(
        text.say(
            NoticeWords.AUDIENCE,
            Map.of(
                "stations", Integer.toString(stations.size()),
                "groups", Long.toString(groups),
                "people", Integer.toString(people.size()))));
    notice.content().agencies().forEach(agency -> lines.addAll(office(agency, stations)));
    var without =
        stations.stream()
            .filter(s -> room.groups(s).isEmpty() && room.confirmers(s).isEmpty())
            .toList();
    if (!without.isEmpty()) {
      lines.add(text.say(NoticeWords.AUDIENCE_NONE, some(without)));
    }
    lines.addAll(later(verdicts));
    lines.addAll(plan(notice, NoticeIssuing.sent(verdicts)));
    return String.join("\n", lines);
  }

  private Map<String, String> some(List<AreaCode> towns) {
    var names = towns.stream().limit(5).map(room::name).collect(Collectors.joining("、"));
    return Map.of(
        "count", Integer.toString(towns.size()), "names", towns.size() > 5 ? names + "…" : names);
  }

  /** In how many of these towns an agency gets it, and where nobody does. */
  private List<String> office(Agency agency, Set<AreaCode> towns) {
    var units = towns.stream().map(town -> Unit.of(town, agency)).toList();
    var slots = new HashMap<String, String>();
    slots.put("agency", agency.name());
    slots.put("towns", Integer.toString(towns.size()));
    slots.put("groups", sum(units, unit -> room.groups(unit).size()));
    slots.put("people", sum(units, unit -> room.people(unit).size()));
    var lines = new ArrayList<>(List.of(text.say(NoticeWords.AUDIENCE_OFFICE, slots)));
    var without =
        units.stream()
            .filter(unit -> room.groups(unit).isEmpty() && room.people(unit).isEmpty())
            .map(Unit::station)
            .toList();
    if (!without.isEmpty()) {
      slots.putAll(some(without));
      lines.add(text.say(NoticeWords.AUDIENCE_OFFICE_NONE, slots));
    }
    return lines;
  }

  private static String sum(List<Unit> units, ToIntFunction<Unit> count) {
    return Integer.toString(units.stream().mapToInt(count).sum());
  }

  /** When the last group will have it, and the last of those who are written to themselves. */
  private List<String> plan(Notice notice, Set<AreaCode> stations) throws Unavailable {
    var plan = NoticePlan.of(room, notice, stations);
    return Stream.concat(
            plan.groups().stream()
                .map(at -> text.say(NoticeWords.PLAN_GROUPS, Map.of("time", text.time(at)))),
            plan.people().stream()
                .filter(at -> plan.groups().filter(at::equals).isEmpty())
                .map(at -> text.say(NoticeWords.PLAN_PEOPLE, Map.of("time", text.time(at)))))
        .toList();
  }

  private Optional<String> replaced(Notice notice) throws Unavailable {
    var number = notice.content().original();
    if (number.isEmpty() || notice.content().act() != Act.UPDATE) {
      return Optional.empty();
    }
    return room.notices()
        .notice(number.get())
        .map(kept -> NoticeText.title(kept.notice()))
        .map(title -> Map.of("number", number.get(), "title", title))
        .map(slots -> text.say(NoticeWords.AUDIENCE_REPLACES, slots));
  }

  private List<String> later(Map<AreaCode, Verdict> verdicts) {
    var verdictToCount = new LinkedHashMap<Verdict, Integer>();
    verdicts.values().forEach(verdict -> verdictToCount.merge(verdict, 1, Integer::sum));
    var lines = new ArrayList<String>();
    verdictToCount.forEach(
        (verdict, count) -> {
          var number = Integer.toString(count);
          Notice.until(verdict)
              .ifPresent(
                  until ->
                      lines.add(
                          text.say(
                              NoticeWords.AUDIENCE_WAIT,
                              Map.of(
                                  "count", number,
                                  "time", text.time(until),
                                  "why", text.why(verdict)))));
          if (verdict instanceof Verdict.Inhibit(String by)) {
            lines.add(text.say(NoticeWords.AUDIENCE_NEVER, Map.of("count", number, "number", by)));
          }
        });
    return lines;
  }
}
