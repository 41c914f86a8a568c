package org.lanshao.turn;

/**
 * What is asked has to be waited for, and the thread that asks must not wait: ask again on one that
 * may. Nothing was done.
 */
public final class MustWait extends Unavailable {
  private static final long serialVersionUID = 1;

  /** Without a trace: it is no failure, and happens often. */
  public MustWait() {
    super("waits");
  }
}
