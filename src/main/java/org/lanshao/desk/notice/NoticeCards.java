package org.lanshao.desk.notice;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Wording;
import org.lanshao.message.Outbound.Target;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Notice.Left;
import org.lanshao.turn.Cause;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.NoticeReceipt;
import org.lanshao.turn.Notices.Asked;
import org.lanshao.turn.SentCards;
import org.lanshao.turn.Unavailable;

/**
 * The messages that ask people to confirm: once nothing that one of them asks for is asked any more
 * it need not leave, and its card shows who confirmed, or that it is over.
 */
final class NoticeCards {
  private final NoticeRoom room;

  NoticeCards(NoticeRoom room) {
    this.room = room;
  }

  /** After somebody confirmed these in this turn. */
  void confirmed(NoticeSheet sheet, PersonId by, List<Asked> confirmed) throws Unavailable {
    settle(sheet, confirmed, text -> shown(text, by, sheet.now()));
  }

  /** After a notice ended, in a turn behind the one that ended it. */
  void ended(NoticeSheet sheet, Notice notice) throws Unavailable {
    var confirmed =
        room.notices().receipts(notice.number()).stream()
            .map(NoticeReceipt::unit)
            .collect(Collectors.toSet());
    var title = notice.content().first().headline();
    var asked =
        room.notices().units(notice.number()).stream()
            .filter(unit -> !confirmed.contains(unit))
            .map(unit -> new Asked(notice.number(), title, unit))
            .toList();
    settle(sheet, asked, text -> text.say(NoticeWords.OVER_CARD));
  }

  private void settle(NoticeSheet sheet, List<Asked> settled, Function<NoticeText, String> shown)
      throws Unavailable {
    var since = sheet.now().minus(SentCards.CHANGEABLE);
    for (Cause cause : over(sheet, since, settled)) {
      sheet.end(cause);
      sheet.send(
          room.facts().cards().cards(cause, since).stream()
              .map(
                  card -> card.saying(shown.apply(text(card)), room::id, sheet.now(), Terms.NOTICE))
              .toList());
    }
  }

  /** What asks for nothing any more: each of these alone, and several that left together. */
  private Set<Cause> over(NoticeSheet sheet, Instant since, List<Asked> settled)
      throws Unavailable {
    var over = new LinkedHashSet<Cause>();
    for (Asked asked : settled) {
      over.add(NoticePost.cause(asked.number(), asked.unit()));
      for (Cause cause : together(since, asked)) {
        var open = open(NoticeGrouped.read(cause), settled);
        if (open.isEmpty()) {
          over.add(cause);
        }
        open.ifPresent(sheet::goBy);
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

  private boolean isOf(NoticeGrouped grouped, Asked asked) {
    return grouped.numbers().contains(asked.number())
        && room.units(grouped.station(), grouped.person()).contains(asked.unit());
  }

  /**
   * Something of it that is still to be confirmed, by who has it or for their station; or empty.
   */
  private Optional<Asked> open(NoticeGrouped grouped, List<Asked> settled) throws Unavailable {
    return room.notices().asked(room.units(grouped.station(), grouped.person())).stream()
        .filter(asked -> grouped.numbers().contains(asked.number()))
        .filter(asked -> !settled.contains(asked))
        .findFirst();
  }

  private NoticeText text(SentCards.Sent card) {
    var words =
        card.target() instanceof Target.ToPerson(String account)
            ? room.speaker(card.channel(), account).map(person -> room.words(person.id()))
            : Optional.<Wording>empty();
    return new NoticeText(room, words.orElse(room.wording()));
  }

  /** What a card shows in place of its buttons. */
  String shown(NoticeText text, PersonId by, Instant at) {
    var name = room.directory().person(by).map(Person::name).orElse("");
    return text.say(NoticeWords.CONFIRMED_CARD, Map.of("name", name, "time", text.time(at)));
  }
}
