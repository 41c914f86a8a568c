package org.lanshao.desk.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.alert.By;
import org.lanshao.alert.Slot;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Reply;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.notice.Tally;
import org.lanshao.notice.Unit;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.NoticeReceipt;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;

/** Looks at a notice when something is due: what waited, who has not confirmed, what is over. */
public final class NoticeLook {
  private final NoticeRoom room;
  private final NoticeIssuing issuing;

  /** At the notices of this room. */
  public NoticeLook(NoticeRoom room) {
    this.room = room;
    this.issuing = new NoticeIssuing(room);
  }

  /** A look that is due, as a turn of its own; only moves when nothing happens. */
  public Decision look(List<Timers.Due> dues, Instant now) throws Unavailable {
    var number = dues.getFirst().conversation().account();
    var kept = room.notices().notice(number);
    var current = dues.stream().filter(due -> isWatched(kept, due)).findFirst();
    var done = dues.stream().filter(due -> !isWatched(kept, due)).map(TimerMove::done).toList();
    if (kept.isEmpty()) {
      return Decision.nothing().with(done, Effect.Move::new);
    }
    var by = new By(Optional.empty(), NoticeSheet.conversation(number).key(), now);
    var sheet = new NoticeSheet(room, by);
    if (current.isEmpty()) {
      ended(sheet, kept.get().notice());
      return sheet.decide(Reply.NONE).with(done, Effect.Move::new);
    }
    var quiet = look(sheet, kept.get());
    return sheet.decide(Reply.NONE, current, quiet).with(done, Effect.Move::new);
  }

  /** What is over is looked at once more: its cards ask for nothing now. */
  private void ended(NoticeSheet sheet, Notice notice) throws Unavailable {
    if (notice.stage() instanceof Notice.Stage.Over) {
      new NoticeCards(room).ended(sheet, notice);
    }
  }

  private static boolean isWatched(Optional<KeptNotice> kept, Timers.Due due) {
    return kept.flatMap(KeptNotice::timer).filter(due.id()::equals).isPresent();
  }

  /** What is due; and until when it is too early to remind anybody. */
  private Optional<Instant> look(NoticeSheet sheet, KeptNotice kept) throws Unavailable {
    var now = sheet.now();
    var page = sheet.page(kept);
    if (kept.notice().isDraft()) {
      if (isDue(kept.notice().due(), now)) {
        page.add(new NoticeEvent.Ended(sheet.by(), Notice.End.DROPPED, ""));
      }
      return Optional.empty();
    }
    if (!kept.notice().content().until().isAfter(now)) {
      page.add(new NoticeEvent.Ended(sheet.by(), Notice.End.EXPIRED, ""));
      return Optional.empty();
    }
    release(sheet, now);
    var quiet =
        kept.notice().content().isUrgent()
            ? Optional.<Instant>empty()
            : room.policy().quietEnd(room.local(now));
    if (page.notice().isOpen() && isDue(page.notice().chase(), now) && quiet.isEmpty()) {
      chase(sheet, page);
    }
    return quiet;
  }

  private static boolean isDue(Optional<Instant> at, Instant now) {
    return at.filter(due -> !due.isAfter(now)).isPresent();
  }

  private void release(NoticeSheet sheet, Instant now) throws Unavailable {
    issuing.release(
        sheet,
        room.notices().current(now),
        NoticeJudging.at(room, now),
        (station, verdict) -> isDue(Notice.until(verdict), now));
  }

  private void chase(NoticeSheet sheet, NoticePage page) throws Unavailable {
    var notice = page.notice();
    var open = open(notice);
    if (open.isEmpty()) {
      page.add(new NoticeEvent.Settled(sheet.by()));
      return;
    }
    int round = notice.round() + 1;
    page.add(new NoticeEvent.Reminded(sheet.by(), round, stations(open)));
    var post = new NoticePost(room, sheet.now());
    post.remind(notice, open, round);
    tellAbove(post, notice, open, round);
    sheet.send(post.rows());
  }

  private List<Unit> open(Notice notice) throws Unavailable {
    var confirmed =
        room.notices().receipts(notice.number()).stream()
            .map(NoticeReceipt::unit)
            .collect(Collectors.toCollection(HashSet::new));
    var tally = Tally.of(room.notices().units(notice.number()), confirmed, Set.of());
    return tally.in(Tally.State.UNCONFIRMED);
  }

  private void tellAbove(NoticePost post, Notice notice, List<Unit> open, int round)
      throws Unavailable {
    var lost = lost(notice, open);
    var personToTeams = new LinkedHashMap<PersonId, List<Unit>>();
    for (Slot slot : notice.content().plan().wave(round).people()) {
      for (Unit team : teams(open)) {
        room.above(slot, team.station())
            .forEach(
                person -> personToTeams.computeIfAbsent(person, p -> new ArrayList<>()).add(team));
      }
    }
    personToTeams.forEach((person, theirs) -> post.above(person, notice, theirs, lost, round));
  }

  /** The stations and agencies of which no message reached anybody who has not confirmed. */
  private Set<Unit> lost(Notice notice, List<Unit> open) throws Unavailable {
    var text = new NoticeText(room, room.wording());
    var unreached = NoticeLost.of(room, text, notice, open).keySet();
    var lost = teams(open);
    open.stream().filter(unit -> !unreached.contains(unit)).map(Unit::team).forEach(lost::remove);
    return lost;
  }

  private static Set<Unit> teams(List<Unit> units) {
    return units.stream().map(Unit::team).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<AreaCode> stations(List<Unit> units) {
    return units.stream().map(Unit::station).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
