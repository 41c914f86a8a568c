package org.lanshao.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Things by what tells them apart. */
final class Index {
  private Index() {}

  /**
   * Values by their key, in their order.
   *
   * @throws IllegalArgumentException when two have the same
   */
  static <K, V> Map<K, V> of(List<V> values, Function<V, K> key) {
    var index = new LinkedHashMap<K, V>();
    for (V value : values) {
      if (index.put(key.apply(value), value) != null) {
        throw new IllegalArgumentException("twice in the directory: " + key.apply(value));
      }
    }
    return index;
  }
}
