package org.lanshao.desk.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.alert.By;
import org.lanshao.desk.talk.AlertNumbers;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.turn.AlertChanges;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;

/** The looks at alerts that are due, as turns of their own. */
public final class AlertWatching {
  /** After a look that failed. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private final AlertRoom room;
  private final AlertLook looking;
  private final AlertMedia media;

  AlertWatching(AlertRoom room, AlertLook looking) {
    this.room = room;
    this.looking = looking;
    this.media = new AlertMedia(room);
  }

  /**
   * A look at an alert that is due, as a turn of its own.
   *
   * @return what it writes; only moves when nothing happens
   */
  public Decision look(List<Timers.Due> dues, Instant now) throws Unavailable {
    var number = dues.getFirst().conversation().account();
    var kept = room.facts().alert(number);
    var current = dues.stream().filter(due -> isWatched(kept, due)).findFirst();
    var moves =
        new ArrayList<>(
            dues.stream().filter(due -> !isWatched(kept, due)).map(TimerMove::done).toList());
    if (kept.isEmpty() || current.isEmpty()) {
      return sent(List.of(), moves);
    }
    var by = new By(Optional.empty(), AlertNumbers.conversation(number).key(), now);
    var page = new AlertPage(kept.get());
    looking.look(page, by);
    var next = page.alert().due();
    moves.add(
        next.map(due -> TimerMove.to(new TimerMove.Next(due, now, 0), current.get()))
            .orElseGet(() -> TimerMove.done(current.get())));
    if (page.events().isEmpty()) {
      return sent(List.of(), moves);
    }
    var rows = new ArrayList<>(AlertPost.of(page, room, by));
    rows.addAll(media.earlier(page, now));
    var timer = next.flatMap(due -> kept.get().timer());
    return sent(rows, moves).with(new Effect.Alarm(new AlertChanges(page.step(timer), List.of())));
  }

  private static boolean isWatched(Optional<KeptAlert> kept, Timers.Due due) {
    return kept.flatMap(KeptAlert::timer).filter(due.id()::equals).isPresent();
  }

  private static Decision sent(List<NewOutgoing> rows, List<TimerMove> moves) {
    return Decision.nothing().with(rows, Effect.Send::new).with(moves, Effect.Move::new);
  }

  /** These timers looked at again soon: this look failed. */
  public List<TimerMove> later(List<Timers.Due> dues) {
    Instant soon = room.now().plus(SOON);
    return dues.stream()
        .map(due -> TimerMove.to(new TimerMove.Next(soon, due.since(), due.step()), due))
        .toList();
  }
}
