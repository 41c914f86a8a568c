package org.lanshao.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.lanshao.form.Template;
import org.lanshao.form.Wording;

/** The bundled wording, without regard to whether every phrase of the program has a text. */
public final class TestWording {
  private static final Path CHINESE = Path.of("conversations", "wording.yaml");
  private static final Path ENGLISH = Path.of("conversations", "wording.en.yaml");

  private TestWording() {}

  /** The texts of the bundled files. */
  public static Wording read() {
    var texts = texts(CHINESE);
    var english = new TreeMap<>(texts);
    english.putAll(texts(ENGLISH));
    return new Wording(texts, Map.of("en", english));
  }

  private static Map<String, Template> texts(Path file) {
    var texts = new TreeMap<String, Template>();
    try {
      collect("", new YAMLMapper().readTree(file.toFile()), texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static void collect(String key, JsonNode node, Map<String, Template> texts) {
    if (node.isTextual()) {
      texts.put(key, Template.of(node.asText().strip()));
    }
    node.properties()
        .forEach(
            child ->
                collect(
                    key.isEmpty() ? child.getKey() : key + "." + child.getKey(),
                    child.getValue(),
                    texts));
  }
}
