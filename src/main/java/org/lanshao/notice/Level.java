package org.lanshao.notice;

/**
 * How grave a notice is. Colours and grades are two scales that are never compared with each other.
 */
public sealed interface Level {
  /** The colour of a warning signal. */
  record Signal(Colour colour) implements Level {}

  /** The grade of a response. */
  record Response(Grade grade) implements Level {}

  /** A notice without a level: a plain text. */
  record Plain() implements Level {}

  /** Whether this is higher on the same scale; false across scales. */
  default boolean isAbove(Level other) {
    return switch (this) {
      case Signal(Colour own) ->
          other instanceof Signal(Colour theirs) && own.compareTo(theirs) < 0;
      case Response(Grade own) ->
          other instanceof Response(Grade theirs) && own.compareTo(theirs) < 0;
      case Plain() -> false;
    };
  }

  /** Whether both are colours, both grades, or both plain. */
  default boolean isSameScale(Level other) {
    return getClass().equals(other.getClass());
  }

  /**
   * Whether it goes out at any hour: orange and red, and every response that is in force. The rest
   * waits for the morning.
   */
  default boolean isUrgent() {
    return switch (this) {
      case Signal(Colour colour) -> colour.compareTo(Colour.ORANGE) <= 0;
      case Response(Grade grade) -> grade != Grade.WATCH;
      case Plain() -> false;
    };
  }

  /** As people write it: 红, Ⅳ; empty text for a plain notice. */
  default String word() {
    return switch (this) {
      case Signal(Colour colour) -> colour.word();
      case Response(Grade grade) -> grade.word();
      case Plain() -> "";
    };
  }
}
