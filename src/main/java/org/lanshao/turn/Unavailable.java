package org.lanshao.turn;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The database cannot be used now. The platform gets a 503 and sends again. */
public sealed class Unavailable extends Exception permits MustWait {
  private static final long serialVersionUID = 1;

  private final String code;

  /** With a stable code for logs and metrics: {@code full}, {@code locked}, {@code lost} … */
  public Unavailable(String code, Throwable cause) {
    super(code, cause);
    this.code = code;
  }

  Unavailable(String code) {
    super(code, null, false, false);
    this.code = code;
  }

  /** What made a stage fail: the stages that follow it wrap that. */
  public static Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : Objects.requireNonNull(failure);
  }

  /** The stable code. */
  public String code() {
    return code;
  }
}
