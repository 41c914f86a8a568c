package org.lanshao.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.lanshao.backup.Backup;
import org.lanshao.backup.BackupNotes;
import org.lanshao.store.Snapshots;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lanshao backup}: a consistent copy of database and media, beside a running server. */
@Command(
    name = "backup",
    description = "备份数据库、照片和文件，服务不用停。密钥不在备份里，要另外保管。",
    footer = "例如：lanshao backup --to /backup",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(BackupCommand.class);

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "备份放在哪个文件夹，最好是另一块盘。")
  private Path to = Path.of("");

  @Option(names = "--keep", paramLabel = "N", description = "留最近几份，默认 14；再早的删掉。")
  private int keep = 14;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    if (keep < 1) {
      err.println("--keep 至少是 1。");
      return 2;
    }
    return config.read(err).map(this::make).orElse(1);
  }

  private int make(Settings settings) {
    var clock = Clock.system(settings.time().zone());
    var backup = new Backup(settings.store(), Lanshao.version(), clock);
    var code = Attempt.at(() -> tell(backup.make(to, keep)), spec.commandLine().getErr());
    var notes = new BackupNotes(new Snapshots(settings.store()));
    try {
      notes.write(clock.instant(), code);
    } catch (Unavailable e) {
      LOG.atWarn().addKeyValue("code", e.code()).log("what became of the backup was not noted");
    }
    if (!code.isEmpty()) {
      LOG.atError().addKeyValue("code", code).log("backup failed");
      spec.commandLine().getErr().println("没有备份。");
    }
    return code.isEmpty() ? 0 : 1;
  }

  private void tell(Backup.Made made) {
    var out = spec.commandLine().getOut();
    out.printf("备份好了：%s（%d 行，%d 个照片和文件）。%n", made.place(), made.rows(), made.media());
    if (made.pruned() > 0) {
      out.printf("删掉了 %d 份旧的。%n", made.pruned());
    }
    out.println("密钥不在备份里。没有密钥，备份谁也读不了：另存一份，不要和备份放在一起。");
  }
}
