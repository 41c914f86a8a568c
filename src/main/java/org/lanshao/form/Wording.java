package org.lanshao.form;

import java.util.Map;

/**
 * The texts of {@code wording.yaml}, by key. Reading the file made sure that every phrase has one.
 *
 * @param texts in Chinese, or in the language that was asked for
 * @param languages the same texts in other languages, by language
 */
public record Wording(Map<String, Template> texts, Map<String, Map<String, Template>> languages) {
  /** Copies the maps. */
  public Wording {
    texts = Map.copyOf(texts);
    languages = Map.copyOf(languages);
  }

  /** Texts in one language. */
  public Wording(Map<String, Template> texts) {
    this(texts, Map.of());
  }

  /** The texts in this language; where it has none, the texts as they are. */
  public Wording in(String language) {
    var other = languages.get(language);
    return other == null ? this : new Wording(other, languages);
  }

  /** The text of a phrase, its slots filled; a slot that is not given stays empty. */
  public String say(Phrase phrase, Map<String, String> slots) {
    var template = texts.get(phrase.key());
    if (template == null) {
      throw new IllegalStateException("no wording for " + phrase.key());
    }
    return template.fill(slots);
  }

  /** The text of a phrase without slots. */
  public String say(Phrase phrase) {
    return say(phrase, Map.of());
  }
}
