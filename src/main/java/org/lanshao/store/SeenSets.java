package org.lanshao.store;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanshao.count.Cells;
import org.roaringbitmap.buffer.ImmutableRoaringBitmap;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/** Joins what a {@link SeenSql} gives: who was seen at each place of a table. */
final class SeenSets {
  private final Map<List<String>, Seen> keysToSeen = new HashMap<>();

  /** Those with a number, and hashes of those without. */
  private record Seen(MutableRoaringBitmap ids, Set<ByteBuffer> others) {}

  /** Takes one row. */
  void take(List<String> keys, long id, byte[] bytes) {
    var seen =
        keysToSeen.computeIfAbsent(
            keys, k -> new Seen(new MutableRoaringBitmap(), new HashSet<>()));
    if (id == SeenSql.SET) {
      seen.ids().or(new ImmutableRoaringBitmap(ByteBuffer.wrap(bytes)));
    } else if (id == SeenSql.NEW) {
      seen.others().add(ByteBuffer.wrap(bytes));
    } else {
      seen.ids().add(Math.toIntExact(id));
    }
  }

  /** How many are seen at each place. */
  Cells cells() {
    var cells = new HashMap<List<String>, Long>();
    keysToSeen.forEach(
        (keys, seen) -> cells.put(keys, seen.ids().getLongCardinality() + seen.others().size()));
    return new Cells(cells);
  }
}
