package org.lanshao.app;

import java.util.Optional;
import org.lanshao.command.Sums;
import org.lanshao.desk.DueAudit;
import org.lanshao.desk.notice.NoticeBulletin;
import org.lanshao.desk.season.ReminderPost;
import org.lanshao.timer.Auditor;
import org.lanshao.timer.DayCaller;
import org.lanshao.timer.Reminder;
import org.lanshao.timer.Retainer;
import org.lanshao.timer.Ringer;
import org.lanshao.web.MovableClock;

/** All of a server that looks by itself whether something is due. */
record Watches(Base base, FrontDesk front) {
  /**
   * Looks from now on: at timers, routine reminders, stations that have not told of their day, what
   * is due and nothing rings for, and what was kept long enough.
   *
   * @param movable a clock that wakes them when it is set
   */
  void start(Ringer ringer, Optional<MovableClock> movable) {
    var reminder = reminder();
    var caller =
        new DayCaller(
            base.store().reminders(),
            front.desk()::dayCalls,
            base.settings().courtesy(),
            front.clock());
    Runnable wake =
        () -> {
          ringer.wake();
          reminder.wake();
          caller.wake();
        };
    movable.ifPresent(moved -> moved.onMoved(wake));
    ringer.start();
    base.stop().first(ringer::close);
    reminder.start();
    base.stop().first(reminder::close);
    caller.start();
    base.stop().first(caller::close);
    var auditor = auditor();
    auditor.start();
    base.stop().first(auditor::close);
    var retainer =
        new Retainer(
            base.store().retention(),
            base.settings().keeping().whatToAge(),
            new Chores(base.store(), base.settings().keeping(), base.clock()).all(),
            base.clock(),
            base.meters());
    retainer.start();
    base.stop().first(retainer::close);
  }

  private Reminder reminder() {
    var post =
        new ReminderPost(
            new Sums(base.store(), base.written().library()),
            new NoticeBulletin(base.store().notices(), front.desk()::directory),
            base.written().reminders(),
            front.surroundings(),
            front.desk()::directory);
    return new Reminder(
        base.store().reminders(),
        base.written().reminders(),
        post,
        base.settings().courtesy(),
        front.clock());
  }

  private Auditor auditor() {
    var audit = new DueAudit(base.ports(), front.surroundings(), front.desk()::directory);
    return new Auditor(audit, base.meters());
  }
}
