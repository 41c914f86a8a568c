package org.lanshao.directory;

import java.util.List;

/** What a place name can mean. */
public sealed interface Found {
  /** Just this. */
  record One(Area area) implements Found {}

  /** Any of these, at least two: ask. */
  record Several(List<Area> areas) implements Found {
    /** Copies the list. */
    public Several {
      areas = List.copyOf(areas);
    }
  }

  /** Nothing that is known. */
  record Nothing() implements Found {}
}
