package org.lanshao.turn;

import java.time.Instant;
import org.lanshao.form.Media;
import org.lanshao.message.ConversationId;

/**
 * A picture or file that an answer refers to and that must be fetched from its platform, as a row.
 * One that is known already, from whatever turn, is not written again.
 *
 * @param conversation in which it was sent
 * @param seq of the turn that took it as an answer
 * @param sent what the platform keeps; its id is private
 * @param wanted what the question takes
 * @param at when it was taken
 */
public record NewMedia(
    ConversationId conversation, long seq, Media.Sent sent, Wanted wanted, Instant at) {
  /** What a question takes. */
  public enum Wanted {
    /** Pictures alone. */
    PHOTO,
    /** Any kind of file that is kept at all. */
    FILE
  }

  /** Without the platform's id. */
  @Override
  public String toString() {
    return "NewMedia[" + conversation.key() + " " + seq + "]";
  }
}
