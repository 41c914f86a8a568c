package org.lanshao.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a condition can come to, found by trying every answer that could make a difference. Makes no
 * claim ({@code false} for both) when there would be too many to try or when numbers are reckoned
 * with, for which trying proves nothing.
 */
record Possibility(boolean neverHolds, boolean neverFails) {
  private static final Possibility ANYTHING = new Possibility(false, false);

  /** More would make checking slow; real conditions need some dozens. */
  private static final int MOST = 20_000;

  /** What a condition of this form can come to. */
  static Possibility of(Form form, Expr condition) {
    var constants = new Constants();
    if (!constants.of(condition)) {
      return ANYTHING;
    }
    var candidates = new LinkedHashMap<QuestionId, List<Optional<Value>>>();
    long combinations = 1;
    for (QuestionId id : ConditionLinter.questions(condition)) {
      var question = form.question(id);
      if (question.isEmpty() || !isTryable(question.get().type())) {
        return ANYTHING;
      }
      var values = constants.candidates(question.get());
      combinations *= values.size();
      candidates.put(id, values);
      if (combinations > MOST) {
        return ANYTHING;
      }
    }
    return tried(condition, combinations(candidates));
  }

  /** Whether a few answers stand for all that a condition can be asked about. */
  private static boolean isTryable(Type type) {
    return switch (type) {
      case Type.Decimal decimal -> false;
      case Type.Date date -> false;
      case Type.Time time -> false;
      case Type.DateTime dateTime -> false;
      case Type.Computed computed -> false;
      case Type.Text text -> true;
      case Type.Whole whole -> true;
      case Type.YesNo yesNo -> true;
      case Type.Choice choice -> true;
      case Type.Choices choices -> true;
      case Type.Place place -> true;
      case Type.Person person -> true;
      case Type.Household household -> true;
      case Type.Phone phone -> true;
      case Type.IdNumber idNumber -> true;
      case Type.Photos photos -> true;
      case Type.File file -> true;
      case Type.Location location -> true;
      case Type.Group group -> true;
      case Type.Note note -> true;
    };
  }

  private static Possibility tried(Expr condition, List<Answers> answers) {
    return new Possibility(
        answers.stream().noneMatch(one -> Evaluation.holds(condition, one)),
        answers.stream().noneMatch(one -> Evaluation.fails(condition, one)));
  }

  private static List<Answers> combinations(Map<QuestionId, List<Optional<Value>>> candidates) {
    var all = List.of(Answers.NONE);
    for (var entry : candidates.entrySet()) {
      var next = new ArrayList<Answers>();
      for (Answers answers : all) {
        for (Optional<Value> value : entry.getValue()) {
          next.add(value.map(one -> answers.with(entry.getKey(), one)).orElse(answers));
        }
      }
      all = next;
    }
    return all;
  }

  /** The constants that a condition compares with: between them nothing changes. */
  private static final class Constants {
    private final Set<Long> numbers = new TreeSet<>();
    private final Set<String> texts = new TreeSet<>();
    private final Set<String> options = new TreeSet<>();

    /** Collects them; false when trying would prove nothing. */
    boolean of(Expr expression) {
      return switch (expression) {
        case Expr.Literal(Value value) -> {
          keep(value);
          yield true;
        }
        case Expr.Answer answer -> true;
        case Expr.Answered answered -> true;
        case Expr.And(List<Expr> parts) -> parts.stream().allMatch(this::of);
        case Expr.Or(List<Expr> parts) -> parts.stream().allMatch(this::of);
        case Expr.Not(Expr part) -> of(part);
        case Expr.Compare(Expr.Comparison comparison, Expr left, Expr right) ->
            (left instanceof Expr.Literal || right instanceof Expr.Literal)
                && of(left)
                && of(right);
        case Expr.Has(QuestionId question, String option) -> {
          options.add(option);
          yield true;
        }
        case Expr.Arithmetic arithmetic -> false;
        case Expr.Sum sum -> false;
        case Expr.Across across -> false;
        case Expr.Size size -> false;
      };
    }

    private void keep(Value value) {
      switch (value) {
        case Value.Whole(long number, boolean approximate) -> numbers.add(number);
        case Value.Text(String text) -> texts.add(text);
        default -> {} // no other constant is tried
      }
    }

    /** The answers of a question that could make a difference; empty stands for none. */
    List<Optional<Value>> candidates(Question question) {
      var values = new ArrayList<Optional<Value>>();
      if (question.optional() || !question.when().equals(Expr.ALWAYS)) {
        values.add(Optional.empty());
      }
      answers(question.type()).forEach(value -> values.add(Optional.of(value)));
      return values;
    }

    private List<Value> answers(Type type) {
      return switch (type) {
        case Type.YesNo() -> List.of(new Value.YesNo(true), new Value.YesNo(false));
        case Type.Whole(long min, long max, List<String> units) -> numbers(min, max);
        case Type.Choice(List<Option> all) ->
            all.stream().<Value>map(option -> new Value.One(option.id())).toList();
        case Type.Choices(List<Option> all) -> subsets(all);
        case Type.Text text -> texts();
        case Type.Note note -> List.of();
        default -> List.of(new Value.Text("")); // only whether it is answered can be asked
      };
    }

    private List<Value> numbers(long min, long max) {
      var near = new TreeSet<Long>(Set.of(min, max));
      numbers.forEach(number -> near.addAll(Set.of(number - 1, number, number + 1)));
      return near.stream()
          .filter(number -> number >= min && number <= max)
          .<Value>map(number -> new Value.Whole(number))
          .toList();
    }

    private List<Value> texts() {
      var values = new ArrayList<Value>();
      texts.forEach(text -> values.add(new Value.Text(text)));
      values.add(new Value.Text(String.join("", texts) + "*"));
      return values;
    }

    /** Every choice among the options that the condition names, with one other if there is one. */
    private List<Value> subsets(List<Option> all) {
      var named = all.stream().map(Option::id).filter(options::contains).limit(12).toList();
      var other = all.stream().map(Option::id).filter(id -> !options.contains(id)).findFirst();
      var values = new ArrayList<Value>();
      for (int bits = 0; bits < 1 << named.size(); bits++) {
        var chosen = new ArrayList<String>();
        for (int i = 0; i < named.size(); i++) {
          if ((bits >> i & 1) == 1) {
            chosen.add(named.get(i));
          }
        }
        if (bits == 0) {
          other.ifPresent(chosen::add);
        }
        if (!chosen.isEmpty()) {
          values.add(new Value.Many(chosen));
        }
      }
      return values;
    }
  }
}
