package org.lanshao.count;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The occasions that counts know by name.
 *
 * @param all the first one of a name is the one that is meant by it
 */
public record Occasions(List<Occasion> all) {
  /** Nothing has a name. */
  public static final Occasions NONE = new Occasions(List.of());

  /** Copies the list. */
  public Occasions {
    all = List.copyOf(all);
  }

  /** The one that people call so; empty when there is none. */
  public Optional<Occasion> called(String word) {
    return all.stream().filter(occasion -> occasion.words().contains(word)).findFirst();
  }

  /** Those that are somewhere: the campaigns, each once whatever it may be called. */
  public List<Occasion> campaigns() {
    var campaigns = new LinkedHashMap<Occasion, Occasion>();
    all.stream()
        .filter(occasion -> !occasion.areas().isEmpty())
        .forEach(occasion -> campaigns.putIfAbsent(occasion.withoutWords(), occasion));
    return List.copyOf(campaigns.values());
  }
}
