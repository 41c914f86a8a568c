package org.lanshao.desk;

import java.util.List;
import org.lanshao.dialogue.Event;
import org.lanshao.message.Reply;
import org.lanshao.turn.TimerMove;

/** What a message or a due timer causes, what is said, and what becomes of timers. */
record Decision(List<Event> events, Reply reply, List<TimerMove> moves) {
  Decision {
    events = List.copyOf(events);
    moves = List.copyOf(moves);
  }

  /** What a message causes: messages leave timers alone. */
  Decision(List<Event> events, Reply reply) {
    this(events, reply, List.of());
  }

  /** Says something and changes nothing. */
  static Decision say(Reply reply) {
    return new Decision(List.of(), reply);
  }

  /** Whether it leaves all but timers as it was. */
  boolean isSilent() {
    return events.isEmpty() && reply.parts().isEmpty();
  }
}
