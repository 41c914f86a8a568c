package org.lanshao.command;

import java.util.Optional;
import org.lanshao.count.CountQuery;

/** Something that people can say at any time, in a form or outside. */
public sealed interface Command {
  /** 帮助: what the asker may do. */
  record Help() implements Command {}

  /** 我的: what the asker filed today. */
  record Mine() implements Command {}

  /** 未送达: whom messages did not reach. */
  record Undelivered() implements Command {}

  /** 重发: sends messages again that did not arrive; no number: all that the asker may. */
  record SendAgain(Optional<Long> number) implements Command {}

  /** 待发: what waits to be sent. */
  record Waiting() implements Command {}

  /**
   * 统计: counts that the asker may see.
   *
   * @param fromYearStart only the end of the range was given, so that it begins with its year: the
   *     answer says so
   * @param byHead people were asked for, each once: the answer says where that is not known
   */
  record Count(CountQuery query, boolean fromYearStart, boolean byHead) implements Command {}
}
