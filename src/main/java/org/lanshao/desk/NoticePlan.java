package org.lanshao.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.AreaCode;
import org.lanshao.message.Outbound.Target;
import org.lanshao.notice.Notice;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/**
 * When a notice will have left, known as soon as it is written; each in whole minutes, not earlier.
 *
 * @param groups when the last group will have it; empty where it goes to none
 * @param people when the last of those who are written to themselves will; likewise
 */
record NoticePlan(Optional<Instant> groups, Optional<Instant> people) {
  /**
   * Of one that goes to these stations at that time. While something older waits that leaves before
   * it, this is reckoned from now on.
   */
  static NoticePlan of(NoticeRoom room, Notice notice, Collection<AreaCode> stations, Instant at)
      throws Unavailable {
    var post = new NoticePost(room, at);
    stations.forEach(station -> post.station(station, List.of(notice)));
    var rows = post.rows();
    var before = room.facts().lines(Lane.NOTICE, at);
    var waits = room.waits(before, rows);
    var from = before.isEmpty() ? at : room.now();
    return new NoticePlan(last(rows, waits, true, from), last(rows, waits, false, from));
  }

  private static Optional<Instant> last(
      List<NewOutgoing> rows, List<Duration> waits, boolean groups, Instant at) {
    var last = Optional.<Duration>empty();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).target() instanceof Target.ToGroup == groups) {
        var wait = waits.get(i);
        last = Optional.of(last.filter(before -> before.compareTo(wait) > 0).orElse(wait));
      }
    }
    return last.map(wait -> minute(at.plus(wait)));
  }

  private static Instant minute(Instant at) {
    var whole = at.truncatedTo(ChronoUnit.MINUTES);
    return whole.equals(at) ? at : whole.plus(1, ChronoUnit.MINUTES);
  }
}
