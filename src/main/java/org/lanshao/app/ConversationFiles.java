package org.lanshao.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lanshao.command.FigureReader;
import org.lanshao.directory.Directory;
import org.lanshao.directory.FormAreas;
import org.lanshao.form.FormReader;
import org.lanshao.form.Mistakes;
import org.lanshao.publish.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of forms and wording, as the running server looks at it.
 *
 * @param kept where the last good files are copied to
 * @param directory whose areas forms may be limited to
 * @param last a good reading that is taken again while the files look as they did then
 */
record ConversationFiles(
    Path folder, Path kept, Supplier<Directory> directory, Optional<FormsRead> last)
    implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(ConversationFiles.class);

  @Override
  public String look() {
    return FormsRead.look(folder);
  }

  /** Without the copy all goes on; only a later start may miss it. */
  @Override
  public void keep(String seen) {
    try {
      var fresh = kept.resolveSibling(kept.getFileName() + ".new");
      empty(fresh);
      for (Path file : Written.conversations(folder, new Mistakes())) {
        var copy = fresh.resolve(folder.relativize(file));
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy);
      }
      if (look().equals(seen)) {
        empty(kept);
        Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("error", e.getClass().getName()).log("no copy of good forms");
    }
  }

  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }

  @Override
  public FormReader.Result read() {
    var mistakes = new Mistakes();
    var look = look();
    var read =
        last.filter(earlier -> earlier.look().equals(look))
            .map(FormsRead::result)
            .or(() -> Written.forms(folder, mistakes));
    var sources = read.map(FormReader.Result::sources).orElse(List.of());
    new FormAreas(directory.get()).check(sources, mistakes);
    read.flatMap(FormReader.Result::library)
        .ifPresent(
            whole -> new FigureReader(directory.get(), whole).check(whole.reports(), mistakes));
    var library = read.flatMap(FormReader.Result::library).filter(whole -> mistakes.isEmpty());
    var hints = read.map(FormReader.Result::hints).orElse(List.of());
    return new FormReader.Result(library, mistakes.sorted(), hints, sources);
  }
}
