package org.lanshao.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A piece of a YAML file that knows its line. Scalars are always text: {@code no} is the word no,
 * {@code 3} the text 3; what they mean is decided by who reads them.
 */
public sealed interface YamlNode {
  /** Where it begins. */
  Line at();

  /** A text, a number, a flag. */
  record Text(Line at, String text) implements YamlNode {}

  /** A list. */
  record Items(Line at, List<YamlNode> nodes) implements YamlNode {
    /** Copies the list. */
    public Items {
      nodes = List.copyOf(nodes);
    }
  }

  /** Keys with values, in the order of the file, each key once. */
  record Keys(Line at, Map<String, Entry> entries) implements YamlNode {
    /** Copies the map and keeps its order. */
    public Keys {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** A key without a value, or an empty file. */
  record Nothing(Line at) implements YamlNode {}

  /**
   * A key's place and its value.
   *
   * @param at where the key stands
   */
  record Entry(Line at, YamlNode value) {}

  /**
   * This tree with every scalar's text replaced, keys left as they are: for settings that name
   * environment variables.
   */
  default YamlNode replacing(BiFunction<Line, String, String> replacement) {
    return switch (this) {
      case Text(Line at, String text) -> new Text(at, replacement.apply(at, text));
      case Items(Line at, List<YamlNode> nodes) ->
          new Items(at, nodes.stream().map(node -> node.replacing(replacement)).toList());
      case Keys(Line at, Map<String, Entry> entries) -> {
        var next = new LinkedHashMap<String, Entry>();
        entries.forEach(
            (key, entry) ->
                next.put(key, new Entry(entry.at(), entry.value().replacing(replacement))));
        yield new Keys(at, next);
      }
      case Nothing nothing -> nothing;
    };
  }
}
