package org.lanshao.desk;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Wording;
import org.lanshao.message.Outbound.Target;
import org.lanshao.notice.Notice.Left;
import org.lanshao.turn.Cause;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.Notices.Asked;
import org.lanshao.turn.SentCards;
import org.lanshao.turn.Unavailable;

/**
 * The messages that ask people to confirm: once all that one of them asks for is confirmed it need
 * not leave any more, and its card shows who confirmed.
 */
final class NoticeCards {
  private final NoticeRoom room;

  NoticeCards(NoticeRoom room) {
    this.room = room;
  }

  /** After somebody confirmed these in this turn. */
  void confirmed(NoticeSheet sheet, PersonId by, List<Asked> confirmed) throws Unavailable {
    for (Cause cause : over(sheet.now().minus(SentCards.CHANGEABLE), confirmed)) {
      sheet.end(cause);
      sheet.send(
          room.facts().cards().cards(cause, sheet.now().minus(SentCards.CHANGEABLE)).stream()
              .map(card -> card.saying(shown(card, by, sheet), room::id, sheet.now(), Terms.NOTICE))
              .toList());
    }
  }

  /** What asks for nothing any more: each of these alone, and several that left together. */
  private Set<Cause> over(Instant since, List<Asked> confirmed) throws Unavailable {
    var over = new LinkedHashSet<Cause>();
    for (Asked asked : confirmed) {
      over.add(NoticePost.cause(asked.number(), asked.unit()));
      for (Cause cause : together(since, asked)) {
        if (!over.contains(cause) && !isAsking(NoticeGrouped.read(cause), confirmed)) {
          over.add(cause);
        }
      }
    }
    return over;
  }

  private List<Cause> together(Instant since, Asked asked) throws Unavailable {
    var station = asked.unit().station();
    var left =
        room.notices()
            .notice(asked.number())
            .flatMap(kept -> Optional.ofNullable(kept.notice().told().get(station)))
            .map(Left::within);
    if (left.isEmpty()) {
      return List.of();
    }
    return room.facts().cards().causes(NoticeGrouped.begin(left.get(), station), since).stream()
        .filter(cause -> isOf(NoticeGrouped.read(cause), asked))
        .toList();
  }

  private static boolean isOf(NoticeGrouped grouped, Asked asked) {
    return grouped.numbers().contains(asked.number())
        && asked.unit().person().filter(one -> !one.equals(grouped.person())).isEmpty();
  }

  /** Whether something of it is still to be confirmed, by who has it or for their station. */
  private boolean isAsking(NoticeGrouped grouped, List<Asked> confirmed) throws Unavailable {
    var open =
        new HashSet<>(room.notices().asked(NoticeRoom.units(grouped.station(), grouped.person())));
    open.removeAll(confirmed);
    return open.stream().map(Asked::number).anyMatch(grouped.numbers()::contains);
  }

  private String shown(SentCards.Sent card, PersonId by, NoticeSheet sheet) {
    var words =
        card.target() instanceof Target.ToPerson(String account)
            ? room.speaker(card.channel(), account).map(person -> room.words(person.id()))
            : Optional.<Wording>empty();
    return shown(new NoticeText(room, words.orElse(room.wording())), by, sheet.now());
  }

  /** What a card shows in place of its buttons. */
  String shown(NoticeText text, PersonId by, Instant at) {
    var name = room.directory().person(by).map(Person::name).orElse("");
    return text.say(NoticeWords.CONFIRMED_CARD, Map.of("name", name, "time", text.time(at)));
  }
}
