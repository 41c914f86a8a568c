package org.lanshao.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.directory.Group;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.notice.Notice.End;
import org.lanshao.notice.Notice.Stage.Over;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.NoticeReceipt;
import org.lanshao.turn.NoticeReceipt.How;
import org.lanshao.turn.Notices.Asked;
import org.lanshao.turn.SentCards;
import org.lanshao.turn.Unavailable;

/** 收到: somebody confirms a notice for their station, or for themselves. */
final class NoticeConfirming {
  private final NoticeRoom room;

  NoticeConfirming(NoticeRoom room) {
    this.room = room;
  }

  /** One by its number. */
  Reply numbered(NoticeSheet sheet, Heard heard, String number) throws Unavailable {
    var text = text(heard);
    var asked = room.notices().asked(number, room.units(heard.speaker()));
    if (asked.isEmpty()) {
      boolean known = room.notices().notice(number).isPresent();
      var phrase = known ? NoticeWords.NOT_ASKED : NoticeWords.UNKNOWN_NUMBER;
      return Reply.of(text.say(phrase, Map.of("number", number)));
    }
    var before = room.notices().receipt(number, asked.get().unit());
    if (before.isPresent()) {
      var reply = Reply.of(before(text, number, before.get()));
      return reply.pressed(shown(text, before.get().person(), before.get().at()));
    }
    var over = over(number);
    if (over.isPresent()) {
      return over(text, number, over.get());
    }
    confirm(sheet, heard, asked.get());
    var slots =
        Map.of(
            "number", number,
            "time", text.time(sheet.now()),
            "station", room.name(asked.get().unit().station()));
    var reply = Reply.of(text.say(NoticeWords.CONFIRMED, slots));
    return reply.pressed(shown(text, heard.speaker().id(), sheet.now()));
  }

  private Optional<Over> over(String number) throws Unavailable {
    return room.notices()
        .notice(number)
        .filter(kept -> kept.notice().stage() instanceof Over)
        .map(kept -> (Over) kept.notice().stage());
  }

  /** What is over needs no confirmation any more; another one that took its place does. */
  private static Reply over(NoticeText text, String number, Over over) {
    var shown = text.say(NoticeWords.OVER_CARD);
    if (over.end() != End.REPLACED) {
      return Reply.of(text.say(NoticeWords.CONFIRMED_LATE, Map.of("number", number)))
          .pressed(shown);
    }
    var slots =
        Map.of("number", number, "other", over.number(), "digits", over.number().substring(1));
    return Reply.of(text.say(NoticeWords.CONFIRM_OTHER, slots)).pressed(shown);
  }

  String before(NoticeText text, String number, NoticeReceipt receipt) {
    return text.say(
        NoticeWords.CONFIRMED_BEFORE,
        Map.of("number", number, "name", name(receipt.person()), "time", text.time(receipt.at())));
  }

  private String name(PersonId person) {
    return room.directory().person(person).map(Person::name).orElse("");
  }

  /** The only one that is open; of several a list; empty when none is. */
  Optional<Reply> bare(NoticeSheet sheet, Heard heard) throws Unavailable {
    var asked = room.notices().asked(room.units(heard.speaker()));
    return switch (asked.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(numbered(sheet, heard, asked.getFirst().number()));
      default -> Optional.of(which(text(heard), asked));
    };
  }

  private static Reply which(NoticeText text, List<Asked> asked) {
    var lines =
        asked.stream()
            .map(
                one ->
                    text.say(
                        NoticeWords.WHICH_LINE,
                        Map.of("number", one.number(), "title", one.title())))
            .collect(Collectors.joining("\n"));
    var all = new Reply.Choice(text.say(NoticeWords.BUTTON_ALL), "收到全部");
    return Reply.of(text.say(NoticeWords.WHICH, Map.of("lines", lines)), List.of(all));
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
    var text = text(heard);
    var numbers = asked.stream().map(Asked::number).collect(Collectors.joining("、"));
    var slots = Map.of("numbers", numbers, "time", text.time(sheet.now()));
    var reply = Reply.of(text.say(NoticeWords.CONFIRMED_ALL, slots));
    return Optional.of(reply.pressed(shown(text, heard.speaker().id(), sheet.now())));
  }

  private void confirm(NoticeSheet sheet, Heard heard, Asked asked) throws Unavailable {
    var how = heard.chat() instanceof Chat.Group ? How.GROUP : How.TYPED;
    write(sheet, heard, asked, how, "");
  }

  /** Somebody else is known to have it (代收到). */
  void proxy(NoticeSheet sheet, Heard heard, Asked asked, String note) throws Unavailable {
    write(sheet, heard, asked, How.PROXY, note);
  }

  private void write(NoticeSheet sheet, Heard heard, Asked asked, How how, String note)
      throws Unavailable {
    var unit = asked.unit();
    var now = sheet.now();
    sheet.confirm(new NoticeReceipt(asked.number(), unit, heard.speaker().id(), how, note, now));
    sheet.end(NoticePost.cause(asked.number(), unit));
    sheet.send(cards(heard, asked, now));
    if (unit.person().isEmpty()) {
      var post = new NoticePost(room, now);
      post.confirmed(asked.number(), unit.station(), here(heard));
      sheet.send(post.rows());
    }
  }

  /** All cards that ask for it show that it is confirmed, each in the language of its reader. */
  private List<NewOutgoing> cards(Heard heard, Asked asked, Instant now) throws Unavailable {
    var cause = NoticePost.cause(asked.number(), asked.unit());
    var me = heard.speaker().id();
    return room.facts().cards().cards(cause, now.minus(SentCards.CHANGEABLE)).stream()
        .map(card -> card.saying(shown(text(card), me, now), room::id, now, Terms.NOTICE))
        .toList();
  }

  private NoticeText text(SentCards.Sent card) {
    var words =
        card.target() instanceof Target.ToPerson(String account)
            ? room.speaker(card.channel(), account).map(person -> room.words(person.id()))
            : Optional.<Wording>empty();
    return new NoticeText(room, words.orElse(room.wording()));
  }

  /** What a card shows in place of its buttons. */
  private String shown(NoticeText text, PersonId person, Instant at) {
    var slots = Map.of("name", name(person), "time", text.time(at));
    return text.say(NoticeWords.CONFIRMED_CARD, slots);
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
