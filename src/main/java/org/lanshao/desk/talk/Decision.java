package org.lanshao.desk.talk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.lanshao.dialogue.Event;
import org.lanshao.message.Reply;
import org.lanshao.people.Outcome;
import org.lanshao.turn.TimerMove;

/**
 * What a message or a due timer causes.
 *
 * @param events what happens in the conversation
 * @param reply what is said
 * @param effects what is done besides
 * @param isUnclear whether the words meant nothing
 */
public record Decision(List<Event> events, Reply reply, List<Effect> effects, boolean isUnclear) {
  /** Copies the lists. */
  public Decision {
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }

  /** What does nothing beside the conversation. */
  public Decision(List<Event> events, Reply reply) {
    this(events, reply, List.of(), false);
  }

  /** Says something and changes nothing. */
  public static Decision say(Reply reply) {
    return new Decision(List.of(), reply);
  }

  /** Says and changes nothing. */
  public static Decision nothing() {
    return say(Reply.NONE);
  }

  /** What somebody said about people, duty and groups. */
  public static Decision of(Outcome outcome) {
    return say(outcome.reply()).with(outcome.deed().stream().toList(), Effect.Do::new);
  }

  /** Says that the words meant nothing. */
  public static Decision unclear(Reply reply) {
    return new Decision(List.of(), reply, List.of(), true);
  }

  /** The same, and this is done. */
  public Decision with(Effect effect) {
    return with(List.of(effect), one -> one);
  }

  /** The same, and all of this is done, each in such a way. */
  public <T> Decision with(Collection<T> all, Function<T, Effect> each) {
    var more = new ArrayList<>(effects);
    all.stream().map(each).forEach(more::add);
    return new Decision(events, reply, more, isUnclear);
  }

  /** This and then the other, said in one message. */
  public Decision then(Decision other) {
    var all = new ArrayList<>(events);
    all.addAll(other.events);
    return causing(all)
        .saying(Speech.join(reply, other.reply))
        .with(other.effects, effect -> effect);
  }

  /** The same, said after this. */
  public Decision after(Reply before) {
    return saying(Speech.join(before, reply));
  }

  /** The same with another reply. */
  public Decision saying(Reply other) {
    return new Decision(events, other, effects, isUnclear);
  }

  /** The same with other events. */
  public Decision causing(List<Event> others) {
    return new Decision(others, reply, effects, isUnclear);
  }

  /** What becomes of timers. */
  public List<TimerMove> moves() {
    return Effect.only(Effect.Move.class, effects).map(Effect.Move::move).toList();
  }

  /** Whether it says something, here or in private, and does nothing. */
  public boolean isSaying() {
    return events.isEmpty()
        && effects.stream()
            .allMatch(one -> one instanceof Effect.Move || one instanceof Effect.GoOn);
  }

  /** Whether it leaves all but timers as it was. */
  public boolean isSilent() {
    return events.isEmpty()
        && reply.parts().isEmpty()
        && effects.stream().allMatch(Effect.Move.class::isInstance);
  }
}
