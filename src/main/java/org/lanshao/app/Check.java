package org.lanshao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Transcript;
import org.lanshao.form.Mistakes;
import org.lanshao.turn.EventJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code lanshao check}: tells all that is wrong in what people write, without starting anything.
 */
@Command(name = "check", description = "检查设置、通讯录、表和对话样例。", mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {
  @Option(names = "--config", paramLabel = "FILE", description = "设置文件，默认 config/lanshao.yaml。")
  private @Nullable Path config;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var mistakes = new Mistakes();
    var settings = SettingsFile.read(Optional.ofNullable(config), System.getenv(), mistakes);
    var written = Written.read(settings.files(), System.getenv(), mistakes);
    int transcripts = written.map(w -> transcripts(settings, w, mistakes)).orElse(0);
    return tell(written, transcripts, mistakes);
  }

  /** Talks all transcripts through and tells what does not hold; how many there are. */
  private static int transcripts(Settings settings, Written written, Mistakes mistakes) {
    var folder = settings.files().conversations().resolve("transcripts");
    var files =
        Files.isDirectory(folder) ? Written.list(folder, ".txt", mistakes) : List.<Path>of();
    for (Path file : files) {
      Written.text(file, mistakes)
          .map(text -> Transcript.of(file.toString(), text))
          .map(
              transcript -> transcript.check(written.library(), written.directory(), Check::stored))
          .ifPresent(mistakes::addAll);
    }
    return files.size();
  }

  /** As between two messages: written and read back. */
  private static List<Event> stored(List<Event> events) {
    return EventJson.read(EventJson.write(events));
  }

  private int tell(Optional<Written> written, int transcripts, Mistakes mistakes) {
    var out = spec.commandLine().getOut();
    mistakes.sorted().forEach(out::println);
    if (!mistakes.isEmpty() || written.isEmpty()) {
      out.printf("有 %d 处要改。%n", mistakes.sorted().size());
      return 1;
    }
    out.printf(
        "都对：%d 张表，%d 段对话样例，%d 个人，%d 个群。%n",
        written.get().library().forms().size(),
        transcripts,
        written.get().directory().people().size(),
        written.get().directory().groups().size());
    return 0;
  }
}
