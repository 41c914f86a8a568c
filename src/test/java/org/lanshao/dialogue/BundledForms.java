package org.lanshao.dialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lanshao.directory.Role;
import org.lanshao.form.Form;
import org.lanshao.form.FormReader;
import org.lanshao.form.Schema;

/** The bundled forms; a mistake in their files is an error. */
public final class BundledForms {
  private BundledForms() {}

  /** All of them. */
  public static List<Form> read() {
    var roles = Arrays.stream(Role.values()).map(Role::word).collect(Collectors.toSet());
    var schema = new Schema(roles, ControlWord.vocabulary(), Set.of());
    var texts = new HashMap<String, String>();
    try (var files = Files.list(Path.of("conversations"))) {
      for (Path file : files.filter(BundledForms::isForm).toList()) {
        texts.put(file.toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var result = FormReader.read(texts, schema, Set.of());
    return result.library().orElseThrow(() -> new AssertionError(result.mistakes())).forms();
  }

  /** The one of this id. */
  public static Form read(String id) {
    return read().stream().filter(form -> form.id().text().equals(id)).findFirst().orElseThrow();
  }

  private static boolean isForm(Path file) {
    return file.toString().endsWith(".yaml") && !file.endsWith("wording.yaml");
  }
}
