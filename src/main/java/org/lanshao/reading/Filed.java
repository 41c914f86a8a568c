package org.lanshao.reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Answers;
import org.lanshao.form.Option;
import org.lanshao.form.Prefill;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Tag;

/**
 * What is on file of the household or person that was answered, as the answer of a later question.
 *
 * @param household whose file it is; that of the person's household for a person
 * @param answer what stands there
 */
public record Filed(Household household, Value answer) {
  /**
   * What the file tells about a question; empty where the question asks for nothing on file, nobody
   * on file was answered, the file does not tell it or tells what the question does not take, or
   * the household is not of the town, or of the area in charge, of who speaks.
   */
  public static Optional<Filed> of(Question question, Answers answers, Hearing hearing) {
    return question
        .from()
        .flatMap(
            from ->
                answers
                    .get(from.who())
                    .flatMap(who -> file(who, hearing))
                    .filter(file -> isNear(file.household(), hearing))
                    .flatMap(
                        file ->
                            answer(question, from, file, new Told(answers, hearing))
                                .map(answer -> new Filed(file.household(), answer))));
  }

  /** A household, and of whom of it the facts are told: all of it, or one person. */
  private record File(Household household, Optional<Client> person) {
    List<Client> people() {
      return person.map(List::of).orElseGet(household::clients);
    }
  }

  private static Optional<File> file(Value who, Hearing hearing) {
    return switch (who) {
      case Value.Household household ->
          household
              .number()
              .map(FileNumber::new)
              .flatMap(hearing.register()::household)
              .map(one -> new File(one, Optional.empty()));
      case Value.Person person ->
          person.number().map(FileNumber::new).flatMap(number -> file(number, person, hearing));
      default -> Optional.empty(); // nobody else has a file
    };
  }

  private static Optional<File> file(FileNumber number, Value.Person person, Hearing hearing) {
    return hearing.register().named(person.name(), area -> true).stream()
        .flatMap(
            household ->
                household.clients().stream()
                    .filter(client -> client.number().equals(number))
                    .map(client -> new File(household, Optional.of(client))))
        .findFirst();
  }

  private static boolean isNear(Household household, Hearing hearing) {
    var directory = hearing.directory();
    var near = directory.around(hearing.near(), Area.Kind.TOWN).map(Area::code);
    return directory.within(household.area(), near.orElse(hearing.near()));
  }

  /** What was answered before, and when and where the file is looked into. */
  private record Told(Answers answers, Hearing hearing) {}

  private static Optional<Value> answer(Question question, Prefill from, File file, Told told) {
    var household = file.household();
    var hearing = told.hearing();
    return switch (from.fact()) {
      case PEOPLE -> people(size(from, household, told), question.type());
      case CATEGORY -> category(file, question.type(), hearing);
      case PLACE -> place(household.area(), hearing);
      case PHONE -> phone(file);
      case ADDRESS -> text(household.get(HouseholdField.ADDRESS), question.type());
      case CONTACT -> text(household.get(HouseholdField.CONTACT), question.type());
      case SHELTER -> text(household.get(HouseholdField.SHELTER), question.type());
    };
  }

  /** How many belong to it, or of those who are told of to some categories; 0 where unknown. */
  private static int size(Prefill from, Household household, Told told) {
    return from.grouping()
        .map(
            grouping ->
                told.answers().get(grouping.total()).stream()
                    .flatMap(
                        all ->
                            all instanceof Value.Whole(long n, boolean about)
                                ? Stream.of((int) n)
                                : Stream.of())
                    .mapToInt(
                        all -> Members.of(household, grouping, told.hearing().today()).among(all))
                    .sum())
        .orElseGet(household::size);
  }

  private static Optional<Value> people(int size, Type type) {
    return size > 0
            && type instanceof Type.Whole whole
            && whole.min() <= size
            && size <= whole.max()
        ? Optional.of(new Value.Whole(size))
        : Optional.empty();
  }

  /** Of the groups that are among the options: the first of these, or all. */
  private static Optional<Value> category(File file, Type type, Hearing hearing) {
    var held =
        file.people().stream()
            .flatMap(client -> client.tags().stream())
            .filter(tag -> tag.holds(hearing.today()))
            .map(Tag::category)
            .toList();
    var chosen = type.options().stream().map(Option::id).filter(held::contains).toList();
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        type instanceof Type.Choice ? new Value.One(chosen.getFirst()) : new Value.Many(chosen));
  }

  private static Optional<Value> place(AreaCode code, Hearing hearing) {
    return new Files(hearing).place(code).map(place -> place);
  }

  private static Optional<Value> phone(File file) {
    return Stream.of(
            file.person().map(client -> client.get(ClientField.OWN_PHONE)).orElse(""),
            file.household().get(HouseholdField.PHONE))
        .filter(number -> !number.isEmpty())
        .<Value>map(Value.Phone::new)
        .findFirst();
  }

  private static Optional<Value> text(String text, Type type) {
    boolean fits =
        type instanceof Type.Text taking && text.codePointCount(0, text.length()) <= taking.max();
    return text.isEmpty() || !fits ? Optional.empty() : Optional.of(new Value.Text(text));
  }

  /** Without what is private. */
  @Override
  public String toString() {
    return "Filed[" + household.number() + "]";
  }
}
