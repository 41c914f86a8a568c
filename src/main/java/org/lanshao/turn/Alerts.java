package org.lanshao.turn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lanshao.message.ConversationId;

/** The port through which alerts are asked for. Methods block: call them on virtual threads. */
public interface Alerts {
  /** The alert of this number; empty when there is none. */
  Optional<KeptAlert> alert(String number) throws Unavailable;

  /** All alerts that are not closed, the oldest first. */
  List<KeptAlert> openAlerts() throws Unavailable;

  /** The number of the last alert that was raised in a conversation and is not closed; or empty. */
  Optional<String> openAlert(ConversationId conversation) throws Unavailable;

  /** How many alerts somebody unknown raised since then, in one conversation or in all. */
  int strangers(Optional<ConversationId> conversation, Instant since) throws Unavailable;

  /**
   * The {@code once} of outgoing messages that begins so, of those that the platform has not taken:
   * it refused them, did not reach everybody, or was not yet asked.
   */
  List<String> unsent(String begin) throws Unavailable;

  /** The numbers of alerts that are not closed and have nothing due after this moment. */
  List<String> forgotten(Instant now) throws Unavailable;
}
