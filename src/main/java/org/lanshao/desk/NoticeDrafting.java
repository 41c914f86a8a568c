package org.lanshao.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.message.Reply;
import org.lanshao.notice.Act;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Content;
import org.lanshao.notice.Item;
import org.lanshao.notice.Level;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Status;
import org.lanshao.notice.Verdict;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Unavailable;

/** Drafts of notices: shown with whom they go to, and let out upon 确认. */
final class NoticeDrafting {
  private final NoticeRoom room;
  private final NoticeIssuing issuing;

  NoticeDrafting(NoticeRoom room) {
    this.room = room;
    this.issuing = new NoticeIssuing(room);
  }

  /** Whether somebody may let out warnings and responses. */
  static boolean mayWarn(Person person) {
    return person.role() == Role.COUNTY
        || person.role() == Role.CITY
        || person.role() == Role.ADMIN;
  }

  /** Whether somebody may let out plain notices: heads and officers of towns too. */
  static boolean mayTell(Person person) {
    return mayWarn(person) || person.role() == Role.HEAD || person.role() == Role.TOWN;
  }

  /** What follows from what somebody typed. */
  Reply draft(NoticeSheet sheet, Heard heard, NoticeDraft draft, Status status) throws Unavailable {
    return switch (draft) {
      case NoticeDraft.Lacking(NoticeWords phrase, Map<String, String> slots) ->
          Reply.of(text(heard).say(phrase, slots));
      case NoticeDraft.New typed -> begin(sheet, heard, typed, status);
      case NoticeDraft.Over(String kind, Set<AreaCode> areas) ->
          end(sheet, heard, holding(heard, kind, areas));
    };
  }

