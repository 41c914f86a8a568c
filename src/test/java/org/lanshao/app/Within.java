package org.lanshao.app;

import java.io.PrintWriter;

/** Runs commands within the process of the tests. */
public final class Within {
  private Within() {}

  /**
   * Runs one.
   *
   * @param out gets what it prints, errors too
   * @return what it ends with
   */
  public static int run(PrintWriter out, String... words) {
    var commands = Lanshao.commands();
    commands.setOut(out);
    commands.setErr(out);
    return commands.execute(words);
  }
}
