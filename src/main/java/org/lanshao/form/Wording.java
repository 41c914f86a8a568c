package org.lanshao.form;

import java.util.Map;

/**
 * The texts of {@code wording.yaml}, by key. Reading the file made sure that every phrase has one.
 */
public record Wording(Map<String, Template> texts) {
  /** Copies the map. */
  public Wording {
    texts = Map.copyOf(texts);
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