  private Reply begin(NoticeSheet sheet, Heard heard, NoticeDraft.New typed, Status status)
      throws Unavailable {
    var areas =
        typed.items().stream()
            .flatMap(item -> item.areas().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var charge = room.directory().charge(heard.speaker());
    var beyond = areas.stream().filter(area -> !room.directory().within(area, charge)).findFirst();
    if (beyond.isPresent()) {
      return Reply.of(text(heard).say(NoticeWords.BEYOND, Map.of("area", room.name(charge))));
    }
    if (status.isPractice() && !room.areStations(areas)) {
      return Reply.of(text(heard).say(NoticeWords.PRACTICE_STATION));
    }
    var stations = new LinkedHashSet<>(typed.stations().orElseGet(() -> room.stations(areas)));
    if (stations.isEmpty()) {
      return Reply.of(text(heard).say(NoticeWords.NO_STATION));
    }
    var first = typed.items().getFirst();
    var original =
        status.isPractice() || first.level() instanceof Level.Plain
            ? Optional.<Notice>empty()
            : issuing.replaced(first.kind(), first.level(), stations);
    original.ifPresent(notice -> stations.addAll(notice.told().keySet()));
    var act = original.isPresent() ? Act.UPDATE : Act.ALERT;
    return preview(
        sheet, heard, content(sheet, status, act, typed.items(), typed.asks(), original, stations));
  }

  private Content content(
      NoticeSheet sheet,
      Status status,
      Act act,
      List<Item> items,
      Asks asks,
      Optional<Notice> original,
      Set<AreaCode> stations)
      throws Unavailable {
    boolean urgent = items.stream().anyMatch(item -> item.level().isUrgent());
    return new Content(
        room.number(status),
        sheet.now(),
        status,
        act,
        items,
        asks,
        false,
        original.map(Notice::number),
        Optional.empty(),
        stations,
        room.chase().of(urgent));
  }

  private List<KeptNotice> holding(Heard heard, String kind, Set<AreaCode> areas)
      throws Unavailable {
    return ended(heard).stream()
        .filter(kept -> kept.notice().content().first().kind().equals(kind))
        .filter(
            kept ->
                areas.isEmpty()
                    || room.stations(areas).containsAll(kept.notice().content().stations()))
        .toList();
  }

  /** What holds and somebody may end: all its stations are in their charge. */
  List<KeptNotice> ended(Heard heard) throws Unavailable {
    var charge = room.directory().charge(heard.speaker());
    Directory directory = room.directory();
    return room.notices().current(room.now()).stream()
        .filter(kept -> kept.notice().isOpen())
        .filter(kept -> !NoticeText.isEnd(kept.notice().content()))
        .filter(
            kept ->
                kept.notice().content().stations().stream()
                    .allMatch(station -> directory.within(station, charge)))
        .toList();
  }

  /** 解除: the draft of an all-clear; of several which one is meant. */
  Reply end(NoticeSheet sheet, Heard heard, List<KeptNotice> which) throws Unavailable {
    if (which.size() != 1) {
      var lines =
          which.stream()
              .map(kept -> "解除 " + kept.notice().number() + " " + NoticeText.title(kept.notice()))
              .collect(Collectors.joining("\n"));
      return Reply.of(text(heard).say(NoticeWords.WHICH_END, Map.of("lines", lines)));
    }
    var notice = which.getFirst().notice();
    var items = notice.content().items().stream().map(item -> over(item, heard)).toList();
    var told = notice.told().keySet();
    var content =
        content(
            sheet,
            notice.content().status(),
            Act.CANCEL,
            items,
            Asks.NONE,
            Optional.of(notice),
            told);
    return preview(sheet, heard, content);
  }

  private Item over(Item item, Heard heard) {
    var title = text(heard).say(NoticeWords.HEADLINE_END, Map.of("title", item.headline()));
    return new Item(item.kind(), item.level(), item.areas(), title, "", Optional.empty());
  }

  private Reply preview(NoticeSheet sheet, Heard heard, Content content) throws Unavailable {
    var page = sheet.begin(new NoticeEvent.Drafted(sheet.by(), content));
    var text = text(heard);
    var verdicts = issuing.preview(page.notice(), sheet);
    var choices = choices(text, content, verdicts);
    var buttons = new ArrayList<String>();
    for (Reply.Choice choice : choices) {
      buttons.add(buttons.size() + 1 + " " + choice.label());
    }
    var said =
        text.say(
            NoticeWords.PREVIEW,
            Map.of(
                "number", content.number(),
                "text", text.whole(page.notice()),
                "audience", audience(text, page.notice(), verdicts),
                "buttons", String.join("\n", buttons)));
    return Reply.of(said, choices);
  }

  private static List<Reply.Choice> choices(
      NoticeText text, Content content, Map<AreaCode, Verdict> verdicts) {
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
  private String audience(NoticeText text, Notice notice, Map<AreaCode, Verdict> verdicts)
      throws Unavailable {
    var lines = new ArrayList<String>();
    replaced(text, notice).ifPresent(lines::add);
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
    var without =
        stations.stream()
            .filter(s -> room.groups(s).isEmpty() && room.confirmers(s).isEmpty())
            .toList();
    if (!without.isEmpty()) {
      var names = without.stream().limit(5).map(room::name).collect(Collectors.joining("、"));
      lines.add(
          text.say(
              NoticeWords.AUDIENCE_NONE,
              Map.of(
                  "count",
                  Integer.toString(without.size()),
                  "names",
                  without.size() > 5 ? names + "…" : names)));
    }
    lines.addAll(later(text, verdicts));
    lines.addAll(plan(text, notice, NoticeIssuing.sent(verdicts)));
    return String.join("\n", lines);
  }

  /** When the last group will have it, and the last of those who are written to themselves. */
  private List<String> plan(NoticeText text, Notice notice, Set<AreaCode> stations) {
    var plan = NoticePlan.of(room, notice, stations, room.now());
    return Stream.concat(
            plan.groups().stream()
                .map(at -> text.say(NoticeWords.PLAN_GROUPS, Map.of("time", text.time(at)))),
            plan.people().stream()
                .filter(at -> plan.groups().filter(at::equals).isEmpty())
                .map(at -> text.say(NoticeWords.PLAN_PEOPLE, Map.of("time", text.time(at)))))
        .toList();
  }

  private Optional<String> replaced(NoticeText text, Notice notice) throws Unavailable {
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

  private static List<String> later(NoticeText text, Map<AreaCode, Verdict> verdicts) {
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

  /** The draft goes out. */
  Reply send(NoticeSheet sheet, Heard heard, KeptNotice draft, Optional<Asks> asks, boolean now)
      throws Unavailable {
    var text = text(heard);
    var number = draft.notice().number();
    var content = draft.notice().content();
    if (!draft.notice().isDraft() || isOvertaken(content)) {
      return Reply.of(text.say(NoticeWords.OVERTAKEN, Map.of("number", number)));
    }
    var page = sheet.page(draft);
    issuing.issue(sheet, page, asks.orElse(content.asks()), now);
    var told = Integer.toString(page.notice().told().size());
    if (NoticeText.isEnd(content)) {
      var slots =
          Map.of(
              "number", number,
              "original", content.original().orElse(""),
              "stations", told);
      return Reply.of(text.say(NoticeWords.SENT_END, slots));
    }
    var slots =
        Map.of(
            "number",
            number,
            "stations",
            told,
            "waiting",
            String.join("\n", afterwards(text, page.notice())));
    var progress = new Reply.Choice("进度 " + number, "进度 " + number);
    return Reply.of(text.say(NoticeWords.SENT, slots).strip(), List.of(progress));
  }

  /** When all will have it, and who gets it later or never. */
  private List<String> afterwards(NoticeText text, Notice notice) {
    var lines = new ArrayList<>(plan(text, notice, notice.told().keySet()));
    lines.addAll(later(text, waiting(notice)));
    return lines;
  }

  private static Map<AreaCode, Verdict> waiting(Notice notice) {
    var verdicts = new LinkedHashMap<>(notice.waiting());
    verdicts.putAll(notice.never());
    return verdicts;
  }

  /** Whether what it takes the place of is over by now. */
  private boolean isOvertaken(Content content) throws Unavailable {
    return content.original().isPresent()
        && room.notices()
            .notice(content.original().get())
            .filter(kept -> kept.notice().isOpen())
            .isEmpty();
  }

  /** The draft is not wanted. */
  Reply drop(NoticeSheet sheet, Heard heard, KeptNotice draft) {
    var number = Map.of("number", draft.notice().number());
    if (!draft.notice().isDraft()) {
      return Reply.of(text(heard).say(NoticeWords.OVERTAKEN, number));
    }
    sheet.page(draft).add(new NoticeEvent.Ended(sheet.by(), Notice.End.DROPPED, ""));
    return Reply.of(text(heard).say(NoticeWords.DROPPED, number));
  }

  private NoticeText text(Heard heard) {
    return new NoticeText(room, room.words(heard.speaker().id()));
  }
}
