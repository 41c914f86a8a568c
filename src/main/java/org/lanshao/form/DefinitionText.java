package org.lanshao.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes and reads the body of a definition: the form's file with its option lists put in their
 * places, as one line of JSON with sorted keys, {@code {"form":{…},"language":"1"}}. Comments and
 * layout are left out, so they do not make a new definition. JSON is YAML, so it is read like a
 * file.
 */
final class DefinitionText {
  /** Raised when the same text would come to mean another form; older ones stay readable. */
  private static final String LANGUAGE = "1";

  private DefinitionText() {}

  static Definition write(YamlNode form) {
    var root = new LinkedHashMap<String, YamlNode.Entry>();
    root.put("form", new YamlNode.Entry(form.at(), form));
    root.put("language", new YamlNode.Entry(form.at(), new YamlNode.Text(form.at(), LANGUAGE)));
    var body = json(new YamlNode.Keys(form.at(), root));
    return new Definition(hash(body), body);
  }

  /**
   * The form in a definition.
   *
   * @throws IllegalStateException when it is damaged or of a language that this program cannot read
   */
  static YamlNode read(Definition definition) {
    if (!hash(definition.body()).equals(definition.hash())) {
      throw new IllegalStateException("definition " + definition.hash() + " is damaged");
    }
    var mistakes = new Mistakes();
    var node = YamlFile.readStored("definition", definition.body(), mistakes);
    var root = Section.of(node, mistakes);
    var form = root.node("form");
    if (!mistakes.isEmpty() || form.isEmpty() || !root.text("language", "").equals(LANGUAGE)) {
      throw new IllegalStateException(
          "definition " + definition.hash() + " is of no known language");
    }
    return form.get();
  }

  private static String json(YamlNode node) {
    return switch (node) {
      case YamlNode.Text(Line at, String text) -> quoted(text);
      case YamlNode.Items items ->
          items.nodes().stream()
              .map(DefinitionText::json)
              .collect(Collectors.joining(",", "[", "]"));
      case YamlNode.Keys keys -> json(keys.entries());
      case YamlNode.Nothing nothing -> "null";
    };
  }

  private static String json(Map<String, YamlNode.Entry> entries) {
    return new TreeMap<>(entries)
        .entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ": " + json(entry.getValue().value()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                out.append('\\').append((char) point);
              } else if (point < ' '
                  || (point >= 0x7F && point < 0xA0)
                  || point == 0x2028
                  || point == 0x2029
                  || point == 0xFEFF) {
                out.append("\\u%04x".formatted(point));
              } else {
                out.appendCodePoint(point);
              }
            });
    return out.append('"').toString();
  }

  private static String hash(String body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
