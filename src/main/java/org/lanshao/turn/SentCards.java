package org.lanshao.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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
   * The cards that platforms took for this cause, or may still take, and that nobody asked to
   * change yet, oldest first.
   *
   * @param since cards that were asked for before are left out; WeCom changes none after 72 hours
   */
  List<Sent> cards(Cause cause, Instant since) throws Unavailable;

  /**
   * The causes that begin so, of messages that wait or that platforms have taken, each once.
   *
   * @param begin ends with a colon
   * @param since as in {@link #cards}
   */
  List<Cause> causes(String begin, Instant since) throws Unavailable;

  /**
   * A card that was taken or may be.
   *
   * @param id of its outgoing row
   */
  record Sent(UUID id, ChannelName channel, Target target) {
    private static final String CHANGE = "card:";

    /** Without whom it went to. */
    @Override
    public String toString() {
      return "Sent[" + id + "]";
    }

    /** What makes the message that changes the card of this row one message. */
    public static String once(UUID id) {
      return CHANGE + id;
    }

    /** Whether a message changes a card, and leaves only with the code of that card. */
    public static boolean isChange(NewOutgoing row) {
      return row.once().startsWith(CHANGE);
    }

    /** The row whose card the message with this {@link #once} changes. */
    public static UUID changed(String once) {
      return UUID.fromString(once.substring(CHANGE.length()));
    }

    /**
     * The message that puts a text in place of the buttons: once for each card, however often it is
     * asked for. It leaves as soon as a platform has taken the card, and with the code that it gave
     * for it; if none takes it nothing is sent. A card whose button was pressed meanwhile stays as
     * it is.
     */
    public NewOutgoing saying(String text, Supplier<UUID> ids, Instant at, Terms terms) {
      var extras = Extras.replacing("");
      return new NewOutgoing(
          ids.get(), channel, target, new Reply.Part(text, List.of(), extras), once(id), at, terms);
    }
  }
}
