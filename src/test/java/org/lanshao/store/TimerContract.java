package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.turn;
import static org.lanshao.store.TestDatabase.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.TimerMove.Next;
import org.lanshao.turn.Timers.Due;
import org.lanshao.turn.Timers.Overdue;
import org.lanshao.turn.Unavailable;

/** Timers: written with a turn, claimed by one, moved once. */
interface TimerContract extends OnDatabase {
  Duration LEASE = Duration.ofMinutes(1);
  Instant LATER = NOW.plusSeconds(600);

  @Test
  default void aTimerIsWrittenWithItsTurnAndClaimedWhenItIsDue() throws Unavailable {
    var timer = begin("chen", LATER);

    assertThat(store().timers().claim(10, LEASE, LATER.minusMillis(1))).isEmpty();
    assertThat(store().timers().nextTimer()).contains(LATER);
    assertThat(store().timers().claim(10, LEASE, LATER))
        .containsExactly(
            new Due(timer.id(), timer.kind(), timer.conversation(), timer.since(), 0, 0));
    assertThat(store().timers().claim(10, LEASE, LATER)).isEmpty();
  }

  @Test
  default void aTimerThatGoesOnWithWhatWasSaidInAGroupComesBackWithIt() throws Unavailable {
    var talk = new ConversationId(Samples.CHANNEL, new Chat.Private(), "chen");
    var timer = new NewTimer(Samples.id(), NewTimer.Kind.ASIDE, talk, LATER, NOW, "wecom-bot/g@1");
    commit(changes(Samples.plain("chen", 1, "m1"), List.of(timer), List.of()));

    var due = store().timers().claim(10, LEASE, LATER).getFirst();

    assertThat(due).isEqualTo(new Due(timer.id(), timer.kind(), talk, NOW, 0, 0, "wecom-bot/g@1"));
  }

  @Test
  default void aTurnTellsWhenTheFirstOfTheTimersIsDueThatItBegan() throws Unavailable {
    var told = new ArrayList<Instant>();
    store().timers().onCommitted(told::add);
    commit(Samples.plain("chen", 1, "m1"));
    assertThat(told).isEmpty();

    var timers = List.of(timer("lin", LATER), timer("lin", NOW));
    commit(changes(Samples.plain("lin", 1, "m2"), timers, List.of()));

    assertThat(told).containsExactly(NOW);
  }

  @Test
  default void aTimerInAGroupComesBackWithItsGroup() throws Unavailable {
    var group = new ConversationId(Samples.CHANNEL, new Chat.Group("g@1"), "chen@x");
    var timer = new NewTimer(Samples.id(), NewTimer.Kind.PENDING, group, LATER, NOW);
    commit(changes(Samples.plain("chen", 1, "m1"), List.of(timer), List.of()));

    var due = store().timers().claim(10, LEASE, LATER).getFirst();

    assertThat(due.conversation()).isEqualTo(group);
    assertThat(due.kind()).isEqualTo(NewTimer.Kind.PENDING);
  }

  @Test
  default void aTurnThatLostWritesAndMovesNoTimer() throws Unavailable {
    begin("chen", LATER);
    var due = store().timers().claim(10, LEASE, LATER).getFirst();
    var timer = timer("chen", NOW);
    var again = Samples.plain("chen", 1, "chen-1");

    var committed = commit(changes(again, List.of(timer), List.of(TimerMove.done(due))));

    assertThat(committed).isInstanceOf(Committed.Duplicate.class);
    assertThat(store().timers().nextTimer()).contains(LATER);
  }

  @Test
  default void theTurnOfALookMovesItsTimerOnceHoweverManyLook() throws Unavailable {
    begin("chen", LATER);
    var due = store().timers().claim(10, LEASE, LATER).getFirst();
    var next = new Next(LATER.plusSeconds(60), LATER, 2);
    var look =
        changes(
            Samples.plain("chen", 2, due.messageId()), List.of(), List.of(TimerMove.to(next, due)));

    assertThat(commit(look)).isEqualTo(new Committed.Done());
    assertThat(commit(look)).isInstanceOf(Committed.Duplicate.class);

    var moved = store().timers().claim(10, LEASE, LATER.plusSeconds(60)).getFirst();
    assertThat(moved).isEqualTo(new Due(due.id(), due.kind(), due.conversation(), LATER, 2, 1));
    assertThat(moved.messageId()).isNotEqualTo(due.messageId());
  }

