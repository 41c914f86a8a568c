package org.lanshao.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanshao.message.Capabilities;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;

/**
 * A platform's translator. It does no I/O, holds no changing state and may be called from any
 * thread; bad input is a value, never an exception.
 */
public interface Channel {
  /** Its name under {@code channels:}. */
  ChannelName name();

  /** Its kind, which is also the column of {@code people.csv} that holds its accounts. */
  String kind();

  /** What it can do. */
  Capabilities capabilities();

  /** Verifies, decrypts and reads a request; the signature is checked before anything else. */
  Received read(RawRequest request, Instant now);

  /**
   * The response that carries this reply; empty when a response of this platform cannot carry it
   * (too many messages, too long), so that it has to go through the outbox.
   */
  Optional<RawResponse> answer(Inbound inbound, Reply reply, Instant now);

  /**
   * The response to a message whose reply goes through the outbox: mostly empty. A platform whose
   * cards can be changed in the response shows there that a button was pressed.
   *
   * @param reply what is said through the outbox
   */
  default RawResponse acknowledge(Inbound inbound, Reply reply, Instant now) {
    return RawResponse.EMPTY_OK;
  }

  /** How this message goes out. */
  Delivery encode(Outbound outbound);

  /**
   * What sending this message uses up of the platform's limits; nothing where it sets none. Every
   * message to one target spends from the same buckets.
   */
  default List<Spend> spends(Outbound outbound) {
    return List.of();
  }

  /** What became of it, by the platform's response to the call. */
  Outcome outcome(Outbound outbound, RawResponse response);

  /** How its calls reach the platform. */
  default Road road() {
    return Road.STRAIGHT;
  }

  /** Where its access token comes from; empty if its calls need none. */
  default Optional<TokenSource> tokens() {
    return Optional.empty();
  }

  /** How its platform's other ids of people become accounts; empty if it has no others. */
  default Optional<Accounts> accounts() {
    return Optional.empty();
  }

  /** Where pictures and files that came by it can be had; empty if nowhere. */
  default Optional<MediaSource> media() {
    return Optional.empty();
  }
}
