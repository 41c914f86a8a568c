package org.lanshao.desk.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.desk.talk.Heard;
import org.lanshao.directory.Group;
import org.lanshao.directory.Person;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.notice.Notice.End;
import org.lanshao.notice.Notice.Stage.Over;
import org.lanshao.turn.NoticeReceipt;
import org.lanshao.turn.NoticeReceipt.How;
import org.lanshao.turn.Notices.Asked;
import org.lanshao.turn.Unavailable;

/** 收到: somebody confirms a notice for their station, or for themselves. */
final class NoticeConfirming {
  /** What was confirmed before is told of so many, of the newest. */
  private static final int NAMED = 5;

  private final NoticeRoom room;
  private final NoticeCards cards;

  NoticeConfirming(NoticeRoom room) {
    this.room = room;
    this.cards = new NoticeCards(room);
  }

  /** Those of these numbers; of each is told what became of it. */
  Reply numbered(NoticeSheet sheet, Heard heard, List<String> numbers) throws Unavailable {
    var confirmed = new ArrayList<Asked>();
    var said = new ArrayList<Said>();
    for (String number : numbers) {
      said.add(numbered(sheet, heard, number, confirmed));
    }
    finish(sheet, heard, confirmed);
    var reply = Reply.of(said.stream().map(Said::text).collect(Collectors.joining("\n")));
    return said.stream()
        .flatMap(one -> one.shown().stream())
        .reduce((one, other) -> other)
        .map(reply::pressed)
        .orElse(reply);
  }

  /**
   * What is answered of one notice.
   *
   * @param shown what a card shows in place of the button that was pressed for it
   */
  private record Said(String text, Optional<String> shown) {}

  private Said numbered(NoticeSheet sheet, Heard heard, String number, List<Asked> confirmed)
      throws Unavailable {
    var text = text(heard);
    var asked = room.notices().asked(number, room.units(heard.speaker()));
    if (asked.isEmpty()) {
      boolean known = room.notices().notice(number).isPresent();
      var phrase = known ? NoticeWords.NOT_ASKED : NoticeWords.UNKNOWN_NUMBER;
      return new Said(text.say(phrase, Map.of("number", number)), Optional.empty());
    }
    var before = room.notices().receipt(number, asked.get().unit());
    if (before.isPresent()) {
      return said(heard, before.get());
    }
    var over = over(number);
    if (over.isPresent()) {
      return over(text, number, over.get());
    }
    confirm(sheet, heard, asked.get());
    confirmed.add(asked.get());
    var slots =
        Map.of(
            "number", number,
            "time", text.time(sheet.now()),
            "station", room.name(asked.get().unit()));
    var shown = cards.shown(text, heard.speaker().id(), sheet.now());
    return new Said(text.say(NoticeWords.CONFIRMED, slots), Optional.of(shown));
  }

  private Optional<Over> over(String number) throws Unavailable {
    return room.notices()
        .notice(number)
        .filter(kept -> kept.notice().stage() instanceof Over)
        .map(kept -> (Over) kept.notice().stage());
  }

  /** What is over needs no confirmation any more; another one that took its place does. */
  private static Said over(NoticeText text, String number, Over over) {
    var shown = Optional.of(text.say(NoticeWords.OVER_CARD));
    if (over.end() != End.REPLACED) {
      return new Said(text.say(NoticeWords.CONFIRMED_LATE, Map.of("number", number)), shown);
    }
    var slots =
        Map.of("number", number, "other", over.number(), "digits", over.number().substring(1));
    return new Said(text.say(NoticeWords.CONFIRM_OTHER, slots), shown);
  }

  private Said said(Heard heard, NoticeReceipt before) {
    var shown = cards.shown(text(heard), before.person(), before.at());
    return new Said(before(heard, before), Optional.of(shown));
  }

