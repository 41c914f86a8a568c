package org.lanshao.message;

/** Where a message was said. */
public sealed interface Chat {
  /** Between one person and the desk. */
  record Private() implements Chat {}

  /** In a group, by the id that the platform gives it. */
  record Group(String id) implements Chat {}
}
