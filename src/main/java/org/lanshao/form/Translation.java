package org.lanshao.form;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts in several languages. Wherever a file has a text it may have {@code {zh: …, en: …}}; before
 * anything is read, each of them becomes the text of one language, so that nothing else knows of
 * languages. What a language lacks is said in Chinese.
 */
final class Translation {
  /** The language that every text must have. */
  static final String CHINESE = "zh";

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** The keys whose texts are said to people. */
  private static final Set<String> SAID =
      Set.of(
          "title", "ask", "label", "again", "help", "why", "example", "say", "receipt", "unit",
          "named");

  /** More missing texts of one file than this are told in one sentence. */
  private static final int MOST_TOLD = 5;

  private Translation() {}

  /** The languages that a file has texts in, Chinese among them. */
  static Set<String> languages(YamlNode node) {
    var languages = new TreeSet<>(Set.of(CHINESE));
    switch (node) {
      case YamlNode.Keys keys when isText(keys) -> languages.addAll(keys.entries().keySet());
      case YamlNode.Keys keys ->
          keys.entries().values().forEach(entry -> languages.addAll(languages(entry.value())));
      case YamlNode.Items items -> items.nodes().forEach(one -> languages.addAll(languages(one)));
      case YamlNode.Text text -> {}
      case YamlNode.Nothing nothing -> {}
    }
    return languages;
  }

  /** A file as it is in one language. */
  static YamlNode in(YamlNode node, String language) {
    return switch (node) {
      case YamlNode.Keys keys when isText(keys) -> text(keys, language);
      case YamlNode.Keys(Line at, Map<String, YamlNode.Entry> entries) -> {
        var next = new LinkedHashMap<String, YamlNode.Entry>();
        entries.forEach(
            (key, entry) ->
                next.put(key, new YamlNode.Entry(entry.at(), in(entry.value(), language))));
        yield new YamlNode.Keys(at, next);
      }
      case YamlNode.Items(Line at, List<YamlNode> nodes) ->
          new YamlNode.Items(at, nodes.stream().map(one -> in(one, language)).toList());
      case YamlNode.Text text -> text;
      case YamlNode.Nothing nothing -> nothing;
    };
  }

  /** Keys that are all languages, Chinese or English among them. */
  private static boolean isText(YamlNode.Keys keys) {
    var names = keys.entries().keySet();
    return (names.contains(CHINESE) || names.contains("en"))
        && names.stream().allMatch(name -> LANGUAGE.matcher(name).matches());
  }

  private static YamlNode text(YamlNode.Keys keys, String language) {
    var entries = keys.entries();
    var own = entries.get(language);
    var chinese = entries.get(CHINESE);
    return own != null
        ? own.value()
        : chinese != null ? chinese.value() : new YamlNode.Nothing(keys.at());
  }

  /**
   * Tells each text that a language lacks.
   *
   * @param all whether every text is said to people, whatever its key
   */
  static void tellMissing(YamlNode tree, String language, boolean all, Mistakes missing) {
    tell(tree, language, all ? Optional.empty() : Optional.of(""), missing);
  }

  /** The key is empty where every text is said. */
  private static void tell(YamlNode node, String language, Optional<String> key, Mistakes missing) {
    switch (node) {
      case YamlNode.Keys keys when isText(keys) -> {
        if (!keys.entries().containsKey(language)) {
          missing.add(
              FormCode.NO_TRANSLATION,
              keys.at(),
              "这里没有 %s 的说法。".formatted(language),
              "加上 %s: …。".formatted(language));
        }
      }
      case YamlNode.Keys keys ->
          keys.entries()
              .forEach(
                  (name, entry) -> tell(entry.value(), language, key.map(before -> name), missing));
      case YamlNode.Items items -> items.nodes().forEach(one -> tell(one, language, key, missing));
      case YamlNode.Text(Line at, String text) -> {
        boolean said = key.isEmpty() || SAID.contains(key.get());
        if (said && HAN.matcher(text).find() && !language.equals(CHINESE)) {
          missing.add(
              FormCode.NO_TRANSLATION,
              at,
              "这里没有 %s 的说法。".formatted(language),
              "写成 {zh: %s, %s: …}。".formatted(Section.shorten(text), language));
        }
      }
      case YamlNode.Nothing nothing -> {}
    }
  }

  /**
   * A file of texts together with a second one that has the same keys in another language: the
   * texts of both, in both languages.
   */
  static YamlNode joined(YamlNode first, YamlNode second, String language) {
    if (first instanceof YamlNode.Keys(Line at, Map<String, YamlNode.Entry> entries)
        && second instanceof YamlNode.Keys other
        && !isText((YamlNode.Keys) first)) {
      var next = new LinkedHashMap<>(entries);
      other
          .entries()
          .forEach(
              (key, entry) -> {
                var mine = next.get(key);
                next.put(
                    key,
                    mine == null
                        ? only(entry, language)
                        : new YamlNode.Entry(
                            mine.at(), joined(mine.value(), entry.value(), language)));
              });
      return new YamlNode.Keys(at, next);
    }
    return both(first, second, language);
  }

  /** A key that Chinese lacks keeps its place in its own file, where it is told. */
  private static YamlNode.Entry only(YamlNode.Entry entry, String language) {
    return entry.value() instanceof YamlNode.Text text
        ? new YamlNode.Entry(
            entry.at(),
            new YamlNode.Keys(entry.at(), Map.of(language, new YamlNode.Entry(entry.at(), text))))
        : entry;
  }

  private static YamlNode both(YamlNode first, YamlNode second, String language) {
    var entries = new LinkedHashMap<String, YamlNode.Entry>();
    if (first instanceof YamlNode.Keys keys) {
      entries.putAll(keys.entries());
    } else {
      entries.put(CHINESE, new YamlNode.Entry(first.at(), first));
    }
    entries.put(language, new YamlNode.Entry(second.at(), second));
    return new YamlNode.Keys(first.at(), entries);
  }

  /** What is missing, file by file: where much is, one for all. */
  static List<Mistake> summed(List<Mistake> missing) {
    var byFile =
        missing.stream().collect(Collectors.groupingBy(Mistake::file, TreeMap::new, toList()));
    return byFile.values().stream()
        .flatMap(file -> file.size() > MOST_TOLD ? Stream.of(sum(file)) : file.stream())
        .toList();
  }

  private static Mistake sum(List<Mistake> file) {
    var first = file.getFirst();
    return new Mistake(
        first.code(),
        first.file(),
        first.line(),
        "这个文件里有 %d 处只有一种语言，这是第一处。".formatted(file.size()),
        first.remedy());
  }

  /** The languages of all these trees, Chinese left out. */
  static List<String> others(List<YamlNode> trees) {
    var all = new TreeSet<String>();
    trees.forEach(tree -> all.addAll(languages(tree)));
    all.remove(CHINESE);
    return new ArrayList<>(all);
  }
}
