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
 * @param usual how long to wait after a try of which it is not known what became of it
 * @param codeToLadder other waits, for tries that ended with this code
 */
public record RetryPolicy(Ladder usual, Map<String, Ladder> codeToLadder) {
  /** What failed together is not tried together. */
  private static final double SPREAD = 0.2;

  /**
   * What WeCom's documents on error codes and frequencies recommend (90313, 90454). A quota of a
   * minute is followed by one of an hour and one of the day, which ends with it; a mistake in the
   * settings needs somebody to come and put it right; too many calls at once pass by themselves.
   */
  public static final RetryPolicy USUAL =
      new RetryPolicy(
          Ladder.of(SPREAD, "PT1S PT5S PT30S PT2M PT10M PT30M PT1H PT4H"),
          Map.of(
              "busy", Ladder.of(SPREAD, "PT1S PT5S PT30S"),
              "parallel", Ladder.of(4, "PT1S PT1S PT1S PT1S PT1S PT2S PT4S PT8S"),
              "rate_limit", Ladder.of(SPREAD, "PT1M PT1H").thenNextDays(3),
              "settings", Ladder.of(SPREAD, "PT10M PT30M PT1H PT4H PT12H PT24H")));

  /** Codes that say that nobody else need try for now. */
  private static final List<String> FOR_ALL = List.of("rate_limit", "settings");

  /** Copies the ladders. */
  public RetryPolicy {
    codeToLadder = Map.copyOf(codeToLadder);
  }

  /** Whether an outcome says that all that spends from the same limit should wait, too. */
  static boolean concernsAll(Settlement settlement) {
    return settlement instanceof Settlement.Again again && FOR_ALL.contains(again.code());
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
    return codeToLadder
        .getOrDefault(again.code(), usual)
        .next(attempt, now, random)
        .<Settlement>map(
            at -> {
              Instant asked = now.plus(again.after());
              return new Settlement.Again(
                  at.isBefore(asked) ? asked : at, again.code(), again.platformCode());
            })
        .orElseGet(() -> new Settlement.Refused(again.code(), again.platformCode()));
  }
}
