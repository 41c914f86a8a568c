package org.lanshao.desk.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.notice.Asks;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Unit;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.NoticeStep;

/** What one turn writes of one notice. For one thread. */
final class NoticePage {
  private final Optional<KeptNotice> before;
  private final List<NoticeEvent> events = new ArrayList<>();
  private final List<Unit> asked = new ArrayList<>();
  private Notice notice;

  /** Of one that goes on. */
  NoticePage(KeptNotice before) {
    this.before = Optional.of(before);
    this.notice = before.notice();
  }

  /** Of one that begins in this turn. */
  NoticePage(NoticeEvent.Drafted drafted) {
    this.before = Optional.empty();
    this.notice = Notice.of(List.of(drafted));
    events.add(drafted);
  }

  Notice notice() {
    return notice;
  }

  String number() {
    return notice.number();
  }

  void add(NoticeEvent event) {
    notice = notice.after(event);
    events.add(event);
  }

  /** These are asked to confirm from now on. */
  void ask(List<Unit> units) {
    asked.addAll(units);
  }

  /** Whether it goes to a station in this turn. */
  boolean isSent() {
    int told = before.map(kept -> kept.notice().told().size()).orElse(0);
    return notice.told().size() > told;
  }

  /** Whether it asked people to confirm before this turn and is over with it. */
  boolean asksNoMore() {
    return before.map(KeptNotice::notice).filter(NoticePage::asks).isPresent() && !notice.isOpen();
  }

  private static boolean asks(Notice notice) {
    return notice.isOpen() && !notice.told().isEmpty() && notice.content().asks() != Asks.NONE;
  }

  boolean isWritten() {
    return !events.isEmpty();
  }

  /** What rings for it so far. */
  Optional<UUID> timer() {
    return before.flatMap(KeptNotice::timer);
  }

  /** Whether another time than before is the next. */
  boolean isRetimed() {
    return timer().isEmpty() || !before.orElseThrow().notice().due().equals(notice.due());
  }

  NoticeStep step(Optional<UUID> timer) {
    return new NoticeStep(before.map(KeptNotice::length).orElse(0L), events, notice, timer, asked);
  }
}
