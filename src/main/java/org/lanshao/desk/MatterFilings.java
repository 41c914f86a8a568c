package org.lanshao.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Directory;
import org.lanshao.form.Answers;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Expr;
import org.lanshao.form.Follows;
import org.lanshao.form.Form;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Matters;
import org.lanshao.form.Opens;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Until;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.reading.Practice;
import org.lanshao.record.Matter;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * What filing, correcting or withdrawing records does to the matters that they open and follow. One
 * is made for each turn: what an earlier record of the turn did is what a later one finds.
 */
final class MatterFilings {
  private final Facts facts;
  private final List<Form> forms;
  private final Directory directory;
  private final Wording wording;
  private final LocalDate today;
  private final Map<String, Matter> latest = new LinkedHashMap<>();
  private final List<Matter> written = new ArrayList<>();

  MatterFilings(
      Facts facts, List<Form> forms, Directory directory, Wording wording, LocalDate today) {
    this.facts = facts;
    this.forms = forms;
    this.directory = directory;
    this.wording = wording;
    this.today = today;
  }

  /** That a record cannot be filed so: the matter that this question names is done already. */
  record Refused(QuestionId question, String why) {}

  /** The new versions of matters that a record made. */
  List<Matter> of(Submission record) {
    return written.stream()
        .filter(matter -> matter.made().record().equals(record.number()))
        .toList();
  }

  /** Takes a revision of a record; empty when all is well. Nothing is written when it is not. */
  Optional<Refused> take(Form form, Revision revision) throws Unavailable {
    if (form.matters().equals(Matters.NONE)) {
      return Optional.empty();
    }
    var steps = new Steps(form, revision, touched(revision));
    var refused = steps.take();
    if (refused.isEmpty()) {
      steps.write();
    }
    return refused;
  }

  /** What is said of what a record did, a line for each matter. */
  List<String> lines(Submission record) {
    return of(record).stream().map(this::line).toList();
  }

  private String line(Matter matter) {
    var kind = Listening.kind(forms, matter.letter());
    var slots =
        Map.of(
            "number", matter.number(),
            "name", kind.map(MatterKind::name).orElse(""),
            "state", Listening.label(forms, matter),
            "left", Long.toString(matter.left()));
    boolean opened = matter.version() == 1 && !matter.number().equals(matter.opener());
    return wording.say(
        matter.standing().isEmpty()
            ? DeskWords.MATTER_GONE
            : opened
                ? DeskWords.MATTER_OPENED
                : matter.left() > 0 ? DeskWords.MATTER_LEFT : DeskWords.MATTER_NOW,
        slots);
  }

  private Map<String, Matter> touched(Revision revision) throws Unavailable {
    var touched = new LinkedHashMap<String, Matter>();
    if (revision.number() > 1) {
      for (Matter matter : facts.matters().of(revision.record().number())) {
        touched.put(matter.number(), latest.getOrDefault(matter.number(), matter));
      }
    }
    return touched;
  }

  private Optional<Matter> find(String number) throws Unavailable {
    var known = Optional.ofNullable(latest.get(number));
    return known.isPresent() ? known : facts.matters().matter(number);
  }

  private boolean isDone(String letter, String state) {
    return Listening.kind(forms, letter)
        .flatMap(kind -> kind.state(state))
        .map(MatterKind.State::done)
        .orElse(false);
  }

  /** The steps of one record. */
  private final class Steps {
    private final Form form;
    private final Revision revision;
    private final Submission record;
    private final Map<String, Matter> before;
    private final Map<String, Matter> after = new LinkedHashMap<>();
    private final Map<String, Until> days = new HashMap<>();

    Steps(Form form, Revision revision, Map<String, Matter> touched) {
      this.form = form;
      this.revision = revision;
      this.record = revision.record();
      this.before = new LinkedHashMap<>(touched);
      touched.forEach((number, matter) -> after.put(number, matter.without(record.number())));
    }

    Optional<Refused> take() throws Unavailable {
      if (revision.state() == Revision.State.WITHDRAWN) {
        return Optional.empty();
      }
      for (Follows line : form.matters().followed(record.answers())) {
        var refused = follow(line);
        if (refused.isPresent()) {
          return refused;
        }
      }
      for (Opens line : form.matters().opened(record.answers())) {
        open(line);
      }
      return Optional.empty();
    }

    private Optional<Refused> follow(Follows line) throws Unavailable {
      if (!(record.answers().get(line.question()).orElseThrow() instanceof Value.Matter named)) {
        return Optional.empty();
      }
      var found = Optional.ofNullable(before.get(named.number()));
      if (found.isEmpty()) {
        found = find(named.number()).filter(this::isOfItsKind);
      }
      boolean mine = found.flatMap(matter -> matter.step(record.number())).isPresent();
      if (found.isEmpty() || !(mine || found.get().isOpen())) {
        return Optional.of(new Refused(line.question(), refusal(named, found)));
      }
      var matter = found.get();
      before.putIfAbsent(named.number(), matter);
      var state = line.state().orElse("");
      var step =
          new Matter.Step(
              record.number(),
              state,
              isDone(matter.letter(), state),
              amount(line.less(), record.answers()));
      after.put(matter.number(), matter.with(step));
      line.until().ifPresent(until -> days.put(matter.number(), until));
      return Optional.empty();
    }

