package org.lanshao.desk.alert;

import java.util.Map;
import org.lanshao.alert.Access;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.Due;
import org.lanshao.message.Reply;
import org.lanshao.turn.AlertSeen;

/** Answers 接手 and 收到. */
final class AlertTaking {
  private final AlertRoom room;
  private final AlertText text;
  private final Access access;
  private final AlertCards cards;

  AlertTaking(AlertRoom room, Access access) {
    this.room = room;
    this.text = room.text();
    this.access = access;
    this.cards = new AlertCards(room);
  }

  /** Somebody takes over; when they are enough the climb ends. */
  FirstSay take(AlertSaid said) {
    var alert = said.alert();
    var speaker = said.speaker().id();
    if (alert.core().begun().reporter().is(speaker)) {
      return text.answer(said, AlertWords.OWN_REPORT);
    }
    if (!access.mayTake(speaker, alert)) {
      return text.answer(said, AlertWords.NOT_YOURS);
    }
    return switch (alert) {
      case Alert.Open open when open.takers().contains(speaker) ->
          FirstSay.say(text.reply(said, AlertWords.TAKEN_PART, needed(open)));
      case Alert.Open open -> takes(said);
      case Alert.Taken taken -> before(taken, said);
      case Alert.Resolved resolved -> before(resolved, said);
      case Alert.Asked asked -> text.answer(said, AlertWords.NOT_YOURS);
      case Alert.Closed closed -> text.answer(said, AlertWords.IS_OVER);
    };
  }

  private static Map<String, String> needed(Alert.Running open) {
    int more = open.core().begun().plan().needs() - open.takers().size();
    return Map.of("number", open.number(), "needed", Integer.toString(more));
  }

  private FirstSay before(Alert.Running alert, AlertSaid said) {
    var names = text.names(alert.takers(), said.speaker().id());
    var reply = text.reply(said, AlertWords.TAKEN_BEFORE, Map.of("name", names));
    return FirstSay.say(reply.pressed(cards.shown(alert, said.speaker().id())));
  }

  private FirstSay takes(AlertSaid said) {
    var page = new AlertPage(said.kept());
    page.add(new AlertEvent.TakenOver(said.by()));
    var post = room.post(page, said.by());
    if (page.alert() instanceof Alert.Open open) {
      return FirstSay.of(page, post.rows(), text.reply(said, AlertWords.TAKEN_PART, needed(open)));
    }
    var speaker = said.speaker();
    post.tellReporter(
        AlertWords.TAKEN_REPORTER, Map.of("name", text.withPhone(speaker.id(), speaker.id())));
    post.tellOthers(AlertWords.TAKEN_OTHERS, Map.of("name", speaker.name()));
    post.tellGroups(AlertWords.GROUP_TAKEN);
    var slots =
        Map.of(
            "reporter", text.reporter(page.alert(), speaker.id()),
            "due", text.due(page.alert(), Due.FOLLOW_UP));
    var reply = text.reply(said, AlertWords.TAKEN, slots);
    return FirstSay.of(page, post.rows(), reply.pressed(cards.shown(page.alert(), speaker.id())));
  }

  /** Somebody has read of it; that stops nothing. */
  FirstSay seen(AlertSaid said) {
    return FirstSay.seen(
        new AlertSeen(said.alert().number(), said.speaker().id(), said.by().at()), noted(said));
  }

  /** Nobody is called on for what somebody sees to already. */
  private Reply noted(AlertSaid said) {
    var speaker = said.speaker().id();
    return switch (said.alert()) {
      case Alert.Open open -> text.reply(said, AlertWords.SEEN_NOTED, Map.of());
      case Alert.Running running when running.takers().contains(speaker) ->
          text.reply(said, AlertWords.SEEN_OWN, Map.of());
      case Alert.Running running -> {
        var names = text.names(running.takers(), speaker);
        yield text.reply(said, AlertWords.SEEN_TAKEN, Map.of("name", names));
      }
      default -> text.reply(said, AlertWords.SEEN_OVER, Map.of());
    };
  }
}
