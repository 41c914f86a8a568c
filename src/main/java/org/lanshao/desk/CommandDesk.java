package org.lanshao.desk;

import java.util.Optional;
import org.lanshao.message.Reply;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers what people ask outside forms. */
final class CommandDesk {
  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;

  CommandDesk(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
  }

  /** The answer to a command; empty when the words are none. */
  Optional<Reply> answer(Heard heard) throws Unavailable {
    return Optional.empty();
  }
}
