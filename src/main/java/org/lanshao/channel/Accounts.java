package org.lanshao.channel;

/**
 * How a platform tells who stands behind an id that is not the account of the directory: the call
 * to make and how to read its response. Pure.
 */
public interface Accounts {
  /** Whether this may be such an id. */
  boolean isForeign(String account);

  /** The call that asks for it. */
  Delivery.HttpCall call(String account);

  /** Reads the response to that call; never throws. */
  Found read(String account, RawResponse response);

  /** What came back. */
  sealed interface Found {
    /** The account; the id itself where the platform knows no other. */
    record Account(String account) implements Found {}

    /**
     * Not known now.
     *
     * @param outcome as for a message; never accepted
     */
    record Failed(Outcome outcome) implements Found {}
  }
}
