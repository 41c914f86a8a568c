package org.lanshao.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.directory.Group;
import org.lanshao.directory.Person;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
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
      return Reply.of(before(text, number, before.get()));
    }
    confirm(sheet, heard, asked.get());
    var slots =
        Map.of(
            "number", number,
            "time", text.time(sheet.now()),
            "station", room.name(asked.get().unit().station()));
    var reply = Reply.of(text.say(NoticeWords.CONFIRMED, slots));
    return reply.pressed(shown(heard, sheet.now()));
  }

  String before(NoticeText text, String number, NoticeReceipt receipt) {
    var name = room.directory().person(receipt.person()).map(Person::name).orElse("");
    return text.say(
        NoticeWords.CONFIRMED_BEFORE,
        Map.of("number", number, "name", name, "time", text.time(receipt.at())));
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
    return Optional.of(Reply.of(text.say(NoticeWords.CONFIRMED_ALL, slots)));
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

  /** The cards of the others show that it is confirmed; the one that is pressed shows it itself. */
  private List<NewOutgoing> cards(Heard heard, Asked asked, Instant now) throws Unavailable {
    var own = room.addresses().of(heard.speaker().id()).map(Addresses.Address::target);
    var cause = NoticePost.cause(asked.number(), asked.unit());
    return room.facts().cards().cards(cause, now.minus(SentCards.CHANGEABLE)).stream()
        .filter(card -> !own.equals(Optional.of(card.target())))
        .map(card -> card.saying(shown(heard, now), room::id, now, Terms.NOTICE))
        .toList();
  }

  /** What a card shows in place of its buttons. */
  private String shown(Heard heard, Instant now) {
    var text = text(heard);
    var slots = Map.of("name", heard.speaker().name(), "time", text.time(now));
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
