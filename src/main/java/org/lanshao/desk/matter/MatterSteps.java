package org.lanshao.desk.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.desk.matter.MatterFilings.Refused;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Listening;
import org.lanshao.dialogue.Shown;
import org.lanshao.form.Answers;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Expr;
import org.lanshao.form.Follows;
import org.lanshao.form.Form;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Opens;
import org.lanshao.form.Until;
import org.lanshao.form.Value;
import org.lanshao.reading.Practice;
import org.lanshao.record.Matter;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Unavailable;

/**
 * The steps of one record: what filing, correcting or withdrawing it does to each matter that it
 * opens or follows.
 */
final class MatterSteps {
  private final MatterRoom room;
  private final Map<String, Matter> latest;
  private final Form form;
  private final Revision revision;
  private final Submission record;
  private final Map<String, Matter> before;
  private final Map<String, Matter> after = new LinkedHashMap<>();
  private final Map<String, Until> days = new HashMap<>();

  private MatterSteps(
      MatterRoom room,
      Map<String, Matter> latest,
      Form form,
      Revision revision,
      Map<String, Matter> touched) {
    this.room = room;
    this.latest = latest;
    this.form = form;
    this.revision = revision;
    this.record = revision.record();
    this.before = new LinkedHashMap<>(touched);
    touched.forEach((number, matter) -> after.put(number, matter.without(record.number())));
  }

  /**
   * Those of a revision.
   *
   * @param latest matters by number, as earlier records of the same turn left them
   */
  static MatterSteps of(MatterRoom room, Map<String, Matter> latest, Form form, Revision revision)
      throws Unavailable {
    var touched = new LinkedHashMap<String, Matter>();
    if (revision.number() > 1) {
      for (Matter matter : room.facts().matters().of(revision.record().number())) {
        touched.put(matter.number(), latest.getOrDefault(matter.number(), matter));
      }
    }
    return new MatterSteps(room, latest, form, revision, touched);
  }

  /** Takes them; tells what the record cannot do, empty when all is well. */
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
    var stood = Optional.ofNullable(after.get(matter.number())).orElse(matter);
    var state = line.after(stood.state());
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
                room.wording()
                    .say(
                        DeskWords.MATTER_SETTLED,
                        Map.of(
                            "number", matter.number(),
                            "state", Listening.label(room.forms(), matter),
                            "record", matter.made().record())))
        .orElseGet(
            () -> room.wording().say(DeskWords.MATTER_GONE, Map.of("number", named.number())));
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
    return begin + room.facts().nextNumber(begin);
  }

  private Matter.What what(Opens line) {
    var place =
        room.directory()
            .area(record.area())
            .map(area -> new Value.Place(area.code().text(), room.directory().fullName(area)))
            .orElseGet(() -> new Value.Place(record.area().text(), ""));
    var about = line.about().fill(Shown.slots(form, record.answers(), room.wording())).strip();
    var kinds = line.kind().flatMap(record.answers()::get).map(MatterSteps::options);
    return new Matter.What(
        place, name(record.answers()), about.replaceAll("\\s+", " "), kinds.orElse(List.of()));
  }

  private static List<String> options(Value value) {
    return switch (value) {
      case Value.One(String option) -> List.of(option);
      case Value.Many(List<String> options) -> options;
      default -> List.of(); // the linter lets nothing else tell kinds
    };
  }

  private String name(Answers answers) {
    return form.questions().stream()
        .flatMap(question -> answers.get(question.id()).stream())
        .map(MatterSteps::name)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  private Matter.Made made() {
    return new Matter.Made(record.number(), revision.by(), revision.at(), room.today());
  }

  /** The new versions of the matters that changed, once all steps are taken. */
  List<Matter> versions() throws Unavailable {
    var versions = new ArrayList<Matter>();
    for (Matter matter : after.values()) {
      var old = before.get(matter.number());
      var next = matter.with(care(matter));
      if (old == null) {
        versions.add(next);
      } else if (!next.equals(old)) {
        versions.add(next.next(made()));
      }
    }
    return versions;
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
    return new CareDays(room.forms()).usual(matter, record.day());
  }

  /** As it was cared for before the record took the step that it takes back. */
  private Matter.Care before(Matter matter) throws Unavailable {
    return room.facts().matters().story(matter.number()).stream()
        .filter(version -> version.isOpen() && !version.made().record().equals(record.number()))
        .reduce((first, second) -> second)
        .map(Matter::care)
        .orElseGet(() -> matter.care().until(usual(matter), false));
  }

  private Optional<Matter> find(String number) throws Unavailable {
    var known = Optional.ofNullable(latest.get(number));
    return known.isPresent() ? known : room.facts().matters().matter(number);
  }

  private boolean isDone(String letter, String state) {
    return Listening.kind(room.forms(), letter)
        .flatMap(kind -> kind.state(state))
        .map(MatterKind.State::done)
        .orElse(false);
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
