package org.lanshao.dialogue;

import java.util.List;
import org.lanshao.message.Reply;

/**
 * What one message does to a form in hand.
 *
 * @param events what happened; the session after the step is the session before, folded with them
 * @param reply what is said; {@link Reply#NONE} after {@link Event.Submitted}, where the receipt
 *     belongs
 * @param understood false when the message could not be read as an answer to what is open
 */
public record Step(List<Event> events, Reply reply, boolean understood) {
  /** Copies the events. */
  public Step {
    events = List.copyOf(events);
  }
}
