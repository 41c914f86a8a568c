package org.lanshao.form;

import java.util.List;

/**
 * One option of a choice.
 *
 * @param id what is stored and counted
 * @param label what people see
 * @param aliases other words that mean the same
 */
public record Option(String id, String label, List<String> aliases) {
  /** Copies the aliases. */
  public Option {
    aliases = List.copyOf(aliases);
  }
}
