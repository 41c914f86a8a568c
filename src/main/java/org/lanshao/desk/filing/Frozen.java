package org.lanshao.desk.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.Value;
import org.lanshao.record.Submission;
import org.lanshao.register.Categories;
import org.lanshao.register.Client;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.Register;

/**
 * What the register tells of those whom a record names, answered when it is filed and never asked:
 * the category that it counts under, whatever becomes of the household later.
 */
final class Frozen {
  private final Register register;

  Frozen(Register register) {
    this.register = register;
  }

  /** The answers of a record of this day, with those of the register. */
  Answers of(Form form, Answers answers, LocalDate day) {
    var all = answers;
    for (Question question : filed(form)) {
      all = all.with(question.id(), new Value.One(category(question, answers, day)));
    }
    return all;
  }

  /** The same of a record that is corrected: who is still the one of before stays as of then. */
  Answers again(Form form, Answers answers, Submission before) {
    var all = of(form, answers, before.day());
    for (Question question : filed(form)) {
      if (isSame(who(question, answers), who(question, before.answers()))) {
        var then = before.answers().get(question.id());
        all = then.isPresent() ? all.with(question.id(), then.get()) : all.without(question.id());
      }
    }
    return all;
  }

  private static List<Question> filed(Form form) {
    return form.questions().stream().filter(Question::isFiled).toList();
  }

  private static Optional<Value> who(Question question, Answers answers) {
    return question.from().flatMap(from -> answers.get(from.who()));
  }

  private static boolean isSame(Optional<Value> one, Optional<Value> other) {
    var number = one.flatMap(Frozen::number);
    return number.isPresent() ? number.equals(other.flatMap(Frozen::number)) : one.equals(other);
  }

  private static Optional<FileNumber> number(Value who) {
    return switch (who) {
      case Value.Household household -> household.number().map(FileNumber::new);
      case Value.Person person -> person.number().map(FileNumber::new);
      default -> Optional.empty(); // nobody else is on file
    };
  }

  /** The first of the question's groups that a household, or the person who is named, is in. */
  private String category(Question question, Answers answers, LocalDate day) {
    var groups =
        question.type().options().stream()
            .filter(option -> !option.id().equals(Question.Manner.Filed.UNFILED))
            .toList();
    return who(question, answers)
        .flatMap(Frozen::number)
        .flatMap(number -> category(groups, number, day))
        .orElse(Question.Manner.Filed.UNFILED);
  }

  private Optional<String> category(List<Option> groups, FileNumber number, LocalDate day) {
    var categories = new Categories(groups);
    var person = number.household().flatMap(register::household).flatMap(h -> of(h, number));
    return person
        .map(client -> categories.primary(client, day))
        .or(() -> register.household(number).map(one -> categories.primary(one, day)));
  }

  private static Optional<Client> of(Household household, FileNumber number) {
    return household.clients().stream().filter(one -> one.number().equals(number)).findFirst();
  }
}
