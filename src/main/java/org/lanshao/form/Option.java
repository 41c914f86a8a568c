package org.lanshao.form;

import java.util.List;
import java.util.Set;

/**
 * One option of a choice.
 *
 * @param id what is stored and counted
 * @param label what people see
 * @param aliases other words that mean the same
 */
public record Option(String id, String label, List<String> aliases) {
  /** What people say when they mean all options of a question that takes several. */
  public static final Set<String> ALL = Set.of("全部", "全选", "全都有", "都有", "以上都有", "以上全部");

  /** Copies the aliases. */
  public Option {
    aliases = List.copyOf(aliases);
  }
}
