package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  private static final Known KNOWN =
      new Known(
          Map.of(
              "people", new Type.Whole(0, 100, List.of()),
              "more", new Type.Whole(0, 100, List.of()),
              "yes1", new Type.YesNo(),
              "no1", new Type.YesNo(),
              "open", new Type.YesNo(),
              "note", new Type.Text(10),
              "place", new Type.Place(),
              "kind", new Type.Choice(options("fire", "flood")),
              "purpose", new Type.Choices(options("fire", "flood", "other"))),
          Set.of());

  private static final Answers ANSWERS =
      Answers.NONE
          .with(id("people"), new Value.Whole(5))
          .with(id("yes1"), new Value.YesNo(true))
          .with(id("no1"), new Value.YesNo(false))
          .with(id("note"), new Value.Text("村口"))
          .with(id("kind"), new Value.One("fire"))
          .with(id("purpose"), new Value.Many(List.of("fire", "other")));

  /** 1 holds, 0 fails, ? neither: {@code more}, {@code open} and {@code place} have no answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "yes1 ; 1",
        "no1 ; 0",
        "open ; ?",
        "not yes1 ; 0",
        "not no1 ; 1",
        "not open ; ?",
        "yes1 and yes1 ; 1",
        "yes1 and no1 ; 0",
        "yes1 and open ; ?",
        "open and yes1 ; ?",
        "no1 and open ; 0",
        "open and no1 ; 0",
        "open and open ; ?",
        "no1 or no1 ; 0",
        "no1 or yes1 ; 1",
        "no1 or open ; ?",
        "open or no1 ; ?",
        "yes1 or open ; 1",
        "open or yes1 ; 1",
        "no1 and no1 or yes1 ; 1",
        "no1 and (no1 or yes1) ; 0",
        "not no1 and no1 ; 0",
        "not (no1 and no1) ; 1",
        "people = 5 ; 1",
        "people == 6 ; 0",
        "people != 5 ; 0",
        "people <> 6 ; 1",
        "people < 5 ; 0",
        "people <= 5 ; 1",
        "people > 5 ; 0",
        "people >= 5 ; 1",
        "5 < people ; 0",
        "more = 5 ; ?",
        "more != 5 ; ?",
        "people < more ; ?",
        "people + 1 = 6 ; 1",
        "people - 6 = -1 ; 1",
        "people * 2 + 1 = 11 ; 1",
        "1 + people * 2 = 11 ; 1",
        "(1 + people) * 2 = 12 ; 1",
        "10 - 3 - 2 = people ; 1",
        "people + more > 0 ; ?",
        "people * 9223372036854775807 > 0 ; ?",
        "people * 9223372036854775807 - people * 9223372036854775806 = 5 ; ?",
        "kind = fire ; 1",
        "kind = flood ; 0",
        "kind != flood ; 1",
        "fire = kind ; 1",
        "kind = \"fire\" ; 1",
        "purpose has fire ; 1",
        "purpose has flood ; 0",
        "not purpose has flood ; 1",
        "note = \"村口\" ; 1",
        "note != '村口' ; 0",
        "note = “村口” ; 1",
        "yes1 = yes ; 1",
        "no1 = no ; 1",
        "yes1 != no1 ; 1",
        "open = no ; ?",
        "open = open ; ?",
        "answered(people) ; 1",
        "answered(more) ; 0",
        "not answered(place) ; 1",
        "ｐｅｏｐｌｅ　＞＝　５ and （yes1） ; 1",
        "people ≥ 5 ; 1",
        "people ≠ 5 ; 0",
        "people × 2 = 10 ; 1",
        "yes1 && yes1 ; 1",
        "no1 || no1 ; 0",
        "yes ; 1",
        "no ; 0"
      })
  void everyConditionIsTrueFalseOrUnknown(String condition, String truth) {
    var expression = expression(condition);

    assertThat(Evaluation.holds(expression, ANSWERS)).isEqualTo(truth.equals("1"));
    assertThat(Evaluation.fails(expression, ANSWERS)).isEqualTo(truth.equals("0"));
  }

  @Test
  void aNumberIsTheAnswerOrTheConstant() {
    assertThat(Evaluation.value(new Expr.Answer(id("people")), ANSWERS))
        .contains(new Value.Whole(5));
    assertThat(Evaluation.value(new Expr.Literal(new Value.Whole(1)), ANSWERS))
        .contains(new Value.Whole(1));
    assertThat(Evaluation.value(new Expr.Answer(id("more")), ANSWERS)).isEqualTo(Optional.empty());
  }

  @Test
  void anAnswerOfAnotherTypeThanExpectedMakesItUnknown() {
    var strange = Answers.NONE.with(id("purpose"), new Value.Whole(3));

    assertThat(Evaluation.holds(expression("purpose has fire"), strange)).isFalse();
    assertThat(Evaluation.fails(expression("purpose has fire"), strange)).isFalse();
  }

  private static Expr expression(String text) {
    var mistakes = new Mistakes();
    var expression = ExprReader.condition(text, "when", Line.of("test"), KNOWN, mistakes);
    assertThat(mistakes.sorted()).isEmpty();
    return expression;
  }

  private static List<Option> options(String... ids) {
    return java.util.Arrays.stream(ids).map(id -> new Option(id, id, List.of())).toList();
  }

  private static QuestionId id(String text) {
    return new QuestionId(text);
  }
}
