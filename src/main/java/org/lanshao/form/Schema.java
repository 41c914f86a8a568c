package org.lanshao.form;

import java.util.Set;

/**
 * What a form may refer to outside itself, and what it must keep clear of.
 *
 * @param roles the names of the roles that {@code who} may list
 * @param controlWords what people say to steer a form, such as 取消: no option may be called so
 * @param commands the first words of commands, such as 统计: a start word beginning so would never be
 *     heard
 */
public record Schema(Set<String> roles, Set<String> controlWords, Set<String> commands) {
  /** Copies the sets. */
  public Schema {
    roles = Set.copyOf(roles);
    controlWords = Set.copyOf(controlWords);
    commands = Set.copyOf(commands);
  }

  /** Roles alone: enough to read stored definitions, which were checked when they were new. */
  public Schema(Set<String> roles) {
    this(roles, Set.of(), Set.of());
  }
}
