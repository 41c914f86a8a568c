package org.lanshao;

/**
 * How much random and repeated tests do. {@code mvn verify} does a quarter, so that whoever changes
 * something soon knows; {@code .ci/run} does the whole with {@code -Deffort=4}, and more with more.
 */
public final class Effort {
  private static final int WHOLE = 4;

  private Effort() {}

  /** So many of what is done this often as a whole; at least one. */
  public static int of(int whole) {
    return Math.max(1, Math.toIntExact((long) whole * effort() / WHOLE));
  }

  /** Whether all is done, or more. */
  public static boolean isWhole() {
    return effort() >= WHOLE;
  }

  private static int effort() {
    return Integer.getInteger("effort", 1);
  }
}
