package org.lanshao.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.form.FormReader;
import org.lanshao.form.Mistakes;

/**
 * A reading of a folder of forms and wording.
 *
 * @param look what its files looked like from outside before they were read
 * @param result what came of it
 */
record FormsRead(String look, FormReader.Result result) {
  /** Reads a folder; empty, with the mistakes, when a file cannot be read. */
  static Optional<FormsRead> of(Path folder, Mistakes mistakes) {
    var look = look(folder);
    return Written.forms(folder, mistakes).map(result -> new FormsRead(look, result));
  }

  /** Another text after any file changed. */
  static String look(Path folder) {
    var unreadable = new Mistakes(); // reading tells what is wrong
    return Written.conversations(folder, unreadable).stream()
        .map(FormsRead::lookAt)
        .collect(Collectors.joining("\n", unreadable.isEmpty() ? "" : "unreadable\n", ""));
  }

  private static String lookAt(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return file + " unreadable";
    }
  }
}
