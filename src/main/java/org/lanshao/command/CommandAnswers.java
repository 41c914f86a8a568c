package org.lanshao.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.count.CountQuery;
import org.lanshao.count.Entries;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.count.Total;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Library;
import org.lanshao.form.Measure;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.record.Revision;
import org.lanshao.turn.Facts;
import org.lanshao.turn.MatterFacts;
import org.lanshao.turn.Resting;
import org.lanshao.turn.Unavailable;

/**
 * Answers commands. Its method asks the store and blocks: call it on a virtual thread. That the
 * asker may give the command was made sure when it was read.
 */
public final class CommandAnswers {
  /** Of more forms than this, those without any record are named in one line. */
  private static final int MOST_LINES = 6;

  /** Older ones than so many are for {@code lanshao outbox}. */
  private static final int MOST_RESTING = 500;

  private final Facts facts;
  private final Directory directory;
  private final Library library;
  private final Mine mine;
  private final Help help;
  private final Undelivered undelivered;

  /** Records are told with their time in {@code zone}. */
  public CommandAnswers(Facts facts, Directory directory, Library library, ZoneId zone) {
    this.facts = facts;
    this.directory = directory;
    this.library = library;
    mine = new Mine(directory, library, zone);
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
          case Command.Count count -> counts(count, today);
          case Command.Undelivered() -> undelivered.text(resting(asker));
          case Command.Waiting() -> undelivered.text(facts.queue());
          case Command.SendAgain again -> sentAgain(again(again, asker));
        });
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

  private String counts(Command.Count count, LocalDate today) throws Unavailable {
    var lines = new ArrayList<String>();
    var nothing = new ArrayList<String>();
    boolean many = count.query().forms().size() > MOST_LINES;
    for (FormId id : count.query().forms()) {
      Optional<Form> form = library.forms().stream().filter(f -> f.id().equals(id)).findFirst();
      if (form.isPresent()) {
        var totals = totals(form.get(), count.query());
        var matters = matters(form.get(), count.query());
        if (many && matters.isEmpty() && isNothing(form.get(), totals, count.query())) {
          nothing.add(CountProblems.shortName(form.get()));
        } else {
          lines.add(line(form.get(), totals, count.query(), today));
          matters.ifPresent(lines::add);
        }
      }
    }
    if (!nothing.isEmpty()) {
      var slots = new HashMap<>(where(count.query(), today));
      slots.put("forms", String.join("、", nothing));
      lines.add(library.wording().say(CommandWords.COUNT_NOTHING, slots));
    }
    if (count.fromYearStart()) {
      var first = count.query().range().first();
      var slots = Map.of("first", RangeText.of(first, today));
      lines.add(library.wording().say(CommandWords.COUNT_FROM_YEAR_START, slots));
    }
    return String.join("\n", lines);
  }

  /** What became of the matters of a form's letter, and what is open; empty when nothing is. */
  private Optional<String> matters(Form form, CountQuery query) throws Unavailable {
    var kind = form.matters().kind();
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    var count = facts.matters().count(form.number(), query.scope(), query.range());
    var states =
        kind.get().states().stream()
            .filter(state -> count.open().containsKey(state.id()))
            .map(state -> state.label() + state(count, state.id()))
            .collect(Collectors.joining("、"));
    var slots =
        Map.of(
            "name", kind.get().name(),
            "opened", Long.toString(count.opened()),
            "closed", Long.toString(count.closed()),
            "open", Long.toString(sum(count.open())),
            "states", states);
    var words = states.isEmpty() ? CommandWords.MATTERS_DONE : CommandWords.MATTERS;
    return count.isNothing() ? Optional.empty() : Optional.of(library.wording().say(words, slots));
  }

  /** How many are in a state, and how much is left of them: 2（5）. */
  private static String state(MatterFacts.MatterCount count, String state) {
    long left = count.left().getOrDefault(state, 0L);
    return count.open().getOrDefault(state, 0L) + (left > 0 ? "（" + left + "人）" : "");
  }

  private static long sum(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }

  private boolean isNothing(Form form, List<Total> totals, CountQuery query) throws Unavailable {
    return totals.stream().allMatch(total -> total.number() == 0) && pending(form, query).isEmpty();
  }

  private Map<String, String> where(CountQuery query, LocalDate today) {
    return Map.of("scope", name(query.scope()), "range", RangeText.of(query.range(), today));
  }

  private String line(Form form, List<Total> totals, CountQuery query, LocalDate today)
      throws Unavailable {
    var slots = new HashMap<>(where(query, today));
    slots.put("form", CountProblems.shortName(form));
    slots.put("totals", Total.text(totals));
    return library.wording().say(CommandWords.COUNT_LINE, slots) + pending(form, query);
  }

  /** How many records lack answers, and so may count less than they will; empty text for none. */
  private String pending(Form form, CountQuery query) throws Unavailable {
    long count = facts.sum(Entries.pending(form), query.scope(), query.range());
    return count == 0
        ? ""
        : library.wording().say(CommandWords.COUNT_PENDING, Map.of("count", Long.toString(count)));
  }

  private List<Total> totals(Form form, CountQuery query) throws Unavailable {
    var totals = new ArrayList<Total>();
    for (Measure measure : form.measures()) {
      long number = Measured.number(facts, form, measure, query);
      totals.add(new Total(measure, number));
    }
    return totals;
  }

  /** A count that the asker may ask for. */
  public String example(Person asker) {
    return help.example(asker);
  }

  /** What the scope of a count is called. */
  public String name(Scope scope) {
    return switch (scope) {
      case Scope.ByPerson(PersonId person) -> library.wording().say(CommandWords.COUNT_OWN);
      case Scope.InArea(AreaCode area) ->
          directory.area(area).map(directory::fullName).orElse(area.text());
    };
  }
}
