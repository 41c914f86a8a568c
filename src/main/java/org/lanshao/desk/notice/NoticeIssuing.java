package org.lanshao.desk.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    var told = sent(verdicts);
    var content = page.notice().content();
    told.forEach(station -> page.ask(room.asked(content, station)));
    return told;
  }

  /** The stations that it goes to now. */
  static Set<AreaCode> sent(Map<AreaCode, Verdict> verdicts) {
    return verdicts.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Verdict.Send)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What only says that something is over is over once it is said; so is what holds no more. */
  private static void finish(By by, NoticePage page) {
    var notice = page.notice();
    boolean said = NoticeText.isEnd(notice.content()) || !notice.content().until().isAfter(by.at());
    if (said && notice.waiting().isEmpty()) {
      page.add(new NoticeEvent.Ended(by, Notice.End.EXPIRED, ""));
    }
  }

  /**
   * What has waited long enough goes out, all of a station as one message; practice as another, so
   * that it can be taken away.
   */
  void release(NoticeSheet sheet, List<KeptNotice> current, NoticeJudging judging, Release release)
      throws Unavailable {
    var apart = current.stream().collect(Collectors.partitioningBy(NoticeIssuing::isPractice));
    for (List<KeptNotice> together : apart.values()) {
      together(sheet, together, judging, release);
    }
  }

  private static boolean isPractice(KeptNotice kept) {
    return kept.notice().content().status().isPractice();
  }

  private void together(
      NoticeSheet sheet, List<KeptNotice> current, NoticeJudging judging, Release release)
      throws Unavailable {
    var judged = new LinkedHashMap<NoticePage, Map<AreaCode, Verdict>>();
    for (KeptNotice kept : current) {
      var due = due(kept.notice(), release);
      if (!due.isEmpty() && kept.notice().isOpen()) {
        judged.put(sheet.page(kept), judging.verdicts(kept.notice(), due, true));
      }
    }
    var stationToPages = together(judged);
    judged.forEach(
        (page, verdicts) -> placed(sheet.by(), page, within(page, verdicts, stationToPages)));
    var post = new NoticePost(room, sheet.now());
    stationToPages.forEach(
        (station, pages) -> post.station(station, pages.stream().map(NoticePage::notice).toList()));
    sheet.send(post.rows());
    judged.keySet().forEach(page -> finish(sheet.by(), page));
  }

  private static Set<AreaCode> due(Notice notice, Release release) {
    return notice.waiting().entrySet().stream()
        .filter(entry -> release.isDue(entry.getKey(), entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What goes to each station now; the first gives its number to the message of all. */
  private static Map<AreaCode, List<NoticePage>> together(
      Map<NoticePage, Map<AreaCode, Verdict>> judged) {
    var stationToPages = new LinkedHashMap<AreaCode, List<NoticePage>>();
    judged.forEach(
        (page, verdicts) ->
            sent(verdicts)
                .forEach(
                    station ->
                        stationToPages.computeIfAbsent(station, s -> new ArrayList<>()).add(page)));
    return stationToPages;
  }

  /** The verdicts of one, with the number of the message that it goes out in. */
  private static Map<AreaCode, Verdict> within(
      NoticePage page,
      Map<AreaCode, Verdict> verdicts,
      Map<AreaCode, List<NoticePage>> stationToPages) {
    var all = new LinkedHashMap<>(verdicts);
    for (AreaCode station : sent(verdicts)) {
      var first = stationToPages.getOrDefault(station, List.of(page)).getFirst();
      if (first != page) {
        all.put(station, new Verdict.Send(first.number()));
      }
    }
    return all;
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
