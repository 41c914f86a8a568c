package org.lanshao.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.channel.Outcome;
import org.lanshao.turn.Outgoing.Settlement;

class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-18T02:00:00Z");

  /** Never adds anything. */
  private static final RandomGenerator STILL = () -> 0L;

  @Test
  void whatWasTakenOrRefusedIsSettledAtOnce() {
    assertThat(settle(1, Outcome.Accepted.PLAIN)).isEqualTo(Settlement.Accepted.PLAIN);
    assertThat(settle(1, new Outcome.Refused("unknown_recipient", "81013")))
        .isEqualTo(new Settlement.Refused("unknown_recipient", "81013"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT1S",
    "2, PT5S",
    "3, PT30S",
    "4, PT2M",
    "5, PT10M",
    "6, PT30M",
    "7, PT1H",
    "8, PT4H"
  })
  void waitsGrow(int attempt, Duration wait) {
    assertThat(settle(attempt, again(Duration.ZERO, "timeout")))
        .isEqualTo(new Settlement.Again(NOW.plus(wait), "timeout", "7"));
  }

  @Test
  void aLongerWaitThatThePlatformWantsIsKept() {
    assertThat(settle(1, again(Duration.ofSeconds(9), "busy")))
        .isEqualTo(new Settlement.Again(NOW.plusSeconds(9), "busy", "7"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2026-11-18T02:01:00Z",
    "2, 2026-11-18T03:00:00Z",
    "3, 2026-11-18T16:05:00Z",
    "4, 2026-11-18T16:05:00Z",
    "5, 2026-11-18T16:05:00Z"
  })
  void aFrequencyLimitOfAMinuteMayTurnOutToBeOneOfTheDayWhichEndsWithIt(int attempt, Instant at) {
    assertThat(settle(attempt, again(Duration.ofSeconds(60), "rate_limit")))
        .isEqualTo(new Settlement.Again(at, "rate_limit", "7"));
  }

  @Test
  void busyIsTriedThreeTimesMore() {
    assertThat(settle(3, again(Duration.ofSeconds(1), "busy")))
        .isEqualTo(new Settlement.Again(NOW.plusSeconds(30), "busy", "7"));
    assertThat(settle(4, again(Duration.ofSeconds(1), "busy")))
        .isEqualTo(new Settlement.Refused("busy", "7"));
  }

  @Test
  void tooManyCallsAtOnceAreTriedAgainWithinOneToFiveSeconds() {
    var random = new Random(7);
    for (int i = 0; i < 100; i++) {
      var again = again(Duration.ofSeconds(1), "parallel");
      var settlement = RetryPolicy.USUAL.settle(1, again, NOW, random);
      assertThat(((Settlement.Again) settlement).at())
          .isBetween(NOW.plusSeconds(1), NOW.plusSeconds(5));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, PT10M", "2, PT30M", "3, PT1H", "4, PT4H", "5, PT12H", "6, PT24H"})
  void aMistakeInTheSettingsWaitsForSomebodyToPutItRight(int attempt, Duration wait) {
    assertThat(settle(attempt, again(Duration.ZERO, "settings")))
        .isEqualTo(new Settlement.Again(NOW.plus(wait), "settings", "7"));
  }

  @Test
  void aTokenThatWasRefusedIsTriedAgainSoonUnderACodeOfItsOwn() {
    assertThat(settle(1, new Outcome.TokenRefused("40014")))
        .isEqualTo(new Settlement.Again(NOW.plusSeconds(1), "token", "40014"));
  }

  @Test
  void afterTheLastTryTheRowRestsAsRefused() {
    assertThat(settle(9, again(Duration.ZERO, "timeout")))
        .isEqualTo(new Settlement.Refused("timeout", "7"));
    assertThat(settle(7, again(Duration.ZERO, "settings")))
        .isEqualTo(new Settlement.Refused("settings", "7"));
    assertThat(settle(6, again(Duration.ZERO, "rate_limit")))
        .isEqualTo(new Settlement.Refused("rate_limit", "7"));
  }

  @Test
  void chanceOnlyMakesAWaitLongerAndNotByMuch() {
    List<Instant> moments = new ArrayList<>();
    var random = new Random(7);
    for (int i = 0; i < 100; i++) {
      var settlement = RetryPolicy.USUAL.settle(4, again(Duration.ZERO, "timeout"), NOW, random);
      moments.add(((Settlement.Again) settlement).at());
    }
    assertThat(moments)
        .allSatisfy(at -> assertThat(at).isBetween(NOW.plusSeconds(120), NOW.plusSeconds(144)));
    assertThat(moments.stream().distinct().count()).isGreaterThan(90);
  }

  private static Outcome again(Duration after, String code) {
    return new Outcome.TryAgain(after, code, "7");
  }

  private static Settlement settle(int attempt, Outcome outcome) {
    return RetryPolicy.USUAL.settle(attempt, outcome, NOW, STILL);
  }
}
