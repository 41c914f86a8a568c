package org.lanshao.message;

import java.util.UUID;

/**
 * A message on its way out.
 *
 * @param id of its outbox row
 * @param target whom it goes to
 * @param part what it says; private
 */
public record Outbound(UUID id, Target target, Reply.Part part) {
  /** Whom a message goes to, in its channel's terms. */
  public sealed interface Target {
    /** One person. */
    record ToPerson(String account) implements Target {}

    /** A group; {@code send} is the group's {@code send} of the directory and may hold a secret. */
    record ToGroup(String send) implements Target {}
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "Outbound[" + id + "]";
  }
}
