package org.lanshao.desk.alert;

import java.util.List;
import java.util.Optional;
import org.lanshao.desk.talk.Coming;
import org.lanshao.dialogue.Event;
import org.lanshao.form.Value;

/**
 * What somebody says while the form asks them for the rest of their alert, in so far as those who
 * act must have it at once and as it was written: where it is, and what the form could not take. A
 * house number behind a village is no answer of the form, and is what they look for.
 *
 * @param words as they were written; private; empty when nothing has to go on
 * @param isTaken whether the form took them too
 */
record AlertMore(Optional<String> words, boolean isTaken) {
  /** Nothing has to go on. */
  static final AlertMore NOTHING = new AlertMore(Optional.empty(), true);

  /** What a message with these events tells. */
  static AlertMore said(Coming coming, List<Event> events) {
    boolean lost = events.stream().anyMatch(AlertMore::isLost);
    boolean where = events.stream().anyMatch(AlertMore::isPlace);
    var words = AlertRoom.said(coming.inbound().content()).filter(said -> !said.isBlank());
    return words.isPresent() && (lost || where) ? new AlertMore(words, !lost) : NOTHING;
  }

  private static boolean isLost(Event event) {
    return event instanceof Event.Misread || event instanceof Event.Offered;
  }

  private static boolean isPlace(Event event) {
    return event instanceof Event.Answered(var question, Value value)
        && value instanceof Value.Place;
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "AlertMore[" + isTaken + "]";
  }
}
