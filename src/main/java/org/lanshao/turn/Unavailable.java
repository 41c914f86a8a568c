package org.lanshao.turn;

/** The database cannot be used now. The platform gets a 503 and sends again. */
public final class Unavailable extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;

  /** With a stable code for logs and metrics: {@code full}, {@code locked}, {@code lost} … */
  public Unavailable(String code, Throwable cause) {
    super(code, cause);
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
