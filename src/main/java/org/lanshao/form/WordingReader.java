package org.lanshao.form;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code wording.yaml}: keys in keys, joined by dots, with a text each. Every phrase must
 * have one, and nothing else may stand there.
 */
final class WordingReader {
  private final Map<String, Phrase> phrases;
  private final Map<String, Template> texts = new LinkedHashMap<>();
  private final Mistakes mistakes;

  WordingReader(Set<Phrase> phrases, Mistakes mistakes) {
    this.phrases =
        phrases.stream().collect(Collectors.toMap(Phrase::key, phrase -> phrase, (a, b) -> a));
    this.mistakes = mistakes;
  }

  /** Reads a file's tree, in one language. */
  void read(YamlNode root) {
    if (!(root instanceof YamlNode.Text)) {
      read("", root);
    }
  }

  /** The texts that were read. */
  Map<String, Template> texts() {
    return texts;
  }

  private void read(String prefix, YamlNode node) {
    if (!(node instanceof YamlNode.Keys keys)) {
      return;
    }
    keys.entries()
        .forEach(
            (key, entry) -> {
              if (entry.value() instanceof YamlNode.Keys && !phrases.containsKey(prefix + key)) {
                read(prefix + key + ".", entry.value());
              } else {
                text(prefix + key, entry, Section.of(node, mistakes).text(key).orElse(""));
              }
            });
  }

  private void text(String key, YamlNode.Entry entry, String text) {
    var phrase = phrases.get(key);
    if (phrase == null) {
      mistakes.add(
          FormCode.NO_SUCH_PHRASE,
          entry.at(),
          "没有 %s 这句话。".formatted(Section.shorten(key)),
          Spelling.nearest(key, phrases.keySet())
              .map(near -> "是不是 %s？".formatted(near))
              .orElse("删掉它。"));
      return;
    }
    if (text.isEmpty()) {
      mistakes.add(
          FormCode.PHRASE_WITHOUT_TEXT, entry.at(), "%s 没有文字。".formatted(key), "在冒号后面写上要说的话。");
    }
    if (texts.containsKey(key)) {
      mistakes.add(FormCode.WRITTEN_TWICE, entry.at(), "%s 写了两次。".formatted(key), "删掉一个。");
    }
    MessageLinter.check(key, new Section.Word(text, entry.at()), mistakes);
    texts.put(key, TemplateText.read(new Section.Word(text, entry.at()), phrase.slots(), mistakes));
  }

  /** Tells the phrases that have no text. */
  void tellMissing(Line at) {
    phrases.values().stream()
        .filter(phrase -> !texts.containsKey(phrase.key()))
        .sorted(Comparator.comparing(Phrase::key))
        .forEach(phrase -> tellMissing(at, phrase));
  }

  private void tellMissing(Line at, Phrase phrase) {
    var slots =
        phrase.slots().stream().sorted().map("{%s}"::formatted).collect(Collectors.joining(" "));
    mistakes.add(
        FormCode.MISSING_PHRASE,
        at,
        "少了 %s 这句话。".formatted(phrase.key()),
        slots.isEmpty() ? "加上它。" : "加上它；可以用 %s。".formatted(slots));
  }
}
