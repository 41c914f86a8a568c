package org.lanshao.desk.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.By;
import org.lanshao.desk.talk.AlertNumbers;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Failures;
import org.lanshao.desk.talk.Talk;
import org.lanshao.dialogue.Event;
import org.lanshao.message.Reply;
import org.lanshao.turn.AlertChanges;
import org.lanshao.turn.Cause;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.Unavailable;

/** Ends a turn that has to do with an alert: what it has found out, what is due, what is said. */
public final class AlertFinish {
  private final AlertRoom room;
  private final AlertLook looking;
  private final AlertReply replying;
  private final AlertCards cards;
  private final AlertMedia media;
  private final AlertAside aside;
  private final AlertAftercare aftercare;

  AlertFinish(AlertRoom room, AlertLook looking) {
    this.room = room;
    this.looking = looking;
    this.replying = new AlertReply(room);
    this.cards = new AlertCards(room);
    this.media = new AlertMedia(room);
    this.aside = new AlertAside(room);
    this.aftercare = new AlertAftercare(room);
  }

  /**
   * What a turn does because of alerts, and what is said at last.
   *
   * @param follows the alert that its reporter goes on talking about; empty if it stays as it was
   */
  public record Alerted(Decision decision, Optional<String> follows) {}

  /**
   * Adds what the form in hand has found out, does what is due, and says it. A fault on the way
   * leaves what was raised, to be looked at in a moment.
   */
  public Alerted finish(FirstSay first, Coming coming, List<Event> events, Talk next, Reply reply)
      throws Unavailable {
    int sure = first.page().map(page -> page.events().size()).orElse(0);
    try {
      return unguarded(first, coming, events, next, reply);
    } catch (RuntimeException e) {
      if (first.page().isEmpty()) {
        throw e;
      }
      Failures.log("alert", e);
      var page = first.page().get().first(sure);
      var told = replying.told(reply, first, coming);
      return alerted(page, decision(page, first, List.of(), room.by(coming)).saying(told));
    }
  }

  private Alerted unguarded(
      FirstSay first, Coming coming, List<Event> events, Talk next, Reply reply)
      throws Unavailable {
    var by = room.by(coming);
    var rest = rest(coming, events, next);
    var asked = rest.flatMap(Draft::alert);
    var page = asked.isEmpty() ? first.page() : page(first, asked.get());
    if (page.isEmpty()) {
      return new Alerted(seen(first, reply), Optional.empty());
    }
    var rows = new ArrayList<NewOutgoing>(first.rows());
    var more = first.page().isEmpty() ? AlertMore.said(coming, events) : AlertMore.NOTHING;
    if (rest.isPresent() && page.get().alert() instanceof Alert.Running running) {
      rows.addAll(learned(running, rest.get(), page.get(), coming, events, more));
    }
    looking.look(page.get(), by);
    rows.addAll(AlertPost.of(page.get(), room, by));
    rows.addAll(media.earlier(page.get(), by.at()));
    if (page.get().isStopped()) {
      rows.addAll(cards.over(page.get().alert(), by.at()));
    }
    var said = replying.told(passed(more, page.get(), coming, reply), first, coming);
    boolean asks = asked.isPresent() && !first.raised();
    var known = page.get().alert().core().known();
    var told = asks ? replying.first(said, known, coming) : said;
    return alerted(
        page.get(),
        decision(page.get(), first, rows, by)
            .saying(told)
            .with(aftercare.of(page.get(), by), Effect.Keep::new));
  }

  /** Who wrote what the form could not take is told that it went on all the same. */
  private Reply passed(AlertMore more, AlertPage page, Coming coming, Reply reply) {
    boolean tells = !more.isTaken() && page.alert() instanceof Alert.Running;
    return tells
        ? reply.after(room.words(coming).say(AlertWords.ADDED, Map.of("number", page.number())))
        : reply;
  }

  private static Alerted alerted(AlertPage page, Decision decision) {
    return new Alerted(decision, Optional.of(page.number()));
  }

  private static Decision seen(FirstSay first, Reply reply) {
    return first.seen().isEmpty()
        ? Decision.say(reply)
        : Decision.say(reply)
            .with(new Effect.Alarm(new AlertChanges(Optional.empty(), first.seen())))
            .with(first.rows(), Effect.Send::new);
  }

  /** The form that asks for the rest of an alert, as it stands after these events. */
  private static Optional<Draft> rest(Coming coming, List<Event> events, Talk next) {
    var before = coming.talk().drafts().inHand().filter(draft -> draft.alert().isPresent());
    var after = next.drafts().inHand().filter(draft -> draft.alert().isPresent());
    return after.or(() -> before.map(draft -> after(draft, events)));
  }

  private static Draft after(Draft draft, List<Event> events) {
    var then = draft;
    for (Event event : events) {
      then = event.ends() ? then : then.after(event);
    }
    return then;
  }

  private Optional<AlertPage> page(FirstSay first, String number) throws Unavailable {
    return first.page().isPresent() ? first.page() : room.facts().alert(number).map(AlertPage::new);
  }

  /**
   * Those who act get at once what was said of the place, and what the form could not take; once it
   * is handed in, all of it.
   */
  private List<NewOutgoing> learned(
      Alert.Running running,
      Draft rest,
      AlertPage page,
      Coming coming,
      List<Event> events,
      AlertMore more) {
    boolean over = events.stream().anyMatch(Event::ends);
    var form = new AlertForm(room.directory(), room.danger(), room.wording());
    var before = running.core().known();
    var known = form.known(more.words().map(before::saying).orElse(before), rest.session(), over);
    if (!known.equals(before)) {
      page.add(new AlertEvent.Learned(room.by(coming), known));
    }
    var post = room.post(page, room.by(coming));
    if (events.contains(new Event.Submitted())) {
      post.tellOthers(AlertWords.UPDATE, Map.of("words", String.join("\n", known.answers())));
    } else {
      more.words().ifPresent(words -> post.tellOthers(AlertWords.UPDATE, Map.of("words", words)));
    }
    return post.rows();
  }

  private Decision decision(AlertPage page, FirstSay first, List<NewOutgoing> rows, By by) {
    var due = page.alert().due();
    boolean anew = due.isPresent() && page.isRetimed();
    var timer =
        due.isEmpty()
            ? Optional.<UUID>empty()
            : anew ? Optional.of(room.id()) : page.before().timer();
    var timers = new ArrayList<NewTimer>();
    if (anew) {
      timers.add(ring(page, timer.orElseThrow(), due.get(), by));
    }
    if (first.raised()) {
      aside
          .conversation(page.alert())
          .map(talk -> new NewTimer(room.id(), NewTimer.Kind.ALERT, talk, by.at(), by.at()))
          .ifPresent(timers::add);
    }
    var over = page.isStopped() ? List.of(AlertPost.cause(page.number())) : List.<Cause>of();
    return Decision.nothing()
        .with(new Effect.Alarm(new AlertChanges(page.step(timer), first.seen())))
        .with(rows, Effect.Send::new)
        .with(timers, Effect.Wake::new)
        .with(over, Effect.End::new);
  }

  private static NewTimer ring(AlertPage page, UUID id, Instant due, By by) {
    var conversation = AlertNumbers.conversation(page.number());
    return new NewTimer(id, NewTimer.Kind.ALERT, conversation, due, by.at());
  }
}
