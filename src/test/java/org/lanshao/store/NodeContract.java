package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.Unavailable;

/** Nodes that share nothing do not stand beside others. */
interface NodeContract extends OnDatabase {
  Duration LEASE = Duration.ofMinutes(1);
  Duration OVER = Duration.ofMillis(-1);

  @Test
  default void aSecondNodeThatSharesNothingMustWaitUntilTheFirstIsGone() throws Unavailable {
    assertThat(store().nodes().announce("b", false, LEASE)).isTrue();
    assertThat(store().nodes().announce("a", false, LEASE)).isFalse();
    assertThat(store().nodes().announce("b", false, LEASE)).isTrue();
    store().nodes().leave("b");
    assertThat(store().nodes().announce("a", false, LEASE)).isTrue();
    assertThat(store().nodes().announce("b", false, LEASE)).isFalse();
  }

  @Test
  default void aNodeThatDiedIsMissed() throws Unavailable {
    assertThat(store().nodes().announce("a", false, OVER)).isTrue();
    assertThat(store().nodes().announce("b", false, LEASE)).isTrue();
    assertThat(store().nodes().announce("a", false, LEASE)).as("it is back").isFalse();
  }

  @Test
  default void nodesThatShareStandBesideEachOtherAndBesideNoOther() throws Unavailable {
    assertThat(store().nodes().announce("a", true, LEASE)).isTrue();
    assertThat(store().nodes().announce("b", true, LEASE)).isTrue();
    assertThat(store().nodes().announce("c", false, LEASE)).isFalse();
    store().nodes().leave("a");
    store().nodes().leave("b");
    assertThat(store().nodes().announce("c", false, LEASE)).isTrue();
    assertThat(store().nodes().announce("a", true, LEASE)).isFalse();
  }

  @Test
  default void ofTwoThatCameAtTheSameMomentOneStays() throws Unavailable {
    assertThat(store().nodes().announce("a", false, LEASE)).isTrue();
    database()
        .run(
            "INSERT INTO setting (name, value)"
                + " SELECT 'node:b', value FROM setting WHERE name = 'node:a'");
    assertThat(store().nodes().announce("b", false, LEASE)).isFalse();
    assertThat(store().nodes().announce("a", false, LEASE)).isTrue();
  }
}
