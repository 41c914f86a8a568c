package org.lanshao.channel;

import java.time.Duration;

/**
 * Where a channel's access token comes from: the call to make and how to read its response. Pure.
 */
public interface TokenSource {
  /** A name for the token, the same on every node and for every start; it holds no secret. */
  String key();

  /** The call that fetches a new token; its address may hold a secret. */
  Delivery.HttpCall fetch();

  /** Reads the response to that call; never throws. */
  Fetched read(RawResponse response);

  /** What came back. */
  sealed interface Fetched {
    /** A token and how long it is good for. */
    record Token(String token, Duration lifetime) implements Fetched {
      /** Without the token. */
      @Override
      public String toString() {
        return "Token[" + lifetime + "]";
      }
    }

    /** No token. {@code outcome} is what becomes of every message that needs one. */
    record Failed(Outcome outcome) implements Fetched {}
  }
}
