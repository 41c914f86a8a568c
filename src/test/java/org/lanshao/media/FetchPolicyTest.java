package org.lanshao.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lanshao.channel.Outcome;
import org.lanshao.turn.MediaRows.Settlement;

class FetchPolicyTest {
  private static final Instant SENT = Instant.parse("2022-05-10T01:30:00Z");
  private static final Instant UNTIL = SENT.plus(Duration.ofDays(3));
  private static final RandomGenerator STILL = () -> 0L;

  private static Settlement settle(int attempt, Duration after, Instant now) {
    var again = new Outcome.TryAgain(after, "parallel", "45033");
    return FetchPolicy.USUAL.settle(attempt, again, now, UNTIL, STILL);
  }

  @Test
  void itIsTriedUntilThePlatformForgetsItAndNotAfterwards() {
    Instant now = SENT;
    int attempt = 1;
    while (settle(attempt, Duration.ZERO, now)
        instanceof Settlement.Again(var at, var ignoredCode, var ignoredPlatform)) {
      assertThat(at).isAfter(now).isBeforeOrEqualTo(UNTIL);
      now = at;
      attempt++;
    }
    assertThat(settle(attempt, Duration.ZERO, now))
        .isEqualTo(new Settlement.Refused("parallel", "45033"));
    assertThat(now).isAfter(UNTIL.minus(Duration.ofHours(1)));
    assertThat(attempt).isBetween(50, 150);
  }

  @Test
  void thePlatformsOwnWaitHoldsWhenItIsLonger() {
    assertThat(settle(1, Duration.ofMinutes(10), SENT))
        .isEqualTo(new Settlement.Again(SENT.plus(Duration.ofMinutes(10)), "parallel", "45033"));
    assertThat(settle(1, Duration.ZERO, SENT))
        .isEqualTo(new Settlement.Again(SENT.plusSeconds(2), "parallel", "45033"));
  }
}
