package org.lanshao.alarm;

import java.util.Map;

/**
 * Something that is wrong now.
 *
 * @param kind what
 * @param subject which of several, such as a channel or group id; empty text where there is one
 * @param slots for its wording; nothing private
 */
public record Finding(Kind kind, String subject, Map<String, String> slots) {
  /** Copies the slots. */
  public Finding {
    slots = Map.copyOf(slots);
  }

  /** Of which there is one. */
  public Finding(Kind kind, Map<String, String> slots) {
    this(kind, "", slots);
  }
}
