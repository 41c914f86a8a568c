package org.lanshao.drawing;

/** How losses are told. */
final class Lost {
  private Lost() {}

  static String words(long drafts) {
    return drafts + " 份停在这里";
  }
}
