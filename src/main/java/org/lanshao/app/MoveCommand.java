package org.lanshao.app;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanshao.backup.BadBackup;
import org.lanshao.store.DataKey;
import org.lanshao.store.ServerLock;
import org.lanshao.store.Snapshots;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lanshao move}: everything from the embedded database into a PostgreSQL. */
@Command(
    name = "move",
    description = "把 SQLite 里的全部数据搬到空的 PostgreSQL；要先停服务。全部搬好并核对一致，或者什么都没搬。",
    footer = "例如：lanshao move --to jdbc:postgresql://db/lanshao --user lanshao",
    mixinStandardHelpOptions = true)
final class MoveCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "搬到哪里，例如 jdbc:postgresql://db/lanshao。")
  private String to = "";

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description = "PostgreSQL 的用户。密码取设置里的 store.password。")
  private String user = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return config.attempt(this::move, spec.commandLine().getErr());
  }

  private void move(Settings settings) throws BadBackup, Unavailable, IOException {
    StoreSettings from = settings.store();
    if (!from.url().startsWith("jdbc:sqlite:") || !to.startsWith("jdbc:postgresql:")) {
      throw new BadBackup("direction", "move 只从 SQLite（设置里的 store.url）搬到 PostgreSQL（--to）。");
    }
    var target = new StoreSettings(to, user, from.password(), from.dataDir(), from.key());
    var source = new Snapshots(from);
    if (source.isEmpty()) {
      throw new BadBackup("no_database", from.place() + " 没有数据库。检查设置里的 store.url。");
    }
    try (var lock = ServerLock.take(from).orElseThrow(() -> RestoreCommand.running(settings))) {
      check(source, from);
      if (!new Snapshots(target).isEmpty()) {
        throw new BadBackup("not_empty", target.place() + " 里已经有数据，只搬到空的数据库。换一个，或先清空。");
      }
      var moved = source.moveTo(target);
      var out = spec.commandLine().getOut();
      moved.nameToPart().forEach((name, part) -> out.printf("%-20s %d%n", name, part.rows()));
      out.printf("搬好了 %d 行，两边每一行和统计数都一致。原来的数据库没有动。%n", moved.rows());
      out.printf("把设置里的 store.url 改成 %s，再启动服务；data.dir 和密钥照旧。%n", to);
    }
  }

  private static void check(Snapshots source, StoreSettings from) throws BadBackup, Unavailable {
    var heading = source.heading();
    if (heading.schema() != Snapshots.newestSchema()) {
      throw new BadBackup("schema", "原来的数据库还是旧版本的。先用这个版本在它上面启动一次服务，停了再搬。");
    }
    if (!Optional.of(heading.fingerprint()).equals(Optional.of(DataKey.of(from).fingerprint()))) {
      throw new BadBackup("key", "data.key 与这个数据库不符，没有搬。用建库时的密钥。");
    }
  }
}
