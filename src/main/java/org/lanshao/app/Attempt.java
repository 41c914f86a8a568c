package org.lanshao.app;

import java.io.IOException;
import java.io.PrintWriter;
import org.lanshao.backup.BadBackup;
import org.lanshao.store.KeyMistake;
import org.lanshao.store.UnsafeDatabase;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work of an operator's command, with an answer to all that may be in its way. */
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

  private Attempt() {}

  /** What is attempted. */
  interface Work {
    void run() throws Unavailable, IOException, BadBackup;
  }

  /** Runs it; empty text when it was done, else a stable code, with what to do printed. */
  static String at(Work work, PrintWriter err) {
    try {
      work.run();
      return "";
    } catch (BadBackup bad) {
      err.println(bad.getMessage());
      return bad.code();
    } catch (KeyMistake key) {
      err.println(key.getMessage());
      return "key";
    } catch (UnsafeDatabase unsafe) {
      err.println(unsafe.getMessage());
      return "unsafe";
    } catch (Unavailable unavailable) {
      LOG.debug("code={}", unavailable.code(), unavailable);
      err.println(Trouble.of(unavailable));
      return unavailable.code();
    } catch (IOException disk) {
      LOG.debug("code=disk", disk);
      err.println(Trouble.of(disk));
      return "disk";
    }
  }
}
