package org.lanshao.command;

import java.util.List;
import org.lanshao.directory.Found;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRanges;

/** A part of what follows 统计. */
sealed interface Part {
  /** As it was written. */
  String text();

  /** The parts of one kind, in their order. */
  static <P extends Part> List<P> all(List<Part> parts, Class<P> kind) {
    return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** A form. */
  record OfForm(String text, FormId form) implements Part {}

  /** A place name. */
  record OfArea(String text, Found found) implements Part {}

  /** A range of days, or an attempt at one. */
  record OfDays(String text, DayRanges.Read read) implements Part {}

  /** 我的: the asker's own records. */
  record Own(String text) implements Part {}

  /** Words and signs that change nothing. */
  record Filler(String text) implements Part {}

  /** A character that is none of these. */
  record Unknown(String text) implements Part {}
}
