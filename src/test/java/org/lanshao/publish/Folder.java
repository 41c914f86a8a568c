package org.lanshao.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lanshao.app.Vocabulary;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.Schema;

/** A folder of forms in memory, with the bundled wording. */
final class Folder implements Source {
  static final Schema SCHEMA = new Schema(Set.of("worker", "admin"), Set.of(), Set.of());

  private final Map<String, String> files = new TreeMap<>();
  private String kept = "";

  Folder() throws IOException {
    write("wording.yaml", Files.readString(Path.of("conversations/wording.yaml")));
  }

  void write(String file, String text) {
    files.put(file, text);
  }

  void replace(String file, String old, String text) {
    write(file, files.getOrDefault(file, "").replace(old, text));
  }

  void remove(String file) {
    files.remove(file);
  }

  Library library() {
    var read = read();
    return read.library().orElseThrow(() -> new AssertionError(read.mistakes()));
  }

  @Override
  public String look() {
    return files.toString();
  }

  String kept() {
    return kept;
  }

  @Override
  public void keep(String seen) {
    kept = seen;
  }

  @Override
  public FormReader.Result read() {
    return FormReader.read(files, SCHEMA, Vocabulary.phrases());
  }
}
