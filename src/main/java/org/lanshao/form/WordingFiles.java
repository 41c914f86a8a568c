package org.lanshao.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads {@code wording.yaml}, and {@code wording.en.yaml} and its kin, which have the same keys
 * with the texts of another language.
 */
final class WordingFiles {
  private final Set<Phrase> phrases;
  private final Mistakes mistakes;
  private final Mistakes missing;

  /** What is wrong goes to {@code mistakes}, what another language lacks to {@code missing}. */
  WordingFiles(Set<Phrase> phrases, Mistakes mistakes, Mistakes missing) {
    this.phrases = phrases;
    this.mistakes = mistakes;
    this.missing = missing;
  }

  /**
   * The wording of all languages.
   *
   * @param file name and text of the Chinese one
   * @param others name and text of the others, by language
   */
  Wording read(Map.Entry<String, String> file, Map<String, Map.Entry<String, String>> others) {
    var wrong = new Mistakes();
    var tree = YamlFile.read(file.getKey(), file.getValue(), wrong);
    boolean told = tree instanceof YamlNode.Nothing && !wrong.isEmpty();
    for (var other : others.entrySet()) {
      var texts = other.getValue();
      var translated = YamlFile.read(texts.getKey(), texts.getValue(), wrong);
      tree = Translation.joined(tree, translated, other.getKey());
    }
    var chinese = texts(tree, Translation.CHINESE, wrong);
    if (!told) {
      chinese.tellMissing(new Line(file.getKey(), 1));
    }
    var languages = new LinkedHashMap<String, Map<String, Template>>();
    for (String language : Translation.others(java.util.List.of(tree))) {
      languages.put(language, texts(tree, language, wrong).texts());
      Translation.tellMissing(tree, language, true, missing);
    }
    mistakes.addAll(wrong.sorted());
    return new Wording(chinese.texts(), languages);
  }

  private WordingReader texts(YamlNode tree, String language, Mistakes wrong) {
    var reader = new WordingReader(phrases, wrong);
    reader.read(Translation.in(tree, language));
    return reader;
  }
}
