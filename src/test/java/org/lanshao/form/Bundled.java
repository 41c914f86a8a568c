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
import org.lanshao.directory.Role;

/** The conversations that come with the program, as files. */
public final class Bundled {
  /** With the roles and words of the program. */
  public static final Schema SCHEMA =
      new Schema(
          Arrays.stream(Role.values()).map(Role::word).collect(Collectors.toSet()),
          ControlWord.vocabulary(),
          Set.of("统计", "我的", "帮助"),
          Set.of("收到"));

  private Bundled() {}

  /** The texts of all files by their names. */
  public static Map<String, String> files() {
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
  public static FormReader.Result read() {
    var files = files();
    files.remove("conversations/wording.yaml");
    return FormReader.read(files, SCHEMA, Set.of());
  }
}
