package org.lanshao.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lanshao.dialogue.ControlWord;

/** The conversations that come with the program, as files. */
final class Bundled {
  static final Schema SCHEMA =
      new Schema(
          Set.of("worker", "head", "town", "county", "city", "supervisor", "admin", "auditor"),
          Arrays.stream(ControlWord.values())
              .flatMap(word -> word.words().stream())
              .collect(Collectors.toSet()),
          Set.of("统计", "我的", "帮助"));

  private Bundled() {}

  static Map<String, String> files() {
    try (var paths = Files.list(Path.of("conversations"))) {
      var files = new TreeMap<String, String>();
      for (Path path : paths.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        files.put(path.toString(), Files.readString(path));
      }
      return files;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Without the wording, whose phrases other packages have. */
  static FormReader.Result read() {
    var files = files();
    files.remove("conversations/wording.yaml");
    return FormReader.read(files, SCHEMA, Set.of());
  }
}
