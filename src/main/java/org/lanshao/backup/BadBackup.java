package org.lanshao.backup;

/** A backup that cannot be made or used; the message tells the operator why and what to do. */
public final class BadBackup extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;

  /** With a stable code for logs and metrics. */
  public BadBackup(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
