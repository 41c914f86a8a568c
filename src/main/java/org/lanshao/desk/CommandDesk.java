package org.lanshao.desk;

import java.util.Optional;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.Commands;
import org.lanshao.command.Parsed;
import org.lanshao.form.Library;
import org.lanshao.message.Reply;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers what people ask outside forms. */
final class CommandDesk {
  private final Commands commands;
  private final CommandAnswers answers;

  CommandDesk(Facts facts, Shelf shelf, Surroundings surroundings) {
    var directory = surroundings.directory();
    var library = new Library(shelf.current(), surroundings.wording());
    this.commands = new Commands(directory, library);
    this.answers = new CommandAnswers(facts, directory, library, surroundings.clock().getZone());
  }

  /** The answer to a command, or what is wrong with it; empty when the words are none. */
  Optional<Reply> answer(Heard heard) throws Unavailable {
    return switch (commands.parse(heard.text(), heard.speaker(), heard.today())) {
      case Parsed.NoCommand() -> Optional.empty();
      case Parsed.Problem(Reply reply) -> Optional.of(reply);
      case Parsed.Recognised recognised ->
          Optional.of(
              answers.answer(recognised.command(), heard.speaker(), heard.chat(), heard.today()));
    };
  }
}
