package org.lanshao.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.command.Command;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.Commands;
import org.lanshao.command.Parsed;
import org.lanshao.form.Library;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.people.PeopleDesk;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers what people ask outside forms, in their language. */
final class CommandDesk {
  private final InOneLanguage chinese;
  private final Map<String, InOneLanguage> others = new HashMap<>();

  CommandDesk(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.chinese =
        new InOneLanguage(
            facts, new Library(shelf.current(), surroundings.wording()), surroundings);
    for (String language : surroundings.wording().languages().keySet()) {
      var wording = surroundings.wording().in(language);
      var library = new Library(shelf.current(language), wording);
      others.put(language, new InOneLanguage(facts, library, surroundings));
    }
  }

  /** What is said, and which messages are sent again. */
  record Answered(Reply reply, List<Long> again) {}

  /** The answer to a command, or what is wrong with it; empty when the words are none. */
  Optional<Answered> answer(Heard heard) throws Unavailable {
    return others.getOrDefault(heard.speaker().language(), chinese).answer(heard);
  }

  private static final class InOneLanguage {
    private final Wording wording;
    private final Commands commands;
    private final CommandAnswers answers;

    InOneLanguage(Facts facts, Library library, Surroundings surroundings) {
      var directory = surroundings.directory();
      this.wording = library.wording();
      this.commands = new Commands(directory, library);
      this.answers = new CommandAnswers(facts, directory, library, surroundings.clock().getZone());
    }

    Optional<Answered> answer(Heard heard) throws Unavailable {
      return switch (commands.parse(heard.text(), heard.speaker(), heard.today())) {
        case Parsed.NoCommand() -> Optional.empty();
        case Parsed.Problem(Reply reply) -> Optional.of(new Answered(reply, List.of()));
        case Parsed.Recognised(Command command) -> {
          var answer = answers.answer(command, heard.speaker(), heard.chat(), heard.today());
          var reply = command instanceof Command.Help ? withPeople(answer, heard) : answer;
          yield Optional.of(new Answered(reply, answers.again(command, heard.speaker())));
        }
      };
    }

    private Reply withPeople(Reply help, Heard heard) {
      boolean group = heard.chat() instanceof Chat.Group;
      var lines = PeopleDesk.help(heard.speaker(), group, wording);
      return lines.isEmpty() ? help : Speech.join(help, Reply.of(String.join("\n", lines)));
    }
  }
}
