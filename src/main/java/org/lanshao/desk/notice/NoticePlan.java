package org.lanshao.desk.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
  /** Of one that goes to these stations now. */
  static NoticePlan of(NoticeRoom room, Notice notice, Collection<AreaCode> stations)
      throws Unavailable {
    return of(room, rows(room, notice, stations), room.now());
  }

  /**
   * Of the rest of one that was sent to these stations.
   *
   * @param sent when it was
   * @param waiting the {@code once} of its messages that have not left
   */
  static NoticePlan ofRest(
      NoticeRoom room,
      Notice notice,
      Collection<AreaCode> stations,
      Instant sent,
      Set<String> waiting)
      throws Unavailable {
    var rows = new ArrayList<>(rows(room, notice, stations));
    rows.removeIf(row -> !waiting.contains(row.once()));
    return of(room, rows, sent);
  }

  private static List<NewOutgoing> rows(
      NoticeRoom room, Notice notice, Collection<AreaCode> stations) {
    var post = new NoticePost(room, room.now());
    stations.forEach(station -> post.station(station, List.of(notice)));
    return post.rows();
  }

  /** After what was asked for before that, by what the limits of the platforms let through now. */
  private static NoticePlan of(NoticeRoom room, List<NewOutgoing> rows, Instant before)
      throws Unavailable {
    var waits = room.waits(room.facts().lines(Lane.NOTICE, before, rows), rows);
    return new NoticePlan(
        last(rows, waits, true, room.now()), last(rows, waits, false, room.now()));
  }

  private static Optional<Instant> last(
      List<NewOutgoing> rows, List<Duration> waits, boolean groups, Instant now) {
    return IntStream.range(0, rows.size())
        .filter(i -> rows.get(i).target() instanceof Target.ToGroup == groups)
        .mapToObj(waits::get)
        .max(Comparator.naturalOrder())
        .map(wait -> minute(now.plus(wait)));
  }

  private static Instant minute(Instant at) {
    var whole = at.truncatedTo(ChronoUnit.MINUTES);
    return whole.equals(at) ? at : whole.plus(1, ChronoUnit.MINUTES);
  }
}
