package org.lanshao.transport;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.TokenSource.Fetched;
import org.lanshao.message.Extras.Attachment;
import org.lanshao.turn.MediaFiles;
import org.lanshao.turn.Tokens;

/**
 * Hands files of ours to a platform, once for all messages that name them while the platform keeps
 * them. One that the platform has lost before its time is handed over again, once. It blocks: call
 * it on virtual threads.
 */
final class Handing {
  /** The code of an id that the platform does not know any more. */
  private static final String GONE = "media_gone";

  /** Longer than a file may take on its way. */
  private static final Duration LEASE = Duration.ofSeconds(90);

  private final MediaFiles files;
  private final Tokens store;
  private final Clock clock;

  Handing(MediaFiles files, Tokens store, Clock clock) {
    this.files = files;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Sends a message that names a file.
   *
   * @param handing carries out a call that hands over, and reads its response by the function
   * @param sending carries out the call of the message itself
   */
  Outcome send(
      Delivery.Uploading uploading,
      BiFunction<Delivery.HttpCall, Function<RawResponse, Outcome>, Outcome> handing,
      Function<Delivery.HttpCall, Outcome> sending) {
    var ids =
        new AccessTokens(
            "upload/" + uploading.to().key() + "/" + uploading.file().hash(),
            () -> handOver(uploading, handing),
            LEASE,
            store,
            clock);
    for (int attempt = 1; ; attempt++) {
      switch (ids.token()) {
        case AccessTokens.Token.Missing(Outcome outcome) -> {
          return outcome;
        }
        case AccessTokens.Token.Ready(String id) -> {
          Outcome outcome = sending.apply(uploading.then().apply(id));
          if (attempt > 1 || !isGone(outcome)) {
            return outcome;
          }
          ids.refuse(id);
        }
      }
    }
  }

  private static boolean isGone(Outcome outcome) {
    return outcome instanceof Outcome.Refused(String code, String ignored) && code.equals(GONE);
  }

  private Fetched handOver(
      Delivery.Uploading uploading,
      BiFunction<Delivery.HttpCall, Function<RawResponse, Outcome>, Outcome> handing) {
    return switch (bytes(uploading.file())) {
      case Bytes.None(Outcome outcome) -> new Fetched.Failed(outcome);
      case Bytes.Some(byte[] bytes) -> {
        var got = new ArrayList<Fetched>();
        Outcome outcome =
            handing.apply(
                uploading.to().call(uploading.file(), bytes),
                response -> {
                  got.add(uploading.to().read(response));
                  return got.getLast() instanceof Fetched.Failed(Outcome failed)
                      ? failed
                      : Outcome.Accepted.PLAIN;
                });
        yield outcome instanceof Outcome.Accepted ? got.getLast() : new Fetched.Failed(outcome);
      }
    };
  }

  /** The bytes of a file, or why there are none. */
  sealed interface Bytes {
    /** These. */
    record Some(byte[] bytes) implements Bytes {
      /** Without what is in them. */
      @Override
      public String toString() {
        return "Some[" + bytes.length + "]";
      }
    }

    /** None, and what that means for the message. */
    record None(Outcome outcome) implements Bytes {}
  }

  /** Reads a file of ours. */
  Bytes bytes(Attachment file) {
    try {
      return files
          .read(file.hash())
          .<Bytes>map(Bytes.Some::new)
          .orElseGet(() -> new Bytes.None(new Outcome.Refused("file_gone", "")));
    } catch (IOException e) {
      return new Bytes.None(new Outcome.TryAgain(Duration.ofSeconds(30), "file_store", ""));
    }
  }
}
