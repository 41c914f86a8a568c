package org.lanshao.channel;

import org.lanshao.message.Inbound;

/** What a request turned out to be. */
public sealed interface Received {
  /** A message or event for the desk. */
  record Message(Inbound inbound) implements Received {}

  /** Nothing for the desk: a handshake, or an event that only wants to be acknowledged. */
  record Answer(RawResponse response) implements Received {}

  /**
   * Not taken.
   *
   * @param status the HTTP status
   * @param code our stable code for the reason, such as {@code signature}: a metric label and log
   *     field
   */
  record Refused(int status, String code) implements Received {}
}
