package org.lanshao.channel.wecom;

import org.lanshao.channel.Received;

/**
 * Why a callback is not taken. A forged signature or receiver gets 401 or 403, anything else that
 * cannot be read gets 400: the platform's next try would be the same.
 */
enum Refusal {
  /** The body cannot be read, or holds no encrypted text. */
  ENVELOPE(400, "envelope"),
  /** Not signed with this app's token. */
  SIGNATURE(401, "signature"),
  /** Cannot be decrypted, or what comes out has the wrong layout. */
  CIPHERTEXT(400, "ciphertext"),
  /** Encrypted for another receiver. */
  RECEIVE_ID(403, "receive_id"),
  /** What was encrypted cannot be read. */
  INNER(400, "inner");

  private final int status;
  private final String code;

  Refusal(int status, String code) {
    this.status = status;
    this.code = code;
  }

  /** As a channel returns it. */
  Received.Refused received() {
    return new Received.Refused(status, code);
  }
}
