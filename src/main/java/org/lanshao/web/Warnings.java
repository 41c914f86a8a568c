package org.lanshao.web;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Where warnings are taken that come in by HTTP. */
public interface Warnings {
  /**
   * Takes a document.
   *
   * @param here runs what follows: the event loop that calls
   * @return a status of HTTP, a space, and a short JSON; it fails with {@link
   *     org.lanshao.turn.Unavailable} when nothing was done and the sender should send again
   */
  CompletionStage<String> take(byte[] document, Executor here);
}
