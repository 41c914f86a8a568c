package org.lanshao.form;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The marks that stand between words, as a language has them: 石巷村、三坑村 and Shixiang, Sankeng. */
public enum Marks implements Phrase {
  /** Things of one kind, one after the other. */
  LIST("first", "second"),
  /** Statements, one after the other. */
  CLAUSES("first", "second"),
  /** Something that is told by the way: 太平镇（罗定市）. */
  ASIDE("text", "aside"),
  /** What something is called, and what it is. */
  FIELD("label", "value");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is
  private final Set<String> slots;

  Marks(String... slots) {
    this.slots = Set.of(slots);
  }

  @Override
  public String key() {
    return "marks." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<String> slots() {
    return slots;
  }

  /** Things of one kind as one text; empty text for none. */
  public static String list(Stream<String> things, Wording wording) {
    return joined(LIST, things, wording);
  }

  /** Statements as one text; empty text for none. */
  public static String clauses(Stream<String> statements, Wording wording) {
    return joined(CLAUSES, statements, wording);
  }

  /** A text with something by the way. */
  public static String aside(String text, String aside, Wording wording) {
    return wording.say(ASIDE, Map.of("text", text, "aside", aside));
  }

  /** 人数：3. */
  public static String field(String label, String value, Wording wording) {
    return wording.say(FIELD, Map.of("label", label, "value", value));
  }

  private static String joined(Marks marks, Stream<String> parts, Wording wording) {
    return parts
        .reduce((one, other) -> wording.say(marks, Map.of("first", one, "second", other)))
        .orElse("");
  }
}
