package org.lanshao.command;

/** 图: the count before, as a picture. */
public record Picture(Along along) {
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
