package org.lanshao.desk;

import java.util.List;
import org.lanshao.turn.Cause;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.NoticeChanges;
import org.lanshao.turn.TimerMove;

/**
 * What a turn writes because of notices.
 *
 * @param moves what becomes of the timers of a look at one
 * @param ended whose messages that have not left are of no use any more
 */
record NoticeWork(
    NoticeChanges changes,
    List<NewOutgoing> outgoing,
    List<NewTimer> timers,
    List<TimerMove> moves,
    List<Cause> ended) {
  static final NoticeWork NONE =
      new NoticeWork(NoticeChanges.NONE, List.of(), List.of(), List.of(), List.of());

  NoticeWork {
    outgoing = List.copyOf(outgoing);
    timers = List.copyOf(timers);
    moves = List.copyOf(moves);
    ended = List.copyOf(ended);
  }
}
