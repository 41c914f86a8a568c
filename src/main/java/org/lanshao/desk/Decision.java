package org.lanshao.desk;

import java.util.List;
import org.lanshao.dialogue.Event;
import org.lanshao.message.Reply;

/** What a message causes and what is said back. */
record Decision(List<Event> events, Reply reply) {
  Decision {
    events = List.copyOf(events);
  }

  /** Says something and changes nothing. */
  static Decision say(Reply reply) {
    return new Decision(List.of(), reply);
  }
}
