package org.lanshao.command;

import org.lanshao.count.Scope;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;

/** Where and when something is about, as somebody said it. */
public sealed interface Span {
  /**
   * These records.
   *
   * @param fromYearStart only the end of the days was given: they begin with its year
   */
  record Of(Scope scope, DayRange range, boolean fromYearStart) implements Span {}

  /** It cannot be read, or is beyond what the asker may see: what to say instead. */
  record Not(Reply reply) implements Span {}
}
