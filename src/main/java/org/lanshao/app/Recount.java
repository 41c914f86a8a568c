package org.lanshao.app;

import java.util.concurrent.Callable;
import org.lanshao.store.Store;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lanshao recount}: compares what counts say with what was filed. */
@Command(name = "recount", description = "核对统计数和登记的记录；有出入时返回 1。", mixinStandardHelpOptions = true)
final class Recount implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--repair", description = "有出入时按登记的记录重算。")
  private boolean repair;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return config.attemptOnStore((store, read) -> compare(store), spec.commandLine().getErr());
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
