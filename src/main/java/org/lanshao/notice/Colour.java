package org.lanshao.notice;

import java.util.Locale;
import java.util.Optional;

/**
 * The colour of a warning signal, the gravest first. White is the lowest of Guangdong's five levels
 * for typhoons. It is a scale of its own: no colour is any level of a response.
 */
public enum Colour {
  /** 特别严重. */
  RED("红"),
  /** 严重. */
  ORANGE("橙"),
  /** 较重. */
  YELLOW("黄"),
  /** 一般. */
  BLUE("蓝"),
  /** Typhoon alone. */
  WHITE("白");

  private final String word;

  Colour(String word) {
    this.word = word;
  }

  /** As people write it: 红. */
  public String word() {
    return word;
  }

  /** The colour of 红, 红色, Red or RED; empty for anything else. */
  public static Optional<Colour> read(String text) {
    var said = text.strip().toUpperCase(Locale.ROOT);
    for (Colour colour : values()) {
      if (said.equals(colour.name())
          || said.equals(colour.word)
          || said.equals(colour.word + "色")) {
        return Optional.of(colour);
      }
    }
    return Optional.empty();
  }
}
