package org.lanshao.desk.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.desk.talk.Heard;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
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
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Unavailable;

/** Drafts of notices: shown with whom they go to, and let out upon 确认. */
public final class NoticeDrafting {
  private final NoticeRoom room;
  private final NoticeIssuing issuing;

  NoticeDrafting(NoticeRoom room) {
    this.room = room;
    this.issuing = new NoticeIssuing(room);
  }

  /** Whether somebody may let out warnings and responses. */
  public static boolean mayWarn(Person person) {
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
    var agencies = new LinkedHashSet<>(typed.agencies());
    original.ifPresent(notice -> agencies.addAll(notice.content().agencies()));
    var to = new To(stations, agencies);
    return preview(
        sheet, heard, content(sheet, status, act, typed.items(), typed.asks(), original, to));
  }

  /** Whom a notice goes to. */
  private record To(Set<AreaCode> stations, Set<Agency> agencies) {}

  private Content content(
      NoticeSheet sheet,
      Status status,
      Act act,
      List<Item> items,
      Asks asks,
      Optional<Notice> original,
      To to)
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
        to.stations(),
        to.agencies(),
        room.chase().of(urgent));
  }

  /** What holds of a kind, everywhere if no areas are named, and somebody may end. */
  List<KeptNotice> holding(Heard heard, String kind, Set<AreaCode> areas) throws Unavailable {
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
    if (which.isEmpty()) {
      return Reply.of(text(heard).say(NoticeWords.NOTHING_TO_END));
    }
    if (which.size() != 1) {
      var lines =
          which.stream()
              .map(kept -> "解除 " + kept.notice().number() + " " + NoticeText.title(kept.notice()))
              .collect(Collectors.joining("\n"));
      return Reply.of(text(heard).say(NoticeWords.WHICH_END, Map.of("lines", lines)));
    }
    var notice = which.getFirst().notice();
    var items = notice.content().items().stream().map(item -> over(item, heard)).toList();
    var told = new To(notice.told().keySet(), notice.content().agencies());
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
    var title = text(heard).ended(item);
    return new Item(item.kind(), item.level(), item.areas(), title, "", Optional.empty());
  }

  private Reply preview(NoticeSheet sheet, Heard heard, Content content) throws Unavailable {
    var page = sheet.begin(new NoticeEvent.Drafted(sheet.by(), content));
    var verdicts = issuing.preview(page.notice(), sheet);
    return new NoticePreview(room, text(heard)).of(page.notice(), verdicts);
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
            String.join("\n", new NoticePreview(room, text).afterwards(page.notice())));
    var progress = new Reply.Choice("进度 " + number, "进度 " + number);
    return Reply.of(text.say(NoticeWords.SENT, slots).strip(), List.of(progress));
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
