package org.lanshao.desk.talk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators of what failed inside a turn, which goes on without it. */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** The kind of error and where it was thrown; never its message, which may quote people. */
  public static void log(String code, RuntimeException e) {
    var where = e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0].toString();
    LOG.atError()
        .addKeyValue("code", code)
        .addKeyValue("error", e.getClass().getName())
        .addKeyValue("at", where)
        .log("turn failed");
  }
}
