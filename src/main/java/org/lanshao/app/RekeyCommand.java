package org.lanshao.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanshao.backup.BadBackup;
import org.lanshao.store.DataKey;
import org.lanshao.store.Rekey;
import org.lanshao.store.ServerLock;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.AuditLog.Entry;
import org.lanshao.turn.AuditLog.Kind;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lanshao rekey}: another key in the place of the one that private data is sealed with. */
@Command(
    name = "rekey",
    description = {
      "换密钥：全部私密内容、照片和检索值用新密钥重做，旧密钥从此打不开。要先停服务、先备份。",
      "中途停下或断电都不要紧，再运行一次就接着做；做完之前服务不能启动。"
    },
    mixinStandardHelpOptions = true)
final class RekeyCommand implements Callable<Integer> {
  /** So many pieces from one word to the next. */
  private static final int TOLD = 1000;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--yes", description = "服务停了，也备份了，开始换。")
  private boolean yes;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!yes) {
      spec.commandLine().getErr().println("先停服务、先备份（lanshao backup），再加 --yes。");
      return 2;
    }
    return config.attempt(this::rekey, spec.commandLine().getErr());
  }

  private void rekey(Settings settings) throws Unavailable, IOException, BadBackup {
    var store = settings.store();
    try (var lock = ServerLock.take(store).orElseThrow(() -> RestoreCommand.running(settings))) {
      try (var rekey = Rekey.open(store).orElseThrow(() -> RestoreCommand.running(settings))) {
        work(rekey);
      }
      note(Rekey.renewed(store), settings.time().zone());
      tell(Rekey.putInPlace(store), store);
    }
  }

  private void work(Rekey rekey) throws Unavailable, IOException, BadBackup {
    var out = spec.commandLine().getOut();
    var flaws = rekey.flaws();
    if (!flaws.isEmpty()) {
      flaws.forEach(out::println);
      throw new BadBackup("audit", "查看留痕被改过（lanshao audit verify）。换密钥会盖住它，没有换。先查清楚。");
    }
    for (long pieces = 1; rekey.step(); pieces++) {
      if (pieces % TOLD == 0) {
        out.printf("做了 %d 步……%n", pieces);
      }
    }
  }

  private void tell(Optional<Path> old, StoreSettings store) {
    PrintWriter out = spec.commandLine().getOut();
    if (store.key().isPresent()) {
      out.printf(
          "换好了。把 LANSHAO_DATA_KEY（data.key）改成 %s 里的内容，另外保管一份，再删掉这个文件，然后启动服务。%n",
          Rekey.newFile(store.dataDir()));
    } else {
      out.println("换好了。新密钥在 lanshao.key，另外保管一份，然后启动服务。");
    }
    old.ifPresent(file -> out.printf("旧密钥留在 %s：只有以前的备份还要用它，和那些备份放在一起。%n", file));
    out.println("马上再备份一次：以前的备份要用旧密钥才能恢复。");
  }

  private static void note(StoreSettings renewed, ZoneId zone) throws Unavailable {
    var clock = Clock.system(zone);
    var around =
        new Store.Surroundings(
            clock, new SimpleMeterRegistry(), area -> List.of(), StoreLimits.COMMAND);
    try (var store = Store.open(renewed, around)) {
      var about = DataKey.of(renewed).fingerprint().substring(0, 8);
      store.audit().note(new Entry(clock.instant(), Kind.REKEY, Optional.empty(), "", about));
    }
  }
}
