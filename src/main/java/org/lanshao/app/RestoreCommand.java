package org.lanshao.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.lanshao.backup.BadBackup;
import org.lanshao.backup.Restore;
import org.lanshao.store.ServerLock;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lanshao restore}: puts a backup into an empty place, with sending held. */
@Command(
    name = "restore",
    description = "把备份恢复到空的地方；恢复后先不往外发消息，要发请用 lanshao resume。",
    footer = "例如：lanshao restore /backup/lanshao-20220510-033000",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Parameters(paramLabel = "BACKUP", description = "一份备份的文件夹，例如 /backup/lanshao-20220510-033000。")
  private Path backup = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return config.attempt(this::restore, spec.commandLine().getErr());
  }

  private void restore(Settings settings) throws BadBackup, Unavailable, IOException {
    var restore = new Restore(settings.store());
    var checked = restore.check(backup.toAbsolutePath().normalize());
    try (var lock = ServerLock.take(settings.store()).orElseThrow(() -> running(settings))) {
      restore.put(checked, Instant.now());
    }
    var out = spec.commandLine().getOut();
    var manifest = checked.manifest();
    out.printf(
        "恢复好了：%s 的备份（%d 行，%d 个照片和文件），每一行都核对过。%n",
        manifest.made().atZone(settings.time().zone()).toLocalDateTime(),
        manifest.database().contents().rows(),
        checked.media());
    out.println("现在启动服务，它照常接收，但先不往外发消息。看过以后用 lanshao resume 继续发。");
  }

  static BadBackup running(Settings settings) {
    return new BadBackup("running", settings.store().place() + " 正在用。先停服务，再做一次。");
  }
}
