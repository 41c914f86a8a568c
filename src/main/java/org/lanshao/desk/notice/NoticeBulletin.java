package org.lanshao.desk.notice;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Silence;
import org.lanshao.season.Signal;
import org.lanshao.season.Told;
import org.lanshao.turn.Bulletin;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Notices;
import org.lanshao.turn.Unavailable;

/**
 * What notices have told a place; practice is nothing.
 *
 * @param directory as it stands at each moment
 */
public record NoticeBulletin(Notices notices, Supplier<Directory> directory) implements Bulletin {
  @Override
  public Told told(AreaCode area, Instant since, Instant now) throws Unavailable {
    var meant =
        notices.current(since).stream()
            .map(KeptNotice::notice)
            .filter(notice -> !notice.content().status().isPractice())
            .toList();
    var silenced =
        notices.silences(now).stream()
            .filter(silence -> silence.until().isAfter(now) && isWithin(area, silence.area()))
            .map(Silence::kind)
            .collect(Collectors.toSet());
    return new Told(
        meant.stream().anyMatch(notice -> isTold(notice, area, since)),
        meant.stream().flatMap(notice -> inForce(notice, area, now).stream()).toList(),
        silenced);
  }

  private static boolean isTold(Notice notice, AreaCode area, Instant since) {
    var left = notice.told().get(area);
    return left != null && !left.at().isBefore(since);
  }

  private List<Signal> inForce(Notice notice, AreaCode area, Instant now) {
    if (!notice.isOpen()) {
      return List.of();
    }
    return notice.items(said -> isWithin(area, said)).stream()
        .filter(item -> !item.isExpired(now))
        .map(item -> new Signal(item.kind(), item.level()))
        .toList();
  }

  private boolean isWithin(AreaCode area, AreaCode wide) {
    return directory.get().within(area, wide);
  }
}
