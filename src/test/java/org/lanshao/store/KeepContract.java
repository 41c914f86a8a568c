package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanshao.Effort;
import org.lanshao.form.Definition;
import org.lanshao.form.FormId;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** Definitions, settings and numbers, kept over restarts and shared by nodes. */
interface KeepContract extends OnDatabase {
  FormId VISIT = new FormId("visit");

  @Test
  default void aDefinitionNeverSeenBecomesCurrentAndAKnownOneChangesNothing() throws Unavailable {
    assertThat(store().current(VISIT)).isEmpty();
    assertThat(store().publish(VISIT, new Definition("h1", "body 1"))).isTrue();
    assertThat(store().current(VISIT)).contains("h1");
    assertThat(store().publish(VISIT, new Definition("h2", "body 2"))).isTrue();
    assertThat(store().publish(VISIT, new Definition("h1", "body 1"))).isFalse();

    assertThat(store().current(VISIT)).contains("h2");
    assertThat(store().definition("h1")).contains(new Definition("h1", "body 1"));
    assertThat(store().definition("h3")).isEmpty();
    assertThat(store().current(new FormId("publicity"))).isEmpty();
  }

  @Test
  default void twoNodesPublishADefinitionOnce() throws Exception {
    var other = database().open();
    var outcomes =
        TurnContract.atOnce(
            8, i -> (i % 2 == 0 ? store() : other).publish(VISIT, new Definition("h1", "body")));
    assertThat(outcomes).filteredOn(o -> o).hasSize(1);
  }

  @Test
  default void aSettingIsRememberedAndReplaced() throws Unavailable {
    assertThat(store().remembered("clock")).isEmpty();
    store().remember("clock", "1");
    store().remember("clock", "2");
    store().close();
    assertThat(database().open().remembered("clock")).contains("2");
  }

  @Test
  default void numbersAreNeverGivenTwiceByTwoNodesOrAfterARestart() throws Exception {
    var other = database().open();
    var numbers =
        new ArrayList<>(
            TurnContract.atOnce(90, i -> (i % 2 == 0 ? store() : other).nextNumber("V")));
    store().close();
    var restarted = database().open();
    for (int i = 0; i < 30; i++) {
      numbers.add(restarted.nextNumber("V"));
    }
    assertThat(numbers).doesNotHaveDuplicates().allMatch(n -> n >= 1);
    assertThat(restarted.nextNumber("E")).isEqualTo(1);
    assertThat(restarted.nextNumber("E")).isEqualTo(2);
  }

  @Test
  default void whatWasCommittedIsThereAfterARestart() throws Unavailable {
    commit(Samples.plain("chen", 1, "m1"));
    store().close();
    assertThat(database().open().standing(Samples.conversation("chen")).orElseThrow().seq())
        .isEqualTo(1);
  }

  /** Two nodes take turns of the same people at the same time. */
  @Test
  default void twoNodesLeaveNoGapAndNoDouble() throws Exception {
    var nodes = List.of(store(), database().open());
    int messages = Effort.of(100);
    TurnContract.atOnce(
        10,
        person -> {
          for (int m = 0; m < messages; m++) {
            var node = nodes.get((m + person) % 2);
            var twin = nodes.get((m + person + 1) % 2);
            step(node, "p" + person, person + "-" + m);
            if (m % 10 == 0) {
              step(twin, "p" + person, person + "-" + m);
            }
          }
          return 0;
        });
    assertThat(database().ask("SELECT count(*) FROM turn"))
        .isEqualTo(String.valueOf(10 * messages));
    assertThat(
            database()
                .ask(
                    "SELECT count(*) FROM (SELECT conversation FROM turn GROUP BY conversation"
                        + " HAVING max(seq) <> count(*)) AS gaps"))
        .isEqualTo("0");
  }

  private static void step(Store node, String account, String message) throws Unavailable {
    var committed = (org.lanshao.turn.Committed) new org.lanshao.turn.Committed.Overtaken();
    while (committed instanceof org.lanshao.turn.Committed.Overtaken) {
      long seq = node.standing(Samples.conversation(account)).map(s -> s.seq()).orElse(0L);
      committed = Promised.kept(node.commit(Samples.plain(account, seq + 1, message)));
    }
  }
}
