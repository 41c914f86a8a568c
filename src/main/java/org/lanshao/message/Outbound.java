package org.lanshao.message;

import java.util.List;
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

    /**
     * Whoever said something, where they said it, by the {@code back} of what they said: once, and
     * within the time that the platform gives.
     */
    record Back(String account, String back) implements Target {}
  }

  /** Whether it says no more than its text. */
  public boolean isPlain() {
    return part.choices().isEmpty() && part.extras().equals(Extras.NONE);
  }

  /** The text of the same, alone. */
  public Outbound plain() {
    return new Outbound(id, target, new Reply.Part(part.text(), List.of()), number, attempt);
  }

  /** The same to somebody else. */
  public Outbound to(Target other) {
    return new Outbound(id, other, part, number, attempt);
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "Outbound[" + id + "]";
  }
}
