package org.lanshao.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lanshao.directory.Area;
import org.lanshao.form.Mistakes;
import org.lanshao.store.KeyMistake;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.UnsafeDatabase;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lanshao recount}: compares what counts say with what was filed. */
@Command(name = "recount", description = "核对统计数和登记的记录；有出入时返回 1。", mixinStandardHelpOptions = true)
final class Recount implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", description = "设置文件，默认 config/lanshao.yaml。")
  private @Nullable Path config;

  @Option(names = "--repair", description = "有出入时按登记的记录重算。")
  private boolean repair;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var mistakes = new Mistakes();
    var settings = SettingsFile.read(Optional.ofNullable(config), System.getenv(), mistakes);
    var written = Written.read(settings.files(), settings.outside(System.getenv()), mistakes);
    if (!mistakes.isEmpty() || written.isEmpty()) {
      mistakes.sorted().forEach(spec.commandLine().getErr()::println);
      return 1;
    }
    try (var store = open(settings, written.get())) {
      return compare(store);
    } catch (KeyMistake | UnsafeDatabase problem) {
      spec.commandLine().getErr().println(problem.getMessage());
    } catch (Unavailable unavailable) {
      spec.commandLine().getErr().printf("数据库用不了（%s）。检查 store.url 和数据库。%n", unavailable.code());
    }
    return 1;
  }

  /** Opens the database of the settings, for whoever files nothing. */
  static Store open(Settings settings, Written written) throws Unavailable {
    return Store.open(
        settings.store(),
        new Store.Surroundings(
            Clock.system(settings.time().zone()),
            new SimpleMeterRegistry(),
            area -> written.directory().path(area).stream().map(Area::code).toList(),
            StoreLimits.USUAL));
  }

  private int compare(Store store) throws Unavailable {
    var out = spec.commandLine().getOut();
    var differences = store.recount();
    differences.forEach(out::println);
    if (differences.isEmpty()) {
      out.println("统计数和登记的记录一致。");
      return 0;
    }
    if (!repair) {
      out.printf("有 %d 处出入。用 --repair 按登记的记录重算。%n", differences.size());
      return 1;
    }
    store.rebuild();
    out.printf("有 %d 处出入，已重算。%n", differences.size());
    return 0;
  }
}
