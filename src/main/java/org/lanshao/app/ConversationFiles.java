package org.lanshao.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.lanshao.directory.Directory;
import org.lanshao.directory.FormAreas;
import org.lanshao.form.FormReader;
import org.lanshao.form.Mistakes;
import org.lanshao.publish.Source;

/**
 * The folder of forms and wording, as the running server looks at it.
 *
 * @param directory whose areas forms may be limited to
 */
record ConversationFiles(Path folder, Directory directory) implements Source {
  @Override
  public String look() {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
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

  @Override
  public FormReader.Result read() {
    var mistakes = new Mistakes();
    var read = Written.forms(folder, mistakes);
    var sources = read.map(FormReader.Result::sources).orElse(List.of());
    new FormAreas(directory).check(sources, mistakes);
    var library = read.flatMap(FormReader.Result::library).filter(whole -> mistakes.isEmpty());
    var hints = read.map(FormReader.Result::hints).orElse(List.of());
    return new FormReader.Result(library, mistakes.sorted(), hints, sources);
  }
}
