package org.lanshao.store;

/** The key of private data is missing, wrong or not a key: the start must stop. */
public final class KeyMistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  KeyMistake(String message) {
    super(message);
  }
}
