package org.lanshao.media;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.lanshao.turn.ErasableFiles;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.Unavailable;

/**
 * Takes away old files that nothing refers to: charts and workbooks once they were sent, what was
 * written and never committed, what is left of broken writes. What came again meanwhile, also on
 * another node, stays.
 *
 * @param rows which files pictures and files that people sent are in
 * @param files where their bytes are
 */
public record Sweep(MediaRows rows, ErasableFiles files) {
  /** So many are asked for at once. */
  private static final int SLICE = 100;

  /**
   * Looks once.
   *
   * @param before what is younger stays: longer ago than messages are kept that may name a file
   * @return how many were taken away
   */
  public int sweep(Instant before) throws Unavailable, IOException {
    files.deleteBroken(before);
    var old = files.old(before);
    int gone = 0;
    for (int from = 0; from < old.size(); from += SLICE) {
      gone += sweep(old.subList(from, Math.min(old.size(), from + SLICE)), before);
    }
    return gone;
  }

  private int sweep(List<String> slice, Instant before) throws Unavailable, IOException {
    var used = rows.used(slice);
    int gone = 0;
    for (String hash : slice) {
      gone += !used.contains(hash) && files.delete(hash, before) ? 1 : 0;
    }
    return gone;
  }
}
