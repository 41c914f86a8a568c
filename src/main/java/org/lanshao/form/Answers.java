package org.lanshao.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers by question, in the order in which they were given. */
public record Answers(Map<QuestionId, Value> byQuestion) {
  /** No answer yet. */
  public static final Answers NONE = new Answers(Map.of());

  /** Copies the map and keeps its order. */
  public Answers {
    byQuestion = Collections.unmodifiableMap(new LinkedHashMap<>(byQuestion));
  }

  /** The answer, or empty when the question has none. */
  public Optional<Value> get(QuestionId question) {
    return Optional.ofNullable(byQuestion.get(question));
  }

  /** These answers with one given or replaced; it becomes the last one. */
  public Answers with(QuestionId question, Value value) {
    var next = new LinkedHashMap<>(byQuestion);
    next.remove(question);
    next.put(question, value);
    return new Answers(next);
  }

  /** These answers without the one of this question. */
  public Answers without(QuestionId question) {
    var next = new LinkedHashMap<>(byQuestion);
    next.remove(question);
    return new Answers(next);
  }
}
