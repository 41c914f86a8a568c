package org.lanshao.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lanshao.store.Holding;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lanshao resume}: messages go out again after a restore. */
@Command(name = "resume", description = "恢复备份以后，继续往外发消息。先说会发多少。", mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--drop-before",
      paramLabel = "T",
      description = "这个时间以前要发的不再发，例如 2022-05-10T09:00。")
  private @Nullable String dropBefore;

  @Option(names = "--look", description = "只说会发多少，不动。")
  private boolean look;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    return config.read(err).map(this::resume).orElse(1);
  }

  private int resume(Settings settings) {
    var err = spec.commandLine().getErr();
    var from =
        dropBefore == null
            ? Optional.of(Instant.EPOCH)
            : instant(dropBefore, settings.time().zone());
    if (from.isEmpty()) {
      err.println("--drop-before 不是时间，写成 2022-05-10T09:00 这样。");
      return 2;
    }
    return Attempt.at(() -> resume(settings, from.get()), err).isEmpty() ? 0 : 1;
  }

  private static Optional<Instant> instant(String text, ZoneId zone) {
    return read(text, t -> LocalDateTime.parse(t).atZone(zone).toInstant())
        .or(() -> read(text, t -> OffsetDateTime.parse(t).toInstant()));
  }

  private static Optional<Instant> read(String text, Function<String, Instant> reading) {
    try {
      return Optional.of(reading.apply(text));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  private void resume(Settings settings, Instant from) throws Unavailable {
    var around =
        new Store.Surroundings(
            Clock.system(settings.time().zone()),
            new SimpleMeterRegistry(),
            area -> List.of(),
            StoreLimits.COMMAND);
    try (var store = Store.open(settings.store(), around)) {
      resume(store.holding(), from, settings.time().zone());
    }
  }

  private void resume(Holding holding, Instant from, ZoneId zone) throws Unavailable {
    var out = spec.commandLine().getOut();
    var since = holding.since();
    if (since.isEmpty()) {
      out.println("没有停发，不用继续。");
      return;
    }
    var waiting = holding.waiting(from);
    out.printf("从 %s 起停发。%n", since.get().atZone(zone).toLocalDateTime());
    out.printf("等着发的有 %d 条%s。%n", waiting.rows(), oldest(waiting, zone));
    if (waiting.before() > 0) {
      out.printf("其中 %d 条过时，不发了。%n", waiting.before());
    }
    if (look) {
      out.println("现在还停着。去掉 --look 再做一次，就开始发。");
      return;
    }
    holding.lift(from);
    out.printf("开始发 %d 条，半分钟之内动身；到了时间的提醒也会发。%n", waiting.rows() - waiting.before());
  }

  private static String oldest(Holding.Waiting waiting, ZoneId zone) {
    return waiting
        .oldest()
        .map(at -> "，最早的是 " + at.atZone(zone).toLocalDateTime().withNano(0) + " 的")
        .orElse("");
  }
}
