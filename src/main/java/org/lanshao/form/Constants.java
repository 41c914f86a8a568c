package org.lanshao.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The constants that a condition compares with: between them nothing changes. */
final class Constants {
  private final Set<Long> numbers = new TreeSet<>();
  private final Set<String> texts = new TreeSet<>();
  private final Set<String> options = new TreeSet<>();

  /** Whether a few answers stand for all that a condition can be asked about. */
  static boolean isTryable(Type type) {
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
      case Type.Matter matter -> true;
      case Type.Group group -> true;
      case Type.Note note -> true;
    };
  }

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
          (left instanceof Expr.Literal || right instanceof Expr.Literal) && of(left) && of(right);
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

  /** The answers of a question that could make a difference. */
  List<Value> answers(Question question) {
    return answers(question.type());
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
