package org.lanshao.form;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a form may refer to outside itself, and what it must keep clear of.
 *
 * @param roles the names of the roles that {@code who} may list
 * @param controlWords what people say to steer a form, such as 取消: no option may be called so
 * @param commands the first words of commands, such as 统计: a start word beginning so would never be
 *     heard
 * @param messages what means something when nothing follows, such as 收到: a start word that is one
 *     would never be heard
 */
public record Schema(
    Set<String> roles, Set<String> controlWords, Set<String> commands, Set<String> messages) {
  /** Keeps the words as they are compared: half-width, lower case, without white space. */
  public Schema {
    roles = Set.copyOf(roles);
    controlWords = plain(controlWords);
    commands = plain(commands);
    messages = plain(messages);
  }

  /** Without whole messages. */
  public Schema(Set<String> roles, Set<String> controlWords, Set<String> commands) {
    this(roles, controlWords, commands, Set.of());
  }

  /** Roles alone: enough to read stored definitions, which were checked when they were new. */
  public Schema(Set<String> roles) {
    this(roles, Set.of(), Set.of());
  }

  private static Set<String> plain(Set<String> words) {
    return words.stream().map(FormSource::plain).collect(Collectors.toUnmodifiableSet());
  }
}
