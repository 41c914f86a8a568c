package org.lanshao.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ConversationId;

/**
 * The one row that a turn writes. The texts are opaque here and private: the store encrypts them.
 *
 * @param conversation whose turn
 * @param seq the turn's place in its conversation, from 1 without gaps; together the key that
 *     orders turns between nodes
 * @param messageId unique within the channel; a second turn with the same one is a duplicate
 * @param at when the message was received
 * @param person who spoke; empty for unknown senders
 * @param input what came in, as versioned JSON; may be purged later without loss to drafts
 * @param events what it caused, as versioned JSON
 * @param reply what is said back, as JSON; a redelivery gets it again
 * @param draftFrom the seq since which this turn and the following ones make up the open drafts; 0
 *     when none is open after this turn
 * @param greeted the last local day on which this conversation was greeted; empty if never
 * @param error the code of what went wrong inside; empty text when nothing did
 * @param snapshot the conversation's state after this turn, folded, as versioned JSON: given every
 *     so many turns of a draft so that reading back stays short
 */
public record NewTurn(
    ConversationId conversation,
    long seq,
    String messageId,
    Instant at,
    Optional<PersonId> person,
    String input,
    String events,
    String reply,
    long draftFrom,
    Optional<LocalDate> greeted,
    String error,
    Optional<String> snapshot) {
  /** Without the private texts. */
  @Override
  public String toString() {
    return "NewTurn[" + conversation.key() + " " + seq + "]";
  }
}
