package org.lanshao.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.lanshao.directory.PersonId;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lanshao audit}: who looked at records or took them away, and whether that was changed. */
@Command(
    name = "audit",
    description = "谁看过、导出过登记：audit 列出来；audit verify 查有没有被改过、删过，有就返回 1。",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(arity = "0..1", paramLabel = "verify", description = "写 verify 就核对。")
  private String what = "";

  @Option(names = "--head", paramLabel = "HEAD", description = "日志里每小时记的 head，可以写几次：一起核对。")
  private List<String> heads = List.of();

  @Option(names = "--last", paramLabel = "N", description = "列最近几条，默认 100。")
  private int last = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  private boolean isFlawed;

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    if (!what.isEmpty() && !what.equals("verify")) {
      err.println("写 lanshao audit 或 lanshao audit verify。");
      return 2;
    }
    int code = config.attempt(this::run, err);
    return isFlawed ? 1 : code;
  }

  private void run(Settings settings) throws Unavailable {
    var zone = settings.time().zone();
    var around =
        new Store.Surroundings(
            Clock.system(zone), new SimpleMeterRegistry(), area -> List.of(), StoreLimits.COMMAND);
    try (var store = Store.open(settings.store(), around)) {
      if (what.isEmpty()) {
        list(store, AT.withZone(zone));
      } else {
        verify(store);
      }
    }
  }

  private void list(Store store, DateTimeFormatter time) throws Unavailable {
    var entries = store.audit().newest(last);
    if (entries.isEmpty()) {
      spec.commandLine().getOut().println("还没有人看过别人的登记，也没有人导出过。");
    }
    for (var entry : entries) {
      var who = entry.person().map(PersonId::text).orElse("-");
      var where = entry.conversation().isEmpty() ? "-" : entry.conversation();
      spec.commandLine()
          .getOut()
          .printf(
              "%s %s %s %s %s%n",
              time.format(entry.at()), entry.kind().word(), who, where, entry.about());
    }
  }

  private void verify(Store store) throws Unavailable {
    var out = spec.commandLine().getOut();
    var found = store.audit().verify(heads);
    found.flaws().forEach(out::println);
    isFlawed = !found.flaws().isEmpty();
    out.println(
        isFlawed
            ? found.entries() + " 条记录，有 " + found.flaws().size() + " 处不对。"
            : found.entries() + " 条记录，都没有被改过、删过。");
  }
}
