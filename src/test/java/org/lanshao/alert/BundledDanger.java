package org.lanshao.alert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.lanshao.form.DangerWords;
import org.lanshao.form.FormReader;
import org.lanshao.form.Schema;

/** The words of danger that come with the program. */
final class BundledDanger {
  private static final Set<String> ROLES =
      Set.of("worker", "head", "town", "county", "city", "supervisor", "admin", "auditor");

  private BundledDanger() {}

  static DangerWords read() {
    var files = new TreeMap<String, String>();
    try (var paths = Files.list(Path.of("conversations"))) {
      for (Path path : paths.filter(one -> one.toString().endsWith(".yaml")).toList()) {
        if (!path.getFileName().toString().startsWith("wording")) {
          files.put(path.toString(), Files.readString(path));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    var read = FormReader.read(files, new Schema(ROLES, Set.of(), Set.of()), Set.of());
    return read.library()
        .orElseThrow(() -> new AssertionError(read.mistakes().toString()))
        .danger();
  }
}
