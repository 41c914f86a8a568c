package org.lanshao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Prefill.Fact;

/**
 * That the records of a form put households on file: {@code enrolls: {household: home, people:
 * people}}.
 *
 * @param group the group whose items are households; empty where a record tells of one household
 * @param household the question that says which household, one of the group if there is one
 * @param facts the questions that say what is put on file of it, each beside {@code household}
 */
public record Enrolls(
    Optional<QuestionId> group, QuestionId household, Map<Fact, QuestionId> facts) {
  /** Copies the map. */
  public Enrolls {
    facts = Map.copyOf(facts);
  }

  /** The answers that tell of a household each, in their order; none where nobody is named. */
  public List<Answers> each(Answers answers) {
    var each = new ArrayList<Answers>();
    if (group.isEmpty()) {
      each.add(answers);
    } else if (answers.get(group.get()).orElse(null) instanceof Value.Group(List<Answers> items)) {
      each.addAll(items);
    }
    each.removeIf(one -> named(one).isEmpty());
    return List.copyOf(each);
  }

  /** The household that answers name; empty when they name none. */
  public Optional<Value.Household> named(Answers answers) {
    return answers
        .get(household)
        .filter(Value.Household.class::isInstance)
        .map(Value.Household.class::cast);
  }

  /** What answers say of a household; empty when they do not, or the form does not ask. */
  public Optional<Value> fact(Fact fact, Answers answers) {
    return Optional.ofNullable(facts.get(fact)).flatMap(answers::get);
  }

  /**
   * The categories that may be put on file: the options of the first form that asks for them; none
   * where no form does.
   */
  public static List<Option> categories(List<Form> forms) {
    return forms.stream()
        .flatMap(form -> form.enrolls().flatMap(enrolls -> enrolls.categories(form)).stream())
        .findFirst()
        .orElse(List.of());
  }

  private Optional<List<Option>> categories(Form form) {
    var questions =
        group
            .flatMap(form::question)
            .map(Question::type)
            .filter(Type.Group.class::isInstance)
            .map(type -> ((Type.Group) type).questions())
            .orElse(form.questions());
    return Optional.ofNullable(facts.get(Fact.CATEGORY))
        .flatMap(id -> questions.stream().filter(one -> one.id().equals(id)).findFirst())
        .map(question -> question.type().options());
  }
}
