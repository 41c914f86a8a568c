package org.lanshao.desk.talk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.dialogue.Basis;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.reading.Practice;

/**
 * A form that somebody has begun.
 *
 * @param session how far it is
 * @param timer what watches it, the newest; empty for a draft of before there were timers
 * @param begun when it was begun; empty likewise
 * @param number that its record will have, where it was given before: that of the alert whose rest
 *     it asks for, or one of practice; empty for any other form
 */
public record Draft(
    Session session, Optional<UUID> timer, Optional<Instant> begun, Optional<String> number) {
  static Draft of(Session session) {
    return new Draft(session, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same after something happened to its form. */
  public Draft after(Event event) {
    return new Draft(session.after(event), timer, begun, number);
  }

  /** Watched by another timer; the first one also tells when the draft was begun. */
  Draft timed(Event.Timed timed) {
    var first = begun.or(() -> Optional.of(timed.at()));
    return new Draft(session, Optional.of(timed.timer()), first, number);
  }

  /** Its record will have this number. */
  Draft numbered(String given) {
    return new Draft(session, timer, begun, Optional.of(given));
  }

  /** The number of the alert whose rest it asks for; empty for any other form. */
  public Optional<String> alert() {
    return number.filter(AlertNumbers::is);
  }

  /** Whether what it files is practice. */
  public boolean isPractice() {
    return session.basis().map(Basis::number).or(() -> number).filter(Practice::is).isPresent();
  }

  /** What it is called, after the number that its practice has. */
  public String title() {
    return number.filter(Practice::is).map(given -> given + " ").orElse("") + session.title();
  }

  /** Whether this timer, and no newer one, watches it. */
  public boolean isWatchedBy(UUID other) {
    return timer.equals(Optional.of(other));
  }

  /** The fewest events that make it. */
  public List<Event> events() {
    var form = session.form();
    var events = new ArrayList<Event>();
    events.add(new Event.Started(form.id(), form.definition().hash()));
    timer.ifPresent(id -> events.add(new Event.Timed(id, begun.orElseThrow())));
    number.ifPresent(given -> events.add(new Event.Numbered(given)));
    events.addAll(session.events());
    return events;
  }
}
