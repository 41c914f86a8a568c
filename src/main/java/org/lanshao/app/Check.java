package org.lanshao.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lanshao.dialogue.Event;
import org.lanshao.form.Form;
import org.lanshao.form.Lengths;
import org.lanshao.form.Mistake;
import org.lanshao.form.Mistakes;
import org.lanshao.rehearsal.RehearsalCode;
import org.lanshao.rehearsal.Rehearsed;
import org.lanshao.rehearsal.Scenery;
import org.lanshao.rehearsal.Transcript;
import org.lanshao.store.KeyMistake;
import org.lanshao.store.UnsafeDatabase;
import org.lanshao.turn.EventJson;
import org.lanshao.turn.Unavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code lanshao check}: tells all that is wrong in what people write, without starting anything.
 */
@Command(
    name = "check",
    description = "检查设置、通讯录、表和对话样例；写了 --config 而且已经有数据库，也看没填完的表。",
    mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--rewrite", description = "把对话样例里机器人的话改成现在的样子。先看清楚再保留。")
  private boolean rewrite;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var mistakes = new Mistakes();
    var read = config.readAll(mistakes);
    var hints = new ArrayList<Mistake>();
    int transcripts = 0;
    if (read.isPresent()) {
      var texts = transcripts(read.get().settings(), mistakes);
      transcripts = texts.size();
      hints.addAll(read.get().written().hints());
      hints.addAll(rehearse(texts, read.get().written(), mistakes));
    }
    int code = tell(read.map(AllRead::written), transcripts, hints, mistakes);
    read.filter(all -> config.isGiven() && StoredDrafts.exist(all.settings()))
        .ifPresent(this::tellDrafts);
    return code;
  }

  /** That a database cannot be read now is no mistake of the files. */
  private void tellDrafts(AllRead read) {
    var out = spec.commandLine().getOut();
    try {
      var drafts = StoredDrafts.read(read);
      new DraftReport(read.written().library(), read.settings().time().zone(), out).print(drafts);
    } catch (Unavailable unavailable) {
      out.println("没看没填完的表：" + Trouble.of(unavailable));
    } catch (KeyMistake | UnsafeDatabase problem) {
      out.println("没看没填完的表：" + problem.getMessage());
    }
  }

  /** The transcripts by their files. */
  private static List<Transcript> transcripts(Settings settings, Mistakes mistakes) {
    var folder = settings.files().conversations().resolve("transcripts");
    var files =
        Files.isDirectory(folder) ? Written.list(folder, ".txt", mistakes) : List.<Path>of();
    return files.stream()
        .flatMap(
            file ->
                Written.text(file, mistakes)
                    .map(text -> Transcript.of(file.toString(), text))
                    .stream())
        .toList();
  }

  /** Talks them through, keeps what is wrong, and gives back what could be better. */
  private List<Mistake> rehearse(List<Transcript> transcripts, Written written, Mistakes mistakes) {
    var scenery = new Scenery(written.library(), written.directory(), Check::stored);
    var rehearsed = Rehearsed.of(transcripts, written.sources(), scenery);
    if (rewrite) {
      rewrite(rehearsed.rewritten());
      rehearsed.mistakes().stream()
          .filter(mistake -> !mistake.code().equals(RehearsalCode.DIFFERENT))
          .forEach(mistake -> mistakes.addAll(List.of(mistake)));
    } else {
      mistakes.addAll(rehearsed.mistakes());
    }
    rehearsed.gaps().stream()
        .filter(gap -> !isHint(gap))
        .forEach(gap -> mistakes.addAll(List.of(gap)));
    return rehearsed.gaps().stream().filter(Check::isHint).toList();
  }

  /** A form without any transcript may be tried; one with transcripts must be shown wholly. */
  private static boolean isHint(Mistake gap) {
    return gap.code().equals(RehearsalCode.NO_TRANSCRIPT);
  }

  private void rewrite(Map<String, String> rewritten) {
    rewritten.forEach(
        (file, text) -> {
          try {
            if (!Files.readString(Path.of(file)).equals(text)) {
              Files.writeString(Path.of(file), text);
              spec.commandLine().getOut().println(file + "：重写了，请看清楚再保留。");
            }
          } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
          }
        });
  }

  /** As between two messages: written and read back. */
  private static List<Event> stored(List<Event> events) {
    return EventJson.read(EventJson.write(events));
  }

  private int tell(
      Optional<Written> written, int transcripts, List<Mistake> hints, Mistakes mistakes) {
    var out = spec.commandLine().getOut();
    mistakes.sorted().forEach(out::println);
    hints.forEach(hint -> out.println(hint + "（提示）"));
    if (!mistakes.isEmpty() || written.isEmpty()) {
      out.printf("有 %d 处要改。%n", mistakes.sorted().size());
      return 1;
    }
    written.get().library().forms().forEach(form -> out.println(length(form)));
    out.printf(
        "都对：%d 张表，%d 段对话样例，%d 个人，%d 个群，%d 个例行提醒。%n",
        written.get().library().forms().size(),
        transcripts,
        written.get().directory().people().size(),
        written.get().directory().groups().size(),
        written.get().reminders().schedules().size());
    return 0;
  }

  private static String length(Form form) {
    var lengths = Lengths.of(form);
    return "%s %s：最少答 %d 个问题，最多 %d 个，一次登记最多要发 %d 条消息。"
        .formatted(
            form.id(), form.title(), lengths.shortest(), lengths.longest(), lengths.messages());
  }
}
