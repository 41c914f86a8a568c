package org.lanshao.form;

import java.util.Optional;

/**
 * What a question tells about itself when somebody asks.
 *
 * @param how what 帮助 adds; empty if none
 * @param why what 为什么 is answered with; empty if none
 * @param example what 例子 is answered with; empty if none
 */
public record Help(Optional<String> how, Optional<String> why, Optional<String> example) {
  /** Nothing. */
  public static final Help NONE = new Help(Optional.empty(), Optional.empty(), Optional.empty());
}
