package org.lanshao.message;

import java.util.UUID;

/**
 * A message on its way out.
 *
 * @param id of its outbox row
 * @param target whom it goes to
 * @param part what it says; private
 * @param number short, unique and the same at every try: what people see in the text where the
 *     platform cannot tell a repetition from a new message; 0 if it has none
 * @param attempt which try this is, from 1; a later one may repeat what the platform has taken
 */
public record Outbound(UUID id, Target target, Reply.Part part, long number, int attempt) {
  /** The first try of a message without a number. */
  public Outbound(UUID id, Target target, Reply.Part part) {
    this(id, target, part, 0, 1);
  }

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