    /** Practice follows practice, and nothing else does. */
    private boolean isOfItsKind(Matter matter) {
      return Practice.is(matter.number()) == record.isPractice();
    }

    private String refusal(Value.Matter named, Optional<Matter> found) {
      return found
          .filter(matter -> matter.standing().isPresent())
          .map(
              matter ->
                  wording.say(
                      DeskWords.MATTER_SETTLED,
                      Map.of(
                          "number", matter.number(),
                          "state", Listening.label(forms, matter),
                          "record", matter.made().record())))
          .orElseGet(() -> wording.say(DeskWords.MATTER_GONE, Map.of("number", named.number())));
    }

    private void open(Opens line) throws Unavailable {
      var step =
          new Matter.Step(
              record.number(),
              line.state(),
              isDone(line.letter(), line.state()),
              amount(line.amount(), record.answers()));
      var opened =
          before.values().stream()
              .filter(matter -> matter.opener().equals(record.number()))
              .filter(matter -> Practice.letter(matter.letter()).equals(line.letter()))
              .findFirst();
      var matter =
          opened.isPresent()
              ? opened.get().with(step).about(what(line), record.area())
              : Matter.open(number(line.letter()), record, what(line), step, made());
      after.put(matter.number(), matter);
      line.until().ifPresent(until -> days.put(matter.number(), until));
    }

    /** A record that bears the letter is its own matter. */
    private String number(String letter) throws Unavailable {
      if (form.number().equals(letter)) {
        return record.number();
      }
      var begin = record.isPractice() ? Practice.of(letter) : letter;
      return begin + facts.nextNumber(begin);
    }

    private Matter.What what(Opens line) {
      var place =
          directory
              .area(record.area())
              .map(area -> new Value.Place(area.code().text(), directory.fullName(area)))
              .orElseGet(() -> new Value.Place(record.area().text(), ""));
      var about = line.about().fill(Shown.slots(form, record.answers(), wording)).strip();
      return new Matter.What(place, name(record.answers()), about.replaceAll("\\s+", " "));
    }

    private String name(Answers answers) {
      return form.questions().stream()
          .flatMap(question -> answers.get(question.id()).stream())
          .map(MatterFilings::name)
          .filter(name -> !name.isEmpty())
          .findFirst()
          .orElse("");
    }

    private Matter.Made made() {
      return new Matter.Made(record.number(), revision.by(), revision.at(), today);
    }

    void write() throws Unavailable {
      for (Matter matter : after.values()) {
        var old = before.get(matter.number());
        var next = matter.with(care(matter));
        if (old == null) {
          keep(next);
        } else if (!next.equals(old)) {
          keep(next.next(made()));
        }
      }
    }

    /**
     * Only the last step says when a matter is to be followed; a day that it names goes first.
     * Practice need not be followed.
     */
    private Matter.Care care(Matter matter) throws Unavailable {
      var care = matter.care();
      if (!matter.isOpen() || record.isPractice()) {
        return care.until(Optional.empty(), false);
      }
      if (matter.step(record.number()).isEmpty()) {
        return before(matter);
      }
      var until = Optional.ofNullable(days.get(matter.number()));
      return CareDays.named(care, record.answers(), until)
          .orElseGet(
              () -> isAnew(matter) && !care.deadline() ? care.until(usual(matter), false) : care);
    }

    /** Whether the record takes the last step, and not the same as it took before. */
    private boolean isAnew(Matter matter) {
      var step = matter.step(record.number());
      var old = Optional.ofNullable(before.get(matter.number()));
      return matter.steps().getLast().record().equals(record.number())
          && !old.map(one -> one.step(record.number())).equals(Optional.of(step));
    }

    private Optional<LocalDate> usual(Matter matter) {
      return new CareDays(forms).usual(matter, record.day());
    }

    /** As it was cared for before the record took the step that it takes back. */
    private Matter.Care before(Matter matter) throws Unavailable {
      return facts.matters().story(matter.number()).stream()
          .filter(version -> version.isOpen() && !version.made().record().equals(record.number()))
          .reduce((first, second) -> second)
          .map(Matter::care)
          .orElseGet(() -> matter.care().until(usual(matter), false));
    }

    private void keep(Matter matter) {
      latest.put(matter.number(), matter);
      written.add(matter);
    }
  }

  private static String name(Value value) {
    return switch (value) {
      case Value.Household household -> household.name();
      case Value.Person person -> person.name();
      default -> ""; // nothing else names anybody
    };
  }

  private static long amount(Optional<Expr> number, Answers answers) {
    return number
        .flatMap(expression -> Evaluation.value(expression, answers))
        .map(value -> value instanceof Value.Whole whole ? whole.number() : 0L)
        .orElse(0L);
  }
}
