package org.lanshao.message;

import java.time.Duration;
import java.util.Optional;

/**
 * What a channel can do.
 *
 * @param answerWithin how long after receipt a reply may still go out in the response; empty: never
 * @param maxTextBytes how long a text may be, in bytes of UTF-8
 * @param cards what a card with buttons may hold, for choices that go out by themselves; empty:
 *     there are none
 */
public record Capabilities(
    Optional<Duration> answerWithin, int maxTextBytes, Optional<CardLimits> cards) {
  /** A channel without cards. */
  public Capabilities(Optional<Duration> answerWithin, int maxTextBytes) {
    this(answerWithin, maxTextBytes, Optional.empty());
  }
}
