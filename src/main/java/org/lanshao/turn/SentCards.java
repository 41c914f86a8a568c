package org.lanshao.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanshao.message.Card;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Extras;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.turn.NewOutgoing.Terms;

/**
 * The port through which cards are found that people were sent for one cause, so that whoever did
 * not press a button sees how it ended. Methods block: call them on virtual threads.
 */
public interface SentCards {
  /** How long WeCom changes a card (document 94888). */
  Duration CHANGEABLE = Duration.ofDays(3);

  /**
   * The cards that platforms took for this cause and that nobody asked to change yet, oldest first.
   *
   * @param since cards that were asked for before are left out; WeCom changes none after 72 hours
   */
  List<Sent> cards(Cause cause, Instant since) throws Unavailable;

  /**
   * A card that was taken.
   *
   * @param id of its outgoing row
   * @param handle by which the platform changes it; a secret
   */
  record Sent(UUID id, ChannelName channel, Target target, String handle) {
    /** Without whom it went to and the handle. */
    @Override
    public String toString() {
      return "Sent[" + id + "]";
    }

    /** Whether this can be changed at all: not every handle is a card's. */
    public boolean isCard() {
      return Card.code(handle).isPresent();
    }

    /** What makes the message that changes the card of this row one message. */
    public static String once(UUID id) {
      return "card:" + id;
    }

    /**
     * The message that puts a text in place of the buttons: once for each card, however often it is
     * asked for. One whose button was pressed meanwhile stays as it is.
     */
    public NewOutgoing saying(String text, Supplier<UUID> ids, Instant at, Terms terms) {
      var extras = Extras.replacing(Card.code(handle).orElseThrow());
      return new NewOutgoing(
          ids.get(), channel, target, new Reply.Part(text, List.of(), extras), once(id), at, terms);
    }
  }
}
