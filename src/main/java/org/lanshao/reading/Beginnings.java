package org.lanshao.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Words that a message can begin with, each with what it means. Only words with the message's first
 * character are tried, for most messages begin with none.
 *
 * @param <T> what words mean
 */
public final class Beginnings<T> {
  private final Map<Integer, List<Entry<T>>> byFirst = new HashMap<>();

  private record Entry<T>(T meaning, String word) {}

  /**
   * A word that a message begins with.
   *
   * @param rest what follows it, as with {@link Prefix#after}
   */
  public record Begun<T>(T meaning, String word, String rest) {}

  /**
   * Words in the order in which they are tried.
   *
   * @param words of a meaning; none of them is empty
   */
  public Beginnings(List<T> meanings, Function<T, List<String>> words) {
    for (T meaning : meanings) {
      for (String word : words.apply(meaning)) {
        byFirst
            .computeIfAbsent(Prefix.first(word), first -> new ArrayList<>())
            .add(new Entry<>(meaning, word));
      }
    }
  }

  /** The first word that the message begins with; empty when it begins with none. */
  public Optional<Begun<T>> find(String text) {
    return find(text, begun -> true);
  }

  /** The first word that the message begins with and that is accepted; empty when there is none. */
  public Optional<Begun<T>> find(String text, Predicate<Begun<T>> accepted) {
    for (Entry<T> entry : byFirst.getOrDefault(Prefix.first(text), List.of())) {
      var begun =
          Prefix.after(entry.word(), text)
              .map(rest -> new Begun<>(entry.meaning(), entry.word(), rest))
              .filter(accepted);
      if (begun.isPresent()) {
        return begun;
      }
    }
    return Optional.empty();
  }
}
