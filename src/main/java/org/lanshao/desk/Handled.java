package org.lanshao.desk;

import org.lanshao.message.Reply;

/**
 * A message that was handled and is durable.
 *
 * @param reply what is said back
 * @param byOutbox whether the reply goes out, or went out, through the outbox: the response is
 *     empty
 * @param seq of its turn; 0 when this delivery wrote none
 */
public record Handled(Reply reply, boolean byOutbox, long seq) {
  /** Nothing was written and nothing is said. */
  static final Handled NOTHING = new Handled(Reply.NONE, false, 0);
}
