package org.lanshao.channel;

import java.time.Duration;
import java.util.List;

/** What became of a message that was sent. */
public sealed interface Outcome {
  /**
   * The platform took it.
   *
   * @param handle what it gave to find or change the message later; empty text if nothing. It may
   *     be a secret
   * @param undelivered the accounts that it could not reach, of several, as the platform writes
   *     them
   */
  record Accepted(String handle, List<String> undelivered) implements Outcome {
    /** Taken for everybody, with nothing to find it by. */
    public static final Accepted PLAIN = new Accepted("", List.of());

    /** Copies the list. */
    public Accepted {
      undelivered = List.copyOf(undelivered);
    }

    /** How many were not reached; neither who nor the handle. */
    @Override
    public String toString() {
      return "Accepted[" + undelivered.size() + "]";
    }
  }

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
