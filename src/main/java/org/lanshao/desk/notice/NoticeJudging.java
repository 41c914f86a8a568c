package org.lanshao.desk.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;
import org.lanshao.notice.Item;
import org.lanshao.notice.Judge;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Proposed;
import org.lanshao.notice.Silence;
import org.lanshao.notice.Told;
import org.lanshao.notice.Verdict;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Unavailable;

/** Decides for each station what becomes of a notice, by what the station was told before. */
final class NoticeJudging {
  private final NoticeRoom room;
  private final Judge judge;
  private final List<Notice> others;
  private final List<Silence> silences;
  private final Instant now;

  private NoticeJudging(NoticeRoom room, List<Notice> others, List<Silence> silences, Instant now) {
    this.room = room;
    this.judge = new Judge(room.policy());
    this.others = others;
    this.silences = silences;
    this.now = now;
  }

  /** By all that is known at this moment. */
  static NoticeJudging at(NoticeRoom room, Instant now) throws Unavailable {
    return at(room, now, room.notices().silences(now));
  }

  /** By all that is known at this moment, but with these silences. */
  static NoticeJudging at(NoticeRoom room, Instant now, List<Silence> silences) throws Unavailable {
    var others = room.notices().current(room.since(now)).stream().map(KeptNotice::notice).toList();
    return new NoticeJudging(room, others, silences, now);
  }

  /**
   * What becomes of a notice for these stations.
   *
   * @param isDue whether it has waited
   */
  Map<AreaCode, Verdict> verdicts(Notice notice, Set<AreaCode> stations, boolean isDue)
      throws Unavailable {
    var before = before(notice);
    var verdicts = new LinkedHashMap<AreaCode, Verdict>();
    for (AreaCode station : stations) {
      verdicts.put(station, verdict(notice, station, before, isDue));
    }
    return verdicts;
  }

  /** All that it takes the place of or ends, the last one first. */
  private List<Notice> before(Notice notice) throws Unavailable {
    var before = new ArrayList<Notice>();
    var number = notice.content().original();
    while (number.isPresent()) {
      var original = room.notices().notice(number.get()).map(KeptNotice::notice);
      original.ifPresent(before::add);
      number = original.flatMap(other -> other.content().original());
    }
    return before;
  }

  /**
   * Of what it takes the place of, a station was told the last that reached it: another one may
   * have come and gone before its time.
   */
  private Verdict verdict(Notice notice, AreaCode station, List<Notice> before, boolean isDue) {
    var content = notice.content();
    if (content.items().stream().allMatch(item -> item.isExpired(now))) {
      return new Verdict.Refuse(Verdict.Reason.EXPIRED);
    }
    var item = item(notice, station);
    var original = before.stream().flatMap(other -> told(other, station)).findFirst();
    var proposed =
        new Proposed(item.kind(), item.level(), content.act(), original, content.isUnheld(), isDue);
    var told =
        content.status().isPractice()
            ? List.<Told>of()
            : others.stream()
                .filter(other -> !other.number().equals(content.number()))
                .filter(other -> !other.content().status().isPractice())
                .flatMap(other -> told(other, station))
                .toList();
    var silent =
        silences.stream()
            .filter(silence -> room.directory().within(station, silence.area()))
            .toList();
    return judge.judge(proposed, new Judge.Station(told, silent), room.local(now));
  }

  /** The highest that it says of a station; where it says nothing any more, its highest of all. */
  private Item item(Notice notice, AreaCode station) {
    return room.items(notice, station).stream()
        .reduce((one, other) -> other.level().isAbove(one.level()) ? other : one)
        .orElseGet(notice.content()::first);
  }

  /** What only says that something is over holds nothing back. */
  private static Told told(Notice other, Item item, Instant at) {
    boolean holds = other.isOpen() && !NoticeText.isEnd(other.content());
    return new Told(other.number(), item.kind(), item.level(), at, holds);
  }

  private Stream<Told> told(Notice other, AreaCode station) {
    var left = other.told().get(station);
    return left == null
        ? Stream.of()
        : room.items(other, station).stream().map(item -> told(other, item, left.at()));
  }
}
