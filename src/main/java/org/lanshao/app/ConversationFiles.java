package org.lanshao.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
 */
record ConversationFiles(Path folder, Path kept, Supplier<Directory> directory) implements Source {
  private static final Logger LOG = LoggerFactory.getLogger(ConversationFiles.class);
  private static final String ENDING = ".yaml";

  @Override
  public String look() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> Written.isNamed(file, ENDING))
          .sorted()
          .map(ConversationFiles::look)
          .collect(Collectors.joining("\n"));
    } catch (IOException gone) {
      return "unreadable"; // reading tells what is wrong
    }
  }

  private static String look(Path file) {
    try {
      return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return file.getFileName() + " unreadable";
    }
  }

  /** Without the copy all goes on; only a later start may miss it. */
  @Override
  public void keep(String seen) {
    try {
      var fresh = Files.createDirectories(kept.resolveSibling(kept.getFileName() + ".new"));
      empty(fresh);
      for (Path file : Written.list(folder, ENDING, new Mistakes())) {
        Files.copy(file, fresh.resolve(file.getFileName()));
      }
      if (look().equals(seen)) {
        empty(Files.createDirectories(kept));
        Files.move(fresh, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("error", e.getClass().getName()).log("no copy of good forms");
    }
  }

  private static void empty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public FormReader.Result read() {
    var mistakes = new Mistakes();
    var read = Written.forms(folder, mistakes);
    var sources = read.map(FormReader.Result::sources).orElse(List.of());
    new FormAreas(directory.get()).check(sources, mistakes);
    var library = read.flatMap(FormReader.Result::library).filter(whole -> mistakes.isEmpty());
    var hints = read.map(FormReader.Result::hints).orElse(List.of());
    return new FormReader.Result(library, mistakes.sorted(), hints, sources);
  }
}
