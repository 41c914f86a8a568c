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
import org.lanshao.turn.NewOutgoing;

/**
 * When a notice will have left, known as soon as it is written; each in whole minutes, not earlier.
 *
 * @param groups when the last group will have it; empty where it goes to none
 * @param people when the last of those who are written to themselves will; likewise
 */
record NoticePlan(Optional<Instant> groups, Optional<Instant> people) {
  /** Of one that goes to these stations at that time. */
  static NoticePlan of(NoticeRoom room, Notice notice, Collection<AreaCode> stations, Instant at) {
    var post = new NoticePost(room, at);
    stations.forEach(station -> post.station(station, List.of(notice)));
    var rows = post.rows();
    var waits = room.waits(rows);
    return new NoticePlan(last(rows, waits, true, at), last(rows, waits, false, at));
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
