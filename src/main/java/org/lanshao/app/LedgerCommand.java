package org.lanshao.app;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.lanshao.census.Ledger;
import org.lanshao.census.Line;
import org.lanshao.census.Preview;
import org.lanshao.desk.register.FileTalk;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.register.Register;
import org.lanshao.store.Store;
import org.lanshao.turn.Staging;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A command that reads a table beside what is on file, also while servers run. Without {@code
 * --yes} it only tells what it would do.
 */
@Command
abstract class LedgerCommand implements Callable<Integer> {
  /** So long turns of a server on the same database have the way free between two writes. */
  static final Duration PAUSE = Duration.ofMillis(10);

  /** So much is written at once: turns wait for it. */
  private static final int SLICE = 200;

  /** What was laid out before, by an import that was stopped, is no longer wanted. */
  static final Duration FORGOTTEN = Duration.ofDays(1);

  /** More lines than this are not told. */
  static final int TOLD = 100;

  @Parameters(index = "0", paramLabel = "FILE", description = "表：xlsx 或 csv。")
  private Path file = Path.of("");

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--yes", description = "看过了，导入。")
  private boolean yes;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return config.attemptOnStore(this::bring, spec.commandLine().getErr());
  }

  private int bring(Store store, AllRead read) throws Unavailable {
    var err = spec.commandLine().getErr();
    try {
      return bring(LedgerFile.read(file), new Desk(store, read));
    } catch (IOException unreadable) {
      err.printf("读不了 %s。要 xlsx，或 UTF-8、GBK 的 csv。%n", file.getFileName());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      err.println("停下了，什么都没有变。");
    }
    return 1;
  }

  /** What lies beside the table: the database, and what was read with the settings. */
  record Desk(Store store, AllRead read) {
    Clock clock() {
      return read.clock();
    }

    Written written() {
      return read.written();
    }

    /** As the database has it; as the files have it where no server ever ran. */
    Directory directory() throws Unavailable {
      Directory directory = new KeptDirectory(store, clock()).current();
      return directory.version() == 0 ? written().directory() : directory;
    }

    /** What households of a table are compared with. */
    Ledger.Ground ground() throws Unavailable {
      Register register =
          store.register().since(0).map(Register.EMPTY::after).orElse(Register.EMPTY);
      return new Ledger.Ground(
          directory(),
          register,
          FileTalk.categories(written().library().forms()),
          LocalDate.now(clock()));
    }
  }

  /**
   * Does with the lines what the command is for.
   *
   * @return what the process ends with: 0 when all is well
   */
  abstract int bring(List<Line> lines, Desk desk) throws Unavailable, InterruptedException;

  /**
   * Takes all of it in at once, laid out slice by slice before, between which turns have their way.
   *
   * @param change what takes the batch of this id in
   * @return false when somebody changed some of it meanwhile: then nothing was
   */
  static <E, C> boolean takeIn(
      Staging<E, C> into, List<E> all, Function<UUID, C> change, Clock clock)
      throws Unavailable, InterruptedException {
    var before = clock.instant().minus(FORGOTTEN);
    into.clearAway(before);
    var batch = Generators.timeBasedEpochGenerator().generate();
    for (int from = 0; from < all.size(); from += SLICE) {
      var slice = all.subList(from, Math.min(all.size(), from + SLICE));
      into.layOut(batch, slice);
      Thread.sleep(PAUSE);
    }
    boolean whole = into.takeIn(change.apply(batch), all.size());
    into.clear(batch);
    return whole;
  }

  /** Whether what was told is to be done. */
  final boolean isWanted() {
    return yes;
  }

  final String fileName() {
    return String.valueOf(file.getFileName());
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** The area that all others lie in. */
  static AreaCode top(Directory directory) {
    return directory.areas().stream()
        .filter(area -> area.parent().isEmpty())
        .map(Area::code)
        .findFirst()
        .orElse(new AreaCode(""));
  }

  /** Numbers of lines and reasons only: a terminal may be looked at by others. */
  static void tellRefused(List<Preview.Refused> refused, PrintWriter out) {
    refused.stream().limit(TOLD).forEach(one -> out.printf("第%d行：%s%n", one.line(), one.reason()));
  }
}
