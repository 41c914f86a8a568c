package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.conversation;
import static org.lanshao.store.Samples.draft;
import static org.lanshao.store.Samples.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lanshao.Effort;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Facts.Said;
import org.lanshao.turn.Unavailable;

/** Turns: one row each, once each, in order. */
interface TurnContract extends OnDatabase {
  @Test
  default void aConversationWithoutTurnsStandsNowhere() throws Unavailable {
    assertThat(store().standing(conversation("chen"))).isEmpty();
  }

  @Test
  default void aCommittedTurnTellsWhereItsConversationStands() throws Unavailable {
    assertThat(commit(plain("chen", 1, "m1"))).isEqualTo(new Committed.Done());

    var standing = store().standing(conversation("chen")).orElseThrow();
    assertThat(standing.seq()).isEqualTo(1);
    assertThat(standing.draftFrom()).isZero();
    assertThat(standing.greeted()).contains(Samples.DAY);
    assertThat(standing.snapshot()).isEmpty();
    assertThat(standing.events()).isEmpty();
  }

  @Test
  default void theEventsOfAnOpenDraftComeBackOldestFirst() throws Unavailable {
    commit(plain("chen", 1, "m1"));
    commitDraft(2, Optional.empty());
    commitDraft(3, Optional.empty());

    var standing = store().standing(conversation("chen")).orElseThrow();
    assertThat(standing.draftFrom()).isEqualTo(2);
    assertThat(standing.events()).containsExactly("[\"event 2\"]", "[\"event 3\"]");
  }

  @Test
  default void allThatWasSaidComesBackByConversationOldestFirst() throws Unavailable {
    commitDraft(1, Optional.empty());
    commitDraft(2, Optional.of("folded"));
    commit(plain("lin", 1, "m9"));

    assertThat(store().talks().conversations())
        .containsExactly(conversation("chen").key(), conversation("lin").key());
    assertThat(store().talks().events(conversation("chen").key()))
        .containsExactly("[\"event 1\"]", "[\"event 2\"]");
    assertThat(store().talks().events("nobody")).isEmpty();
  }

  @Test
  default void whatWasSaidLastComesBackNewestFirst() throws Unavailable {
    for (int seq = 1; seq <= 3; seq++) {
      commit(plain("chen", seq, "m" + seq));
    }
    commit(plain("lin", 1, "m9"));

    assertThat(store().said(conversation("chen"), 2))
        .containsExactly(new Said(TestDatabase.NOW, "石巷村走访"), new Said(TestDatabase.NOW, "石巷村走访"));
    assertThat(store().said(conversation("nobody"), 2)).isEmpty();
  }

  @Test
  default void readingStopsAtTheNewestSnapshot() throws Unavailable {
    commitDraft(2, Optional.of("old"));
    commitDraft(3, Optional.of("new"));
    commitDraft(4, Optional.empty());
    commitDraft(5, Optional.empty());

    var standing = store().standing(conversation("chen")).orElseThrow();
    assertThat(standing.snapshot()).contains("new");
    assertThat(standing.events()).containsExactly("[\"event 4\"]", "[\"event 5\"]");
  }

  @Test
  default void everyConversationWithADraftIsFoundAsItStands() throws Unavailable {
    commit(plain("lin", 1, "m0"));
    commitDraft(2, Optional.empty());
    commitDraft(3, Optional.empty());

    var drafting = store().drafting();
    assertThat(drafting).hasSize(1);
    assertThat(drafting.get(conversation("chen").key()))
        .isEqualTo(store().standing(conversation("chen")).orElseThrow());
    commit(plain("chen", 4, "m4"));
    assertThat(store().drafting()).isEmpty();
  }

  private void commitDraft(long seq, Optional<String> snapshot) throws Unavailable {
    var turn = draft("chen", seq, "m" + seq, 2, snapshot);
    assertThat(commit(Changes.of(turn).build())).isEqualTo(new Committed.Done());
  }

  @Test
  default void theSameMessageAgainGetsTheReplyOfTheFirst() throws Unavailable {
    commit(plain("chen", 1, "m1"));

    assertThat(commit(plain("chen", 2, "m1")))
        .isEqualTo(new Committed.Duplicate("reply to m1", false));
    assertThat(store().standing(conversation("chen")).orElseThrow().seq()).isEqualTo(1);
  }

  @Test
  default void aDuplicateTellsThatItsReplyWentThroughTheOutbox() throws Unavailable {
    commit(plain("chen", 1, "m1"));
    commit(plain("chen", 10, "m10"));
    store().send(List.of(Samples.outgoing("chen", "reply:sandbox/chen:10:0")));

    assertThat(commit(plain("chen", 11, "m10")))
        .isEqualTo(new Committed.Duplicate("reply to m10", true));
    assertThat(commit(plain("chen", 11, "m1")))
        .isEqualTo(new Committed.Duplicate("reply to m1", false));
  }

  @Test
  default void anotherMessageWithTheSameSeqIsOvertaken() throws Unavailable {
    commit(plain("chen", 1, "m1"));

    assertThat(commit(plain("chen", 1, "m2"))).isEqualTo(new Committed.Overtaken());
    assertThat(commit(plain("lin", 1, "m3"))).isEqualTo(new Committed.Done());
  }

  @Test
  default void twentyDeliveriesAtOnceAreOneTurn() throws Exception {
    for (int round = 1; round <= Effort.of(10); round++) {
      var message = "m" + round;
      long seq = round;
      var outcomes = atOnce(20, i -> commit(plain("chen", seq, message)));

      assertThat(outcomes).filteredOn(o -> o instanceof Committed.Done).hasSize(1);
      assertThat(outcomes)
          .filteredOn(o -> !(o instanceof Committed.Done))
          .containsOnly(new Committed.Duplicate("reply to " + message, false));
    }
  }

  @Test
  default void manyConversationsAtOnceAllGetThrough() throws Exception {
    var outcomes = atOnce(500, i -> commit(plain("p" + i, 1, "m" + i)));

    assertThat(outcomes).hasSize(500).containsOnly(new Committed.Done());
    assertThat(database().ask("SELECT count(*) FROM turn")).isEqualTo("500");
  }

  /** A number becomes an outcome. */
  interface Step<T> {
    T take(int i) throws Exception;
  }

  /** Does it so many times at the same moment, each on its own thread. */
  static <T> List<T> atOnce(int times, Step<T> step) throws Exception {
    var barrier = new CyclicBarrier(times);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var started = new ArrayList<Future<T>>();
      for (int i = 0; i < times; i++) {
        int nth = i;
        Callable<T> one =
            () -> {
              barrier.await();
              return step.take(nth);
            };
        started.add(threads.submit(one));
      }
      var outcomes = new ArrayList<T>();
      for (var future : started) {
        outcomes.add(future.get());
      }
      return outcomes;
    }
  }
}
