package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.Samples.plain;
import static org.lanshao.store.Samples.submission;
import static org.lanshao.store.Samples.visit;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Unavailable;

/** What was said goes after its time, in slices; what follows from it stays. */
interface RetentionContract extends OnDatabase {
  String LEFT = "SELECT count(*) FROM turn WHERE length(input) > 0";

  @Test
  default void wordsGoInSlicesAndAKillBetweenThemLosesAndRepeatsNothing() throws Unavailable {
    for (int i = 1; i <= 25; i++) {
      commit(plain(i % 2 == 0 ? "chen" : "lin", (i + 1) / 2, "m" + i));
    }
    var later = TestDatabase.NOW.plus(Duration.ofDays(181));

    assertThat(store().retention().purgeWords(later, 10)).isTrue();
    assertThat(database().ask(LEFT)).isEqualTo("15");
    store().close();
    var other = database().open();

    assertThat(other.retention().purgeWords(later, 10)).isTrue();
    assertThat(database().ask(LEFT)).isEqualTo("5");
    assertThat(other.retention().purgeWords(later, 10)).isFalse();
    assertThat(database().ask(LEFT)).isEqualTo("0");
    assertThat(database().ask("SELECT count(*) FROM turn")).isEqualTo("25");
  }

  @Test
  default void whatIsYoungerStaysAndIsTakenOnALaterRound() throws Unavailable {
    commit(plain("chen", 1, "m1"));

    assertThat(store().retention().purgeWords(TestDatabase.NOW.minusSeconds(9999), 10)).isFalse();
    assertThat(database().ask(LEFT)).isEqualTo("1");
    assertThat(store().retention().purgeWords(TestDatabase.NOW.plusSeconds(9999), 10)).isFalse();
    assertThat(database().ask(LEFT)).isEqualTo("0");
  }

  @Test
  default void recordsAndCountsStayAndAMessageThatComesAgainHasNoSecondEffect() throws Unavailable {
    var turn = plain("chen", 1, "m1").turn();
    var filing = visit(submission("chen", TestAreas.TAIPING, Samples.DAY), "石巷村12号", 3);
    commit(Changes.of(turn).filings(List.of(filing)).build());
    var number = filing.submission().number();

    store().retention().purgeWords(TestDatabase.NOW.plus(Duration.ofDays(181)), 10);

    assertThat(store().record(number)).isPresent();
    assertThat(commit(Changes.of(turn).filings(List.of(filing)).build()))
        .isInstanceOf(Committed.Duplicate.class);
    assertThat(store().said(Samples.conversation("chen"), 5)).isEmpty();
    assertThat(store().standing(Samples.conversation("chen"))).isPresent();
  }
}