  /** That it was confirmed before: by whom, and when. */
  String before(Heard heard, NoticeReceipt receipt) {
    var text = text(heard);
    var slots = new HashMap<String, String>();
    slots.put("number", receipt.notice());
    slots.put("time", text.time(receipt.at()));
    if (receipt.person().equals(heard.speaker().id())) {
      return text.say(NoticeWords.CONFIRMED_SELF, slots);
    }
    slots.put("name", room.directory().person(receipt.person()).map(Person::name).orElse(""));
    boolean proxy = receipt.how() == How.PROXY;
    return text.say(proxy ? NoticeWords.CONFIRMED_PROXY : NoticeWords.CONFIRMED_BEFORE, slots);
  }

  /** Who confirmed what holds, and when; empty when nothing that holds was confirmed. */
  Optional<Reply> already(Heard heard) throws Unavailable {
    var said =
        room.notices().confirmed(room.units(heard.speaker()), NAMED).stream()
            .map(receipt -> said(heard, receipt))
            .toList();
    if (said.isEmpty()) {
      return Optional.empty();
    }
    var reply = Reply.of(said.stream().map(Said::text).collect(Collectors.joining("\n")));
    return said.getFirst().shown().map(reply::pressed);
  }

  /** The only one that is open; of several a list; empty when none is. */
  Optional<Reply> bare(NoticeSheet sheet, Heard heard) throws Unavailable {
    var asked = room.notices().asked(room.units(heard.speaker()));
    return switch (asked.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(numbered(sheet, heard, List.of(asked.getFirst().number())));
      default -> Optional.of(which(text(heard), asked));
    };
  }

  private Reply which(NoticeText text, List<Asked> asked) throws Unavailable {
    var lines = new ArrayList<String>();
    for (Asked one : asked) {
      var title =
          room.notices()
              .notice(one.number())
              .map(kept -> text.title(kept.notice(), one.unit().station()));
      var slots = Map.of("number", one.number(), "title", title.orElse(one.title()));
      lines.add(text.say(NoticeWords.WHICH_LINE, slots));
    }
    var all = new Reply.Choice(text.say(NoticeWords.BUTTON_ALL), "收到全部");
    var slots = Map.of("lines", String.join("\n", lines));
    return Reply.of(text.say(NoticeWords.WHICH, slots), List.of(all));
  }

  /** All that are open; empty when none is. */
  Optional<Reply> all(NoticeSheet sheet, Heard heard) throws Unavailable {
    var asked = room.notices().asked(room.units(heard.speaker()));
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    for (Asked one : asked) {
      confirm(sheet, heard, one);
    }
    finish(sheet, heard, asked);
    var text = text(heard);
    var numbers = asked.stream().map(Asked::number).collect(Collectors.joining("、"));
    var slots = Map.of("numbers", numbers, "time", text.time(sheet.now()));
    var reply = Reply.of(text.say(NoticeWords.CONFIRMED_ALL, slots));
    return Optional.of(reply.pressed(cards.shown(text, heard.speaker().id(), sheet.now())));
  }

  private void confirm(NoticeSheet sheet, Heard heard, Asked asked) {
    var how = heard.chat() instanceof Chat.Group ? How.GROUP : How.TYPED;
    write(sheet, heard, asked, how, "");
  }

  /** Somebody else is known to have it (代收到). */
  void proxy(NoticeSheet sheet, Heard heard, Asked asked, String note) throws Unavailable {
    write(sheet, heard, asked, How.PROXY, note);
    finish(sheet, heard, List.of(asked));
  }

  private void finish(NoticeSheet sheet, Heard heard, List<Asked> confirmed) throws Unavailable {
    cards.confirmed(sheet, heard.speaker().id(), confirmed);
  }

  private void write(NoticeSheet sheet, Heard heard, Asked asked, How how, String note) {
    var unit = asked.unit();
    var now = sheet.now();
    sheet.confirm(new NoticeReceipt(asked.number(), unit, heard.speaker().id(), how, note, now));
    var post = new NoticePost(room, now);
    post.confirmed(asked.number(), unit, here(heard));
    sheet.send(post.rows());
  }

  private Optional<Group> here(Heard heard) {
    return heard.chat() instanceof Chat.Group(String id)
        ? room.directory().heard(heard.where().channel().text(), id)
        : Optional.empty();
  }

  private NoticeText text(Heard heard) {
    return new NoticeText(room, room.words(heard.speaker().id()));
  }
}
