package org.lanshao.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.alert.By;
import org.lanshao.directory.AreaCode;
import org.lanshao.notice.Act;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Level;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Verdict;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Unavailable;

/** Lets notices go out: decides for each station, ends what they end, writes the messages. */
final class NoticeIssuing {
  private final NoticeRoom room;

  NoticeIssuing(NoticeRoom room) {
    this.room = room;
  }

  /** A draft goes out as its author wants it. */
  void issue(NoticeSheet sheet, NoticePage page, Asks asks, boolean unheld) throws Unavailable {
    var judging = NoticeJudging.at(room, sheet.now());
    page.add(new NoticeEvent.Issued(sheet.by(), asks, unheld));
    var stations = page.notice().content().stations();
    place(sheet, page, judging.verdicts(page.notice(), stations, false));
    var content = page.notice().content();
    if (content.original().isPresent()) {
      var before = room.notices().notice(content.original().get());
      before
          .filter(kept -> kept.notice().isOpen())
          .ifPresent(kept -> end(sheet, kept, page.notice()));
    }
  }

  private static void end(NoticeSheet sheet, KeptNotice before, Notice by) {
    var end = by.content().act() == Act.CANCEL ? Notice.End.LIFTED : Notice.End.REPLACED;
    sheet.page(before).add(new NoticeEvent.Ended(sheet.by(), end, by.number()));
  }

  private void place(NoticeSheet sheet, NoticePage page, Map<AreaCode, Verdict> verdicts) {
    var post = new NoticePost(room, sheet.now());
    for (AreaCode station : placed(sheet.by(), page, verdicts)) {
      post.station(station, List.of(page.notice()));
    }
    sheet.send(post.rows());
    finish(sheet.by(), page);
  }

  /** Places a notice, and asks where it goes; the stations that it goes to now. */
  private Set<AreaCode> placed(By by, NoticePage page, Map<AreaCode, Verdict> verdicts) {
    page.add(new NoticeEvent.Placed(by, verdicts));
    var told = new LinkedHashMap<AreaCode, Verdict>(verdicts);
    told.values().removeIf(verdict -> !(verdict instanceof Verdict.Send));
    var asks = page.notice().content().asks();
    told.keySet().forEach(station -> page.ask(room.asked(asks, station)));
    return told.keySet();
  }

  /** What only says that something is over is over once it is said; so is what holds no more. */
  private static void finish(By by, NoticePage page) {
    var notice = page.notice();
    boolean said = NoticeText.isEnd(notice.content()) || !notice.content().until().isAfter(by.at());
    if (said && notice.waiting().isEmpty()) {
      page.add(new NoticeEvent.Ended(by, Notice.End.EXPIRED, ""));
    }
  }

  /** What has waited long enough goes out, all of a station as one message. */
  void release(NoticeSheet sheet, List<KeptNotice> current, NoticeJudging judging, Release release)
      throws Unavailable {
    var stationToNotices = new LinkedHashMap<AreaCode, List<NoticePage>>();
    for (KeptNotice kept : current) {
      var due = new ArrayList<AreaCode>();
      kept.notice()
          .waiting()
          .forEach(
              (station, verdict) -> {
                if (release.isDue(station, verdict)) {
                  due.add(station);
                }
              });
      if (!due.isEmpty() && kept.notice().isOpen()) {
        var page = sheet.page(kept);
        var verdicts = judging.verdicts(kept.notice(), Set.copyOf(due), true);
        for (AreaCode station : placed(sheet.by(), page, verdicts)) {
          stationToNotices.computeIfAbsent(station, s -> new ArrayList<>()).add(page);
        }
        finish(sheet.by(), page);
      }
    }
    var post = new NoticePost(room, sheet.now());
    stationToNotices.forEach(
        (station, pages) -> post.station(station, pages.stream().map(NoticePage::notice).toList()));
    sheet.send(post.rows());
  }

  /** Which of what waits is looked at again. */
  interface Release {
    boolean isDue(AreaCode station, Verdict verdict);
  }

  /** What a draft would do if it went out now. */
  Map<AreaCode, Verdict> preview(Notice draft, NoticeSheet sheet) throws Unavailable {
    return NoticeJudging.at(room, sheet.now()).verdicts(draft, draft.content().stations(), false);
  }

  /** The notice that somebody's new one takes the place of: all that it says, it says too. */
  Optional<Notice> replaced(String kind, Level level, Set<AreaCode> stations) throws Unavailable {
    for (KeptNotice kept : room.notices().current(room.now())) {
      var notice = kept.notice();
      var item = notice.content().first();
      if (notice.isOpen()
          && !notice.content().status().isPractice()
          && notice.content().items().size() == 1
          && item.kind().equals(kind)
          && item.level().isSameScale(level)
          && stations.containsAll(notice.content().stations())) {
        return Optional.of(notice);
      }
    }
    return Optional.empty();
  }
}
