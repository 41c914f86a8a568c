package org.lanshao.channel;

import java.time.Duration;

/**
 * Where the pictures and files that came by a channel can be had: the call to make and how to read
 * its response. Pure.
 */
public interface MediaSource {
  /** The call that fetches what the platform keeps under this id. */
  Delivery.HttpCall fetch(String mediaId);

  /** Reads the response to that call; never throws. */
  Fetched read(RawResponse response);

  /** For how long after it was sent the platform keeps it. */
  Duration kept();

  /** What came back. */
  sealed interface Fetched {
    /** The bytes, as they were sent. */
    record Bytes(byte[] bytes) implements Fetched {
      /** Without what is in them. */
      @Override
      public String toString() {
        return "Bytes[" + bytes.length + "]";
      }
    }

    /**
     * None.
     *
     * @param outcome as for a message; never accepted
     */
    record Failed(Outcome outcome) implements Fetched {
      /** Refuses what contradicts itself. */
      public Failed {
        if (outcome instanceof Outcome.Accepted) {
          throw new IllegalArgumentException("accepted, and yet nothing came");
        }
      }
    }
  }
}
