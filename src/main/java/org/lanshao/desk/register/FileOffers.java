package org.lanshao.desk.register;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.Option;
import org.lanshao.form.Prefill;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Filed;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.OpenMatters;
import org.lanshao.record.Submission;
import org.lanshao.register.HouseholdField;

/** What a receipt offers to change on file: somebody new, or what was found to be otherwise. */
public final class FileOffers {
  private final Enrolling enrolling;
  private final Surroundings surroundings;

  /** By what can be put on file. */
  public FileOffers(Enrolling enrolling, Surroundings surroundings) {
    this.enrolling = enrolling;
    this.surroundings = surroundings;
  }

  /** The lines below a receipt; none where all is on file as it was said. */
  public List<String> lines(Form form, Submission record, Person speaker, Wording wording) {
    if (enrolling.enrolls(record).isPresent() || record.isPractice()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    enroll(record, wording).ifPresent(lines::add);
    if (new FileRights(surroundings.directory()).changes(speaker)) {
      for (Question question : form.questions()) {
        change(question, record, speaker, wording).ifPresent(lines::add);
      }
    }
    return lines;
  }

  /** To put those on file with one press that the lines name. */
  public List<Reply.Choice> choices(Submission record, Wording wording) {
    if (enrolling.enrolls(record).isPresent() || record.isPractice()) {
      return List.of();
    }
    return unknown(record)
        .map(
            name ->
                new Reply.Choice(
                    wording.say(FileWords.OFFER_BUTTON, Map.of("name", name)),
                    "建档 " + place(record) + " " + name))
        .stream()
        .toList();
  }

  private Optional<String> enroll(Submission record, Wording wording) {
    return unknown(record)
        .map(name -> wording.say(FileWords.OFFER, Map.of("place", place(record), "name", name)));
  }

  /** A household that is to be put on file, where its town has a register and it is not there. */
  private Optional<String> unknown(Submission record) {
    var directory = surroundings.directory();
    var town = directory.around(record.area(), Area.Kind.TOWN).map(Area::code);
    boolean kept =
        surroundings.register().areas().stream()
            .anyMatch(area -> town.filter(at -> directory.within(area, at)).isPresent());
    return kept
        ? record.answers().byQuestion().values().stream()
            .filter(value -> value instanceof Value.Household one && one.number().isEmpty())
            .map(value -> ((Value.Household) value).name())
            .findFirst()
        : Optional.empty();
  }

  /** The place as it is understood when it is said: a village behind its town. */
  private String place(Submission record) {
    var directory = surroundings.directory();
    var town = directory.around(record.area(), Area.Kind.TOWN).map(Area::name).orElse("");
    return directory
        .area(record.area())
        .map(Area::name)
        .map(name -> name.equals(town) ? name : town + name)
        .orElse("");
  }

  /** To change what was shown from a household's file and answered otherwise. */
  private Optional<String> change(
      Question question, Submission record, Person speaker, Wording wording) {
    var given = record.answers().get(question.id());
    var filed =
        Filed.of(question, record.answers(), hearing(speaker))
            .filter(any -> isOfHousehold(question, record));
    var change = given.flatMap(said -> filed.flatMap(on -> change(question, on.answer(), said)));
    return change.map(
        words ->
            wording.say(
                FileWords.DIFFERS,
                Map.of(
                    "label", question.label(),
                    "filed", shown(filed.orElseThrow().answer(), question, wording),
                    "given", shown(given.orElseThrow(), question, wording),
                    "number", filed.orElseThrow().household().number().text(),
                    "change", words)));
  }

  private static boolean isOfHousehold(Question question, Submission record) {
    return question
        .from()
        .flatMap(from -> record.answers().get(from.who()))
        .filter(Value.Household.class::isInstance)
        .isPresent();
  }

  private Hearing hearing(Person speaker) {
    return new Hearing(
        surroundings.directory(),
        speaker.area(),
        LocalDateTime.now(surroundings.clock()),
        OpenMatters.NONE,
        surroundings.register());
  }

  private static String shown(Value value, Question question, Wording wording) {
    return Shown.value(value, question.type(), wording);
  }

  /**
   * What follows 变更 and the number; empty where the answer does not contradict the file: fewer
   * people may be met than belong to a household, and a town may be told in place of its village.
   */
  private Optional<String> change(Question question, Value filed, Value given) {
    return switch (given) {
      case Value.Whole now when question.from().flatMap(Prefill::grouping).isPresent() ->
          Optional.empty(); // a category is one of somebody's, not a number of the household's
      case Value.Whole now ->
          filed instanceof Value.Whole before && now.number() > before.number()
              ? field(HouseholdField.SIZE, Long.toString(now.number()))
              : Optional.empty();
      case Value.Phone phone ->
          phone.equals(filed) ? Optional.empty() : field(HouseholdField.PHONE, phone.number());
      case Value.Text(String text) ->
          given.equals(filed) ? Optional.empty() : field(field(question), text);
      case Value.One(String option) ->
          given.equals(filed) ? Optional.empty() : added(option, question.type());
      case Value.Many(List<String> options) ->
          options.stream()
              .filter(
                  option ->
                      filed instanceof Value.Many before && !before.options().contains(option))
              .findFirst()
              .flatMap(option -> added(option, question.type()));
      case Value.Place place -> place(place, filed);
      default -> Optional.empty(); // nothing else is on file
    };
  }

  private Optional<String> place(Value.Place given, Value filed) {
    boolean fits =
        filed instanceof Value.Place before
            && surroundings
                .directory()
                .within(new AreaCode(before.code()), new AreaCode(given.code()));
    return fits ? Optional.empty() : field(HouseholdField.AREA, given.name());
  }

  private static HouseholdField field(Question question) {
    return switch (question.from().map(Prefill::fact).orElse(Prefill.Fact.ADDRESS)) {
      case CONTACT -> HouseholdField.CONTACT;
      case SHELTER -> HouseholdField.SHELTER;
      default -> HouseholdField.ADDRESS; // the only other text
    };
  }

  private static Optional<String> field(HouseholdField field, String text) {
    return Optional.of(field.label() + " " + text);
  }

  private static Optional<String> added(String option, Type type) {
    return type.options().stream()
        .filter(one -> one.id().equals(option))
        .map(Option::label)
        .findFirst()
        .map(label -> "类别 加" + label);
  }
}
