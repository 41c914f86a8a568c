package org.lanshao.program;

import java.io.IOException;

/** Says things to the server as a platform would on behalf of a worker. */
interface Client {
  /**
   * Delivers a message once.
   *
   * @param worker its number, from 1
   * @param messageId the same for each delivery of the same message
   * @throws IOException when no whole answer came
   */
  Said say(int worker, long messageId, String text) throws IOException;

  /** The channel it comes through. */
  String channel();

  /** The message id as the server stores it. */
  String stored(long messageId);
}
