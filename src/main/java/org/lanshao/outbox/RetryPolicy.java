package org.lanshao.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.lanshao.channel.Outcome;
import org.lanshao.turn.Outgoing.Settlement;

/**
 * When a message that was not taken is tried again. Pure.
 *
 * @param waits how long to wait after the first try, the second and so on; after the try that
 *     follows the last of them the message rests as refused
 * @param codeToWaits other waits, for tries that ended with this code
 * @param jitter how much longer a wait may get by chance, as a share of it: so that what failed
 *     together is not tried together
 */
public record RetryPolicy(
    List<Duration> waits, Map<String, List<Duration>> codeToWaits, double jitter) {
  /**
   * What the platforms recommend. A quota of a minute is followed by one of an hour and one of a
   * day; a mistake in the settings needs somebody to come and put it right.
   */
  public static final RetryPolicy USUAL =
      new RetryPolicy(
          List.of(
              Duration.ofSeconds(1),
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofMinutes(2),
              Duration.ofMinutes(10),
              Duration.ofMinutes(30),
              Duration.ofHours(1),
              Duration.ofHours(4)),
          Map.of(
              "rate_limit",
              List.of(
                  Duration.ofMinutes(1),
                  Duration.ofHours(1),
                  Duration.ofHours(6),
                  Duration.ofHours(18)),
              "settings",
              List.of(
                  Duration.ofMinutes(10),
                  Duration.ofMinutes(30),
                  Duration.ofHours(1),
                  Duration.ofHours(4),
                  Duration.ofHours(12),
                  Duration.ofHours(24))),
          0.2);

  /** Copies the lists. */
  public RetryPolicy {
    waits = List.copyOf(waits);
    codeToWaits = Map.copyOf(codeToWaits);
  }

  /**
   * What is written about a try.
   *
   * @param attempt which try it was, from 1
   */
  public Settlement settle(int attempt, Outcome outcome, Instant now, RandomGenerator random) {
    return switch (outcome) {
      case Outcome.Accepted(String handle, List<String> undelivered) ->
          new Settlement.Accepted(handle, undelivered);
      case Outcome.Refused(String code, String platformCode) ->
          new Settlement.Refused(code, platformCode);
      case Outcome.TokenRefused(String platformCode) ->
          again(attempt, new Outcome.TryAgain(Duration.ZERO, "token", platformCode), now, random);
      case Outcome.TryAgain again -> again(attempt, again, now, random);
    };
  }

  private Settlement again(
      int attempt, Outcome.TryAgain again, Instant now, RandomGenerator random) {
    List<Duration> ladder = codeToWaits.getOrDefault(again.code(), waits);
    if (attempt > ladder.size()) {
      return new Settlement.Refused(again.code(), again.platformCode());
    }
    Duration step = ladder.get(attempt - 1);
    Duration wait = step.compareTo(again.after()) > 0 ? step : again.after();
    long more = Math.round(wait.toMillis() * jitter * random.nextDouble());
    return new Settlement.Again(
        now.plus(wait).plusMillis(more), again.code(), again.platformCode());
  }
}
