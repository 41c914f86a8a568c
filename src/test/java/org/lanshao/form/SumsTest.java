package org.lanshao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions over groups, fractions, days and times. */
class SumsTest {
  private static final Map<String, Type> TYPES =
      Map.of(
          "people", new Type.Whole(0, 100, List.of()),
          "about", new Type.Whole(0, 1000, List.of()),
          "open", new Type.Whole(0, 100, List.of()),
          "depth", new Type.Decimal(BigDecimal.ZERO, BigDecimal.TEN, 2, List.of()),
          "found", new Type.Date(Type.Days.ANY),
          "due", new Type.Date(Type.Days.ANY),
          "clock", new Type.Time(),
          "photos", new Type.Photos(9),
          "persons", group("count", "kilos"),
          "none", group("count_too", "kilos_too"));

  private static final Answers ANSWERS =
      Answers.NONE
          .with(id("people"), new Value.Whole(5))
          .with(id("about"), new Value.Whole(200, true))
          .with(id("depth"), new Value.Decimal(new BigDecimal("2.5")))
          .with(id("found"), new Value.Date(LocalDate.of(2022, 5, 9)))
          .with(id("due"), new Value.Date(LocalDate.of(2022, 5, 10)))
          .with(id("clock"), new Value.Time(LocalTime.of(20, 30)))
          .with(id("photos"), new Value.Photos(List.of(new Media.Kept("a"), new Media.Kept("b"))))
          .with(id("persons"), new Value.Group(List.of(item(2), item(3), Answers.NONE)))
          .with(id("none"), new Value.Group(List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          people + 1                          | 6
          people + depth                      | 7.5
          people * 0.5                        | 2.5
          depth * 2                           | 5
          -people                             | -5
          people + open                       | ?
          sum(people, open)                   | 5
          sum(open)                           | ?
          sum(people, depth, 0.5)             | 8
          sum(persons.count)                  | 5
          sum(persons.count, people)          | 10
          sum(persons.kilos)                  | 0
          sum(none.count_too)                 | 0
          sum(persons.count) + count(persons) | 8
          count(persons)                      | 3
          count(none)                         | 0
          count(photos)                       | 2
          about + 1                           | ~201
          sum(persons.count, about)           | ~205
          9223372036854775807 + people        | ?
          """)
  void aNumberIsReckonedFromWhatIsKnown(String text, String value) {
    var mistakes = new Mistakes();
    var number = ExprReader.number(text, "value", Line.of("f.yaml"), known(), mistakes);

    assertThat(mistakes.sorted()).isEmpty();
    assertThat(Evaluation.value(number, ANSWERS).map(SumsTest::told).orElse("?")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          due > found                                      | true
          found = "2022-05-09"                             | true
          found < "2022-05-09"                             | false
          clock >= "20:30"                                 | true
          clock < "08:00"                                  | false
          depth <= 2.50                                    | true
          depth = people                                   | false
          about >= 200                                     | true
          sum(persons.count) = people                      | true
          sum(persons.count) = people + 1                  | false
          count(persons) <= 3 and due >= found             | true
          """)
  void daysTimesAndNumbersAreCompared(String text, boolean holds) {
    var mistakes = new Mistakes();
    var condition = ExprReader.condition(text, "that", Line.of("f.yaml"), known(), mistakes);

    assertThat(mistakes.sorted()).isEmpty();
    assertThat(Evaluation.holds(condition, ANSWERS)).isEqualTo(holds);
    assertThat(Evaluation.fails(condition, ANSWERS)).isEqualTo(!holds);
  }

  @Test
  void equalFractionsAreEqualHoweverTheyAreWritten() {
    assertThat(new Value.Decimal(new BigDecimal("2.50")))
        .isEqualTo(new Value.Decimal(new BigDecimal("2.5")));
    assertThat(new Value.Decimal(new BigDecimal("1E+2")).number().toPlainString()).isEqualTo("100");
  }

  private static String told(Value value) {
    return switch (value) {
      case Value.Whole(long number, boolean about) -> (about ? "~" : "") + number;
      case Value.Decimal(BigDecimal number, boolean about) ->
          (about ? "~" : "") + number.toPlainString();
      default -> value.toString();
    };
  }

  private static Known known() {
    return new Known(TYPES, Set.of());
  }

  private static Answers item(long count) {
    return Answers.NONE.with(id("count"), new Value.Whole(count));
  }

  private static Type group(String count, String kilos) {
    return new Type.Group(
        List.of(
            question(count, new Type.Whole(0, 9, List.of())),
            question(kilos, new Type.Decimal(BigDecimal.ZERO, BigDecimal.TEN, 1, List.of()))),
        0,
        9);
  }

  private static Question question(String id, Type type) {
    return new Question(
        id(id),
        type,
        "？",
        id,
        Expr.ALWAYS,
        Optional.empty(),
        Optional.empty(),
        true,
        List.of(),
        Help.NONE,
        new Question.Manner.Asked());
  }

  private static QuestionId id(String text) {
    return new QuestionId(text);
  }
}
