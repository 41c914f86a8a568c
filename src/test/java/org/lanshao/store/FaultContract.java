package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lanshao.Patience.until;
import static org.lanshao.store.Samples.filing;
import static org.lanshao.store.Samples.outgoing;
import static org.lanshao.store.Samples.plain;
import static org.lanshao.store.Samples.submission;
import static org.lanshao.store.Samples.visit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.PersonId;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.MustWait;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** What goes wrong stays where it is, and ends when its cause does. */
interface FaultContract extends OnDatabase {
  /** Keeps everybody from writing turns until it is closed. */
  AutoCloseable lock() throws Exception;

  @Test
  default void anImpossibleFilingFailsAloneAndAsAWhole() throws Exception {
    var taken = submission("chen", TestAreas.TAIPING, Samples.DAY);
    commit(filing("chen", 1, visit(taken, "甲", 1)));
    var outcomes =
        TurnContract.atOnce(
            30,
            i -> {
              try {
                var account = "p" + i;
                return i == 17
                    ? commit(impossible(account, taken))
                    : commit(plain(account, 1, "m" + i));
              } catch (NotStorable e) {
                return "refused";
              }
            });

    assertThat(outcomes.get(17)).isEqualTo("refused");
    assertThat(outcomes).filteredOn(new Committed.Done()::equals).hasSize(29);
    assertThat(store().standing(Samples.conversation("p17"))).isEmpty();
    assertThat(store().queue().waiting()).isZero();
    assertThat(store().filed(new PersonId("chen"), Samples.DAY)).hasSize(1);
    assertThat(store().ready()).isTrue();
  }

  private static Changes impossible(String account, org.lanshao.record.Submission taken) {
    return Changes.of(Samples.turn(account, 1, "impossible"))
        .filings(List.of(visit(taken, "乙", 5)))
        .outgoing(List.of(outgoing(account, "x")))
        .build();
  }

  @Test
  default void aTurnThatWaitedTooLongIsWithdrawnAndLeavesNothing() throws Exception {
    var impatient =
        database().open(database().settings(), new StoreLimits(256, 4096, Duration.ofMillis(300)));
    try (var locked = lock()) {
      var first = Thread.startVirtualThread(() -> refused(impatient, plain("a", 1, "m1")));
      while (first.getState() == Thread.State.NEW
          || first.getState() == Thread.State.RUNNABLE
          || impatient.queued() > 0) {
        Thread.sleep(1);
      }
      assertThatThrownBy(() -> Promised.kept(impatient.commit(plain("b", 1, "m2"))))
          .isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.code()).isEqualTo("busy"));
      first.join();
    }
    assertThat(commit(plain("c", 1, "m3"))).isEqualTo(new Committed.Done());
    assertThat(store().standing(Samples.conversation("b"))).isEmpty();
  }

  private static void refused(Store store, Changes changes) {
    assertThatThrownBy(() -> Promised.kept(store.commit(changes))).isInstanceOf(Unavailable.class);
  }

  @Test
  default void aLockedDatabaseTurnsEverybodyAwayAndIsUsedAgainAfterwards() throws Exception {
    try (var locked = lock()) {
      assertThatThrownBy(() -> commit(plain("chen", 1, "m1")))
          .isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.code()).isEqualTo("locked"));
      assertThat(store().ready()).isFalse();
    }
    assertThat(commit(plain("chen", 1, "m1"))).isEqualTo(new Committed.Done());
    assertThat(store().ready()).isTrue();
  }

  @Test
  default void theStoreFindsOutByItselfThatItCanWriteAgain() throws Exception {
    try (var locked = lock()) {
      assertThatThrownBy(() -> commit(plain("chen", 1, "m1"))).isInstanceOf(Unavailable.class);
    }
    until(() -> store().ready());
  }

  @Test
  default void aFullQueueSaysBusyWhenTimeIsUp() throws Exception {
    var narrow =
        database().open(database().settings(), new StoreLimits(1, 1, Duration.ofMillis(200)));
    try (var locked = lock()) {
      var outcomes =
          TurnContract.atOnce(
              6,
              i -> {
                try {
                  Promised.kept(narrow.commit(plain("p" + i, 1, "m" + i)));
                  return "done";
                } catch (Unavailable e) {
                  return e.code();
                }
              });
      assertThat(outcomes).doesNotContain("done").contains("busy");
    }
  }

  @Test
  default void aThreadThatMustNotWaitIsTold() throws Exception {
    var mayWait = new AtomicBoolean(true);
    var limits = new StoreLimits(1, 1, Duration.ofSeconds(20)).where(mayWait::get);
    var narrow = database().open(database().settings(), limits);
    assertThat(narrow.nextNumber("V")).isEqualTo(1);

    mayWait.set(false);

    assertThat(narrow.nextNumber("V")).as("at hand").isEqualTo(2);
    assertThat(Promised.kept(narrow.commit(plain("chen", 1, "m1"))))
        .isEqualTo(new Committed.Done());
    assertThatThrownBy(() -> narrow.standing(Samples.conversation("chen")))
        .isInstanceOf(MustWait.class);
    assertThatThrownBy(() -> narrow.nextNumber("P")).isInstanceOf(MustWait.class);
    assertThatThrownBy(() -> narrow.send(List.of(outgoing("chen", "x"))))
        .isInstanceOf(MustWait.class);
    assertThatThrownBy(() -> commitUntilNoRoomIsLeft(narrow)).isInstanceOf(MustWait.class);
  }

  private void commitUntilNoRoomIsLeft(Store narrow) throws Exception {
    try (var locked = lock()) {
      for (int i = 0; i < 3; i++) {
        var committed = narrow.commit(plain("p" + i, 1, "n" + i));
        assertThat(committed.toCompletableFuture()).isNotDone();
      }
    }
  }

  @Test
  default void aClosedStoreTakesNoMore() {
    var other = database().open();
    other.close();
    assertThatThrownBy(() -> Promised.kept(other.commit(plain("chen", 1, "m1"))))
        .isInstanceOfSatisfying(Unavailable.class, u -> assertThat(u.code()).isEqualTo("stopping"));
    assertThatThrownBy(() -> other.standing(Samples.conversation("chen")))
        .isInstanceOf(Unavailable.class);
  }
}
