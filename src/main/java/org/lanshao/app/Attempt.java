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
      err.printf("数据库用不了（%s）。检查 store.url、数据库和磁盘空间。%n", unavailable.code());
      return unavailable.code();
    } catch (IOException disk) {
      LOG.error("code=disk", disk);
      err.printf("磁盘读写不了（%s）。检查路径、权限和磁盘空间。%n", disk.getClass().getSimpleName());
      return "disk";
    }
  }
}
