package org.lanshao.channel;

import java.time.Duration;

/** What became of a message that was sent. */
public sealed interface Outcome {
  /** The platform took it. */
  record Accepted() implements Outcome {}

  /**
   * Not now.
   *
   * @param after how long to wait
   * @param code our stable code
   * @param platformCode the platform's own; empty text if it gave none
   */
  record TryAgain(Duration after, String code, String platformCode) implements Outcome {}

  /** The access token was not taken: fetch another and try once more at once. */
  record TokenRefused(String platformCode) implements Outcome {}

  /** Never: the same call would fail again. */
  record Refused(String code, String platformCode) implements Outcome {}
}
