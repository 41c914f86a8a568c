package org.lanshao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lanshao.form.Mistakes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lanshao serve}: runs the server until it is told to stop. */
@Command(name = "serve", description = "启动服务。", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", description = "设置文件，默认 config/lanshao.yaml。")
  private @Nullable Path config;

  @Option(names = "--with-parent", description = "启动它的进程结束时，服务也结束。")
  private boolean withParent;

  @Override
  public Integer call() {
    var mistakes = new Mistakes();
    var settings = SettingsFile.read(Optional.ofNullable(config), System.getenv(), mistakes);
    if (!mistakes.isEmpty()) {
      mistakes.sorted().forEach(System.err::println);
      return 1;
    }
    var written =
        Written.read(settings.files(), settings.outside(System.getenv()), mistakes)
            .or(() -> lastGood(settings));
    if (written.isEmpty()) {
      mistakes.sorted().forEach(System.err::println);
      return 1;
    }
    if (!mistakes.isEmpty()) {
      mistakes.sorted().forEach(System.err::println);
      System.err.println("表的文件有要改的地方，先用上次好的表启动。");
    }
    return run(settings, written.get());
  }

  /** What the server used last, so that a bad file does not keep it from starting again. */
  private static Optional<Written> lastGood(Settings settings) {
    var kept = settings.keptConversations();
    return Files.isDirectory(kept)
        ? Written.read(
            settings.files().withConversations(kept),
            settings.outside(System.getenv()),
            new Mistakes())
        : Optional.empty();
  }

  private int run(Settings settings, Written written) {
    try {
      var server = Server.start(settings, written);
      var stop = new Thread(server::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      if (withParent) {
        Parent.whenGone(() -> System.exit(0));
      }
      System.out.println("蓝哨已启动：" + server.address());
      Thread.currentThread().join();
      return 0;
    } catch (StartProblem e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
