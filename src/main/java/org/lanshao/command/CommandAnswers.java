package org.lanshao.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.count.Condition;
import org.lanshao.count.CountQuery;
import org.lanshao.count.Scope;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.record.Revision;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Resting;
import org.lanshao.turn.Unavailable;

/**
 * Answers commands. Its method asks the store and blocks: call it on a virtual thread. That the
 * asker may give the command was made sure when it was read.
 */
public final class CommandAnswers {
  /** Older ones than so many are for {@code lanshao outbox}. */
  private static final int MOST_RESTING = 500;

  private final Facts facts;
  private final Directory directory;
  private final Library library;
  private final CountAnswers counts;
  private final Mine mine;
  private final Help help;
  private final Undelivered undelivered;

  /** Records are told by the forms they were made with, and with their time in {@code zone}. */
  public CommandAnswers(
      Facts facts, Directory directory, Library library, RecordForms forms, ZoneId zone) {
    this.facts = facts;
    this.directory = directory;
    this.library = library;
    counts = new CountAnswers(facts, directory, library);
    mine = new Mine(directory, library, forms, zone);
    help = new Help(directory, library);
    undelivered = new Undelivered(directory, library.wording(), zone);
  }

  /** The answer to a command of this asker, said in this chat on this local day. */
  public Reply answer(Command command, Person asker, Chat chat, LocalDate today)
      throws Unavailable {
    return Reply.of(
        switch (command) {
          case Command.Help() -> help.text(asker, chat);
          case Command.Mine() -> mine.text(facts.filed(asker.id(), today), returned(asker), chat);
          case Command.Count count -> counts.text(count, chat, today);
          case Command.Undelivered() -> undelivered.text(resting(asker));
          case Command.Waiting() -> undelivered.text(facts.queue());
          case Command.SendAgain again -> sentAgain(again(again, asker));
        });
  }

  /** What forms count, a short line for each. */
  public String brief(CountQuery query, Chat chat, LocalDate today) throws Unavailable {
    return counts.brief(query, chat, today);
  }

  /** Also of those whose work the asker took over. */
  private List<Revision> returned(Person asker) throws Unavailable {
    var returned = new ArrayList<>(facts.returned(asker.id()));
    for (PersonId left : directory.predecessors(asker.id())) {
      returned.addAll(facts.returned(left));
    }
    return returned;
  }

  private List<Resting> resting(Person asker) throws Unavailable {
    return undelivered.seenBy(asker, facts.resting(MOST_RESTING));
  }

  /** The numbers of messages that a command of this asker sends again; none for most commands. */
  public List<Long> again(Command command, Person asker) throws Unavailable {
    return switch (command) {
      case Command.SendAgain(Optional<Long> number) ->
          resting(asker).stream()
              .filter(Resting::canBeSentAgain)
              .map(Resting::number)
              .filter(rests -> number.isEmpty() || number.get().equals(rests))
              .toList();
      default -> List.of(); // they send nothing
    };
  }

  private String sentAgain(List<Long> numbers) {
    var count = Map.of("count", Integer.toString(numbers.size()));
    return numbers.isEmpty()
        ? library.wording().say(CommandWords.AGAIN_NONE)
        : library.wording().say(CommandWords.AGAIN_DONE, count);
  }

  /** A count that the asker may ask for. */
  public String example(Person asker) {
    return help.example(asker);
  }

  /** A form by its title, with the answers that alone count: 走访登记 防汛. */
  public String what(Form form, List<Condition> where) {
    var answers = new CountNames(directory, library.wording()).answers(form, where);
    return Stream.concat(Stream.of(form.title()), answers).collect(Collectors.joining(" "));
  }

  /** What the scope of a count is called. */
  public String name(Scope scope) {
    return counts.name(scope);
  }
}