  @Test
  default void aMoveOfALookThatWasWrittenBeforeDoesNothing() throws Unavailable {
    begin("chen", LATER);
    var due = store().timers().claim(10, LEASE, LATER).getFirst();
    store().move(List.of(TimerMove.to(new Next(LATER.plusSeconds(60), NOW, 1), due)));

    store().move(List.of(TimerMove.to(new Next(LATER.plusSeconds(5), NOW, 9), due)));
    store().move(List.of(TimerMove.done(due)));

    assertThat(store().timers().nextTimer()).contains(LATER.plusSeconds(60));
  }

  @Test
  default void aTimerThatIsDoneIsGone() throws Unavailable {
    begin("chen", LATER);
    store().move(List.of(TimerMove.done(store().timers().claim(10, LEASE, LATER).getFirst())));

    assertThat(store().timers().nextTimer()).isEmpty();
    assertThat(database().ask("SELECT count(*) FROM timer")).isEqualTo("0");
  }

  @Test
  default void aClaimThatIsNotMovedBeforeItsLeaseEndsGoesToSomebodyElse() throws Unavailable {
    begin("chen", LATER);
    var lost = store().timers().claim(1, Duration.ofMillis(-1), LATER).getFirst();

    var next = database().open().timers().claim(1, LEASE, LATER).getFirst();

    assertThat(next).isEqualTo(lost);
    assertThat(next.messageId()).isEqualTo(lost.messageId());
  }

  @Test
  default void aClaimTakesAllThatIsDueInAConversation() throws Unavailable {
    var first = begin("chen", LATER);
    begin("lin", LATER.plusSeconds(1));
    var second = timer("chen", LATER.plusSeconds(2));
    var third = timer("chen", LATER.plusSeconds(90));
    commit(changes(Samples.plain("chen", 2, "m2"), List.of(second, third), List.of()));

    var claimed = store().timers().claim(1, LEASE, LATER.plusSeconds(5));

    assertThat(claimed).extracting(Due::id).containsExactly(first.id(), second.id());
    assertThat(store().timers().claim(5, LEASE, LATER.plusSeconds(5)))
        .extracting(due -> due.conversation().account())
        .containsExactly("lin");
  }

  @Test
  default void twoNodesNeverHoldTheSameTimer() throws Exception {
    for (int i = 0; i < 40; i++) {
      begin("p" + i, LATER);
    }
    var other = database().open();
    var claims =
        TurnContract.atOnce(
            8, i -> (i % 2 == 0 ? store() : other).timers().claim(10, LEASE, LATER));

    assertThat(claims.stream().flatMap(List::stream).map(Due::id)).doesNotHaveDuplicates();
  }

  @Test
  default void whatIsOverdueIsCountedUntilItIsMoved() throws Unavailable {
    begin("chen", LATER);
    begin("lin", LATER.plusSeconds(60));

    assertThat(store().timers().overdue(NOW)).isEqualTo(new Overdue(0, Optional.empty()));
    assertThat(store().timers().overdue(LATER.plusSeconds(60)))
        .isEqualTo(new Overdue(2, Optional.of(LATER)));
    store().timers().claim(10, LEASE, LATER.plusSeconds(60));
    assertThat(store().timers().overdue(LATER.plusSeconds(60)).count()).isEqualTo(2);
  }

  @Test
  default void thePersonIsHeardWhenTheySayAnythingAndNotWhenATimerSpeaks() throws Unavailable {
    assertThat(store().heard(Samples.conversation("chen"))).isEmpty();
    commit(Samples.plain("chen", 1, "m1"));
    var late = LATER.plusSeconds(9);
    commit(Changes.of(said(turn("chen", 2, "timer:x:0"), late)).build());

    assertThat(store().heard(Samples.conversation("chen"))).contains(NOW);
  }

  private NewTimer begin(String account, Instant due) throws Unavailable {
    var timer = timer(account, due);
    commit(changes(Samples.plain(account, 1, account + "-1"), List.of(timer), List.of()));
    return timer;
  }

  private static NewTimer timer(String account, Instant due) {
    var conversation = Samples.conversation(account);
    return new NewTimer(Samples.id(), NewTimer.Kind.DRAFT, conversation, due, NOW);
  }

  private static Changes changes(Changes plain, List<NewTimer> timers, List<TimerMove> moves) {
    return Changes.of(plain.turn())
        .filings(plain.filings())
        .outgoing(plain.outgoing())
        .timers(timers)
        .moves(moves)
        .build();
  }

  private static org.lanshao.turn.NewTurn said(org.lanshao.turn.NewTurn turn, Instant at) {
    return new org.lanshao.turn.NewTurn(
        turn.conversation(),
        turn.seq(),
        turn.messageId(),
        at,
        turn.person(),
        turn.input(),
        turn.events(),
        turn.reply(),
        turn.draftFrom(),
        turn.greeted(),
        turn.error(),
        turn.snapshot());
  }
}
