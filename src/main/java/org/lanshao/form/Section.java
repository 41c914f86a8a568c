package org.lanshao.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keys with values in a file that people write, read by type. What does not fit is kept as a
 * mistake with its line and read as if it were not there. Ask for every key that may stand here,
 * then call {@link #refuseOthers}. For one thread.
 */
public final class Section {
  private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

  private static final Pattern BRACKETED = Pattern.compile("[［【]");
  private static final Pattern CHINESE_COMMA = Pattern.compile("[，、；]");
  private static final Pattern WRITTEN_LIST = Pattern.compile("[，、；,［］【】]");

  /** Bounds farther apart than this mean that any number would do. */
  private static final long WIDE = 1_000_000_000_000L;

  private final YamlNode.Keys keys;
  private final Mistakes mistakes;
  private final Set<String> asked = new TreeSet<>();

  private Section(YamlNode.Keys keys, Mistakes mistakes) {
    this.keys = keys;
    this.mistakes = mistakes;
  }

  /** The keys of this node; an empty section when it has none or is something else. */
  public static Section of(YamlNode node, Mistakes mistakes) {
    if (node instanceof YamlNode.Keys keys) {
      return new Section(keys, mistakes);
    }
    if (!(node instanceof YamlNode.Nothing)) {
      misfit(FormCode.KEYS_WANTED, node, "这里要写成 键: 值。", "每行一个键，英文冒号后面加一个空格。", mistakes);
    }
    return new Section(new YamlNode.Keys(node.at(), Map.of()), mistakes);
  }

  /** Where it begins. */
  public Line at() {
    return keys.at();
  }

  /** Where a key stands; where the section begins when it is missing. */
  public Line at(String key) {
    var entry = keys.entries().get(key);
    return entry == null ? keys.at() : entry.at();
  }

  /** All keys, in the order of the file. */
  public Set<String> keys() {
    return keys.entries().keySet();
  }

  /** The value as it stands; empty when the key is missing or has no value. */
  public Optional<YamlNode> node(String key) {
    asked.add(key);
    return Optional.ofNullable(keys.entries().get(key))
        .map(YamlNode.Entry::value)
        .filter(value -> !(value instanceof YamlNode.Nothing));
  }

  /** Keeps a mistake at a key's line. */
  public void wrong(Code code, String key, String problem, String remedy) {
    mistakes.add(code, at(key), problem, remedy);
  }

  /** A text that may be missing. */
  public Optional<String> text(String key) {
    return node(key).flatMap(this::scalar);
  }

  /** A text; {@code otherwise} when missing. */
  public String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  /** A text that must be there; {@code example} shows what could be written. */
  public Optional<String> required(String key, String example) {
    if (node(key).isEmpty()) {
      wrong(
          FormCode.MISSING_KEY,
          key,
          "少了 %s。".formatted(key),
          "加上一行，例如 %s: %s".formatted(key, example));
    }
    return text(key);
  }

  /** A whole number from {@code min} to {@code max} that may be missing. */
  public Optional<Long> whole(String key, long min, long max) {
    return text(key).flatMap(text -> whole(key, text, min, max));
  }

  private Optional<Long> whole(String key, String text, long min, long max) {
    try {
      long number = Long.parseLong(text);
      if (text.matches("-?[0-9]+") && number >= min && number <= max) {
        return Optional.of(number);
      }
    } catch (NumberFormatException notWhole) {
      // told below, with what would be right
    }
    var range = max - min > WIDE ? "" : " %d 到 %d 之间的".formatted(min, max);
    var remedy = "写%s整数，用半角数字%s。".formatted(range, range.isEmpty() ? "，最多 12 位" : "");
    wrong(FormCode.BAD_VALUE, key, "%s 的值“%s”不对。".formatted(key, shorten(text)), remedy);
    return Optional.empty();
  }

  /** A number from {@code min} to {@code max}, perhaps with a fraction, that may be missing. */
  public Optional<BigDecimal> decimal(String key, BigDecimal min, BigDecimal max) {
    return text(key).flatMap(text -> decimal(key, text, min, max));
  }

  private Optional<BigDecimal> decimal(String key, String text, BigDecimal min, BigDecimal max) {
    if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
      var number = new BigDecimal(text);
      if (number.compareTo(min) >= 0 && number.compareTo(max) <= 0) {
        return Optional.of(number);
      }
    }
    wrong(
        FormCode.BAD_VALUE,
        key,
        "%s 的值“%s”不对。".formatted(key, shorten(text)),
        "写一个数，用半角数字，例如 0.5。");
    return Optional.empty();
  }

  /** {@code true} or {@code false}; {@code otherwise} when missing. */
  public boolean flag(String key, boolean otherwise) {
    return oneOf(key, FLAGS).orElse(otherwise);
  }

  /** One of these words, that may be missing. */
  public <T> Optional<T> oneOf(String key, Map<String, T> words) {
    var text = text(key);
    if (text.isPresent() && !words.containsKey(text.get())) {
      wrong(
          FormCode.BAD_VALUE,
          key,
          "%s 的值“%s”不对。".formatted(key, shorten(text.get())),
          Spelling.remedy(text.get(), words.keySet().stream().sorted().toList()));
    }
    return text.flatMap(word -> Optional.ofNullable(words.get(word)));
  }

  /** A list of texts, or one text alone; empty when missing. */
  public List<Word> texts(String key) {
    return items(key).stream()
        .flatMap(item -> scalar(item).map(text -> new Word(text, item.at())).stream())
        .toList();
  }

  /**
   * As {@link #texts}, but a Chinese comma between words is a mistake: for lists of short words.
   */
  public List<Word> words(String key) {
    var words = new ArrayList<Word>();
    for (Word word : texts(key)) {
      boolean bracketed = BRACKETED.matcher(word.text()).lookingAt();
      if (bracketed || CHINESE_COMMA.matcher(word.text()).find()) {
        mistakes.add(
            FormCode.CHINESE_PUNCTUATION,
            word.at(),
            "%s 里用了中文标点。".formatted(key),
            "请写成 [甲, 乙]：英文方括号，词之间用英文逗号加空格。");
      }
      for (String part : (bracketed ? WRITTEN_LIST : CHINESE_COMMA).split(word.text())) {
        if (!part.isBlank()) {
          words.add(new Word(part.strip(), word.at()));
        }
      }
    }
    return words;
  }

  /** The nodes of a list, or one node alone; empty when missing. */
  public List<YamlNode> items(String key) {
    return node(key)
        .map(node -> node instanceof YamlNode.Items items ? items.nodes() : List.of(node))
        .orElse(List.of());
  }

  /** Whether a list stands below a key. */
  public boolean isList(String key) {
    return node(key).filter(YamlNode.Items.class::isInstance).isPresent();
  }

  /** A list of sections, without what is none; empty when missing. */
  public List<Section> sections(String key) {
    return items(key).stream()
        .flatMap(
            item -> {
              var section = of(item, mistakes);
              return item instanceof YamlNode.Keys ? Stream.of(section) : Stream.of();
            })
        .toList();
  }

  /** The section below a key; an empty one when missing. */
  public Section section(String key) {
    return of(node(key).orElse(new YamlNode.Nothing(at(key))), mistakes);
  }

  /** The sections below each key, for keys that the writer names; in the order of the file. */
  public Map<String, Section> named() {
    var named = new LinkedHashMap<String, Section>();
    keys().forEach(key -> named.put(key, section(key)));
    return named;
  }

  /** The text below each key, for keys that the writer names; in the order of the file. */
  public Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    keys().forEach(key -> text(key).ifPresent(text -> texts.put(key, text)));
    return texts;
  }

  /** Tells every key that nobody asked for. Call it last. */
  public void refuseOthers() {
    for (String key : keys()) {
      if (!asked.contains(key)) {
        wrong(
            FormCode.UNKNOWN_KEY,
            key,
            "不认识的键 %s。".formatted(shorten(key)),
            Spelling.remedy(key, asked));
      }
    }
  }

  private Optional<String> scalar(YamlNode node) {
    if (node instanceof YamlNode.Text text) {
      return Optional.of(text.text());
    }
    misfit(
        FormCode.TEXT_WANTED, node, "这里要写文字，不是一组内容。", "以 { 或 [ 开头的文字要用英文引号 \"…\" 包起来。", mistakes);
    return Optional.empty();
  }

  private static void misfit(
      Code code, YamlNode node, String problem, String remedy, Mistakes mistakes) {
    if (node instanceof YamlNode.Text text && text.text().matches("(?s)[［｛].*")) {
      mistakes.add(FormCode.CHINESE_PUNCTUATION, node.at(), "用了中文括号。", "请改成英文的 [ ] 或 { }。");
    } else if (!(node instanceof YamlNode.Nothing)) {
      mistakes.add(code, node.at(), problem, remedy);
    }
  }

  static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= 30
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
  }

  /** A text of a list, and its line. */
  public record Word(String text, Line at) {}
}
