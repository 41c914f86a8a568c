package org.lanshao.command;

import java.util.Optional;

/**
 * 图: the count before, as a picture.
 *
 * @param more words that ask on from it first: 按类别; empty for none
 */
public record Picture(Along along, Optional<String> more) {
  /** What its bars or points stand for. */
  public enum Along {
    /** What the count is best told apart by: areas, or days where there is only one. */
    USUAL,
    /** The areas within the counted one. */
    AREAS,
    /** The days of the range, or its months if there are many. */
    TIME
  }
}
