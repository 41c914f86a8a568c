package org.lanshao.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.turn.Lane;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Resting;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code lanshao outbox}: what waits to be sent and what did not arrive, without whom it is for and
 * what it says; and sending again.
 */
@Command(name = "outbox", description = "等着发的和没送到的消息（不显示内容和收件人）。", mixinStandardHelpOptions = true)
final class OutboxCommand implements Callable<Integer> {
  private static final int MOST = 1000;
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--again", paramLabel = "N|all", description = "没送到的再发：编号，或 all 全部。")
  private @Nullable String again;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    if (again != null && !again.matches("all|[1-9][0-9]{0,17}")) {
      err.println("--again 后面写编号或 all。编号在 lanshao outbox 列出的每行开头。");
      return 2;
    }
    return config
        .read(err)
        .map(settings -> Attempt.at(() -> run(settings), err).isEmpty() ? 0 : 1)
        .orElse(1);
  }

  private void run(Settings settings) throws Unavailable {
    var zone = settings.time().zone();
    var around =
        new Store.Surroundings(
            Clock.system(zone), new SimpleMeterRegistry(), area -> List.of(), StoreLimits.COMMAND);
    try (var store = Store.open(settings.store(), around)) {
      if (again == null) {
        show(store.queue(), zone);
        show(store.resting(MOST), zone);
      } else {
        sendAgain(store, again);
      }
    }
  }

  private void show(Outgoing.Queue queue, ZoneId zone) {
    var out = spec.commandLine().getOut();
    out.printf("等着发的 %d 条。%n", queue.waiting());
    for (Lane lane : Lane.values()) {
      var depth = queue.laneToDepth().get(lane);
      if (depth != null && depth.oldest().isPresent()) {
        out.printf(
            "  %-9s %d 条，最早的是 %s 的%n",
            word(lane), depth.count(), AT.format(depth.oldest().get().atZone(zone)));
      }
    }
    for (var later : queue.later()) {
      out.printf(
          "  %s 对象 %s：%d 条，下一条 %s 发%n",
          later.channel(), later.target(), later.count(), AT.format(later.next().atZone(zone)));
    }
  }

  private void show(List<Resting> resting, ZoneId zone) {
    var out = spec.commandLine().getOut();
    out.printf("没送到的 %d 条%s。%n", resting.size(), resting.size() == MOST ? "（只列最近的）" : "");
    for (var row : resting) {
      out.printf(
          "%d %s %s %s %s %s%n",
          row.number(),
          AT.format(row.since().atZone(zone)),
          row.channel(),
          word(row.lane()),
          row.code().isEmpty() ? "in_part:" + row.undelivered().size() : row.code(),
          row.platformCode());
    }
  }

  private static String word(Lane lane) {
    return lane.name().toLowerCase(Locale.ROOT);
  }

  private void sendAgain(Store store, String which) throws Unavailable {
    var numbers =
        which.equals("all")
            ? store.resting(Integer.MAX_VALUE).stream()
                .filter(Resting::canBeSentAgain)
                .map(Resting::number)
                .toList()
            : List.of(Long.parseLong(which));
    int count = store.again(numbers);
    spec.commandLine()
        .getOut()
        .println(count == 0 ? "没有这样的消息：没送到的里面没有它，或者已经有人收到。" : "再发 " + count + " 条，半分钟之内动身。");
  }
}
