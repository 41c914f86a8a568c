package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;
import org.lanshao.form.Option;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** The cases stand in tables beside this class: a new case is a new line. */
class AnswerTest {
  private static final Directory DIRECTORY = BundledDirectory.read();
  private static final LocalDateTime NOON = LocalDateTime.of(2022, 5, 10, 12, 0);
  private static final Hearing HEARING = new Hearing(DIRECTORY, new AreaCode("445300"), NOON);
  private static final Type WHOLE = new Type.Whole(0, 1000, List.of("人", "名", "口"));
  private static final Type CHOICE =
      new Type.Choice(
          List.of(
              option("home", "入户", "上门"),
              option("phone", "电访", "电话", "打电话"),
              option("tekun", "分散特困"),
              option("tekun_home", "集中特困", "特困院"),
              option("none", "没有受伤"),
              option("slash", "山洪/滑坡"),
              option("low", "低保"),
              option("low_margin", "低保边缘"),
              option("four", "4G", "四级"),
              option("other", "其他", "其它")));
  private static final Type TWINS =
      new Type.Choice(List.of(option("a", "防汛宣传"), option("b", "防汛检查"), option("c", "其他")));
  private static final Type CHOICES =
      new Type.Choices(
          List.of(
              option("routine", "日常"),
              option("flood", "防汛", "三防"),
              option("drowning", "防溺水", "溺水"),
              option("low", "低保"),
              option("low_margin", "低保边缘"),
              option("disabled", "残疾"),
              option("follow", "回访", "跟进"),
              option("slash", "山洪/滑坡", "滑坡")));

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource
  void wholeNumbersAreReadOrRefusedAsTheTableSays(String message, String meaning) {
    assertThat(told(Answer.read(message, WHOLE, HEARING))).isEqualTo(meaning);
  }

  static Stream<Object[]> wholeNumbersAreReadOrRefusedAsTheTableSays() {
    return rows("whole.tsv", 2);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource
  void yesAndNoAreReadAsTheTableSays(String message, String meaning) {
    assertThat(told(Answer.read(message, new Type.YesNo(), HEARING))).isEqualTo(meaning);
  }

  static Stream<Object[]> yesAndNoAreReadAsTheTableSays() {
    return rows("yes-no.tsv", 2);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource
  void aChoiceIsReadByNumberLabelAliasOrId(String message, String meaning) {
    assertThat(told(Answer.read(message, CHOICE, HEARING))).isEqualTo(meaning);
  }

  static Stream<Object[]> aChoiceIsReadByNumberLabelAliasOrId() {
    return rows("choice.tsv", 2);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource
  void theBeginningOfSeveralLabelsIsAmbiguous(String message, String meaning) {
    assertThat(told(Answer.read(message, TWINS, HEARING))).isEqualTo(meaning);
  }

  static Stream<Object[]> theBeginningOfSeveralLabelsIsAmbiguous() {
    return rows("choice-ambiguous.tsv", 2);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource
  void severalChoicesAreReadWithOrWithoutSomethingBetweenThem(String message, String meaning) {
    assertThat(told(Answer.read(message, CHOICES, HEARING))).isEqualTo(meaning);
  }

  static Stream<Object[]> severalChoicesAreReadWithOrWithoutSomethingBetweenThem() {
    return rows("choices.tsv", 2);
  }

  @ParameterizedTest(name = "in {0}, {1} is {2}")
  @MethodSource
  void aPlaceIsWhatItMeansToTheSpeaker(String near, String message, String meaning) {
    var reading =
        Answer.read(message, new Type.Place(), new Hearing(DIRECTORY, new AreaCode(near), NOON));

    assertThat(told(reading)).isEqualTo(meaning);
  }

  static Stream<Object[]> aPlaceIsWhatItMeansToTheSpeaker() {
    return rows("place.tsv", 3);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource
  void widthCaseSpacesAndPunctuationDoNotMatter(String message, String equal) {
    assertThat(Folding.tight(message)).isEqualTo(equal);
  }

  static Stream<Object[]> widthCaseSpacesAndPunctuationDoNotMatter() {
    return rows("tight.tsv", 2);
  }

  @Test
  void textIsKeptAsWrittenButForItsEnds() {
    assertThat(told(Answer.read("  电线老化，Ｗ3 。\n", new Type.Text(20), HEARING)))
        .isEqualTo("电线老化，Ｗ3 。");
  }

  @Test
  void textLosesWhatNoDatabaseCanHold() {
    assertThat(told(Answer.read("a\0b\uD800c\td\u0007", new Type.Text(20), HEARING)))
        .isEqualTo("ab\uFFFDc\td");
  }

  @Test
  void textIsMeasuredInCharactersAsPeopleCountThem() {
    var type = new Type.Text(3);

    assertThat(told(Answer.read("𠮷𠮷𠮷", type, HEARING))).isEqualTo("𠮷𠮷𠮷");
    assertThat(Answer.read("𠮷𠮷𠮷𠮷", type, HEARING)).isEqualTo(new Reading.TooLong(3));
    assertThat(told(Answer.read(" \n ", type, HEARING))).isEqualTo("?");
  }

  private static Stream<Object[]> rows(String table, int columns) {
    return Tables.rows(AnswerTest.class, table, columns).stream().map(row -> (Object[]) row);
  }

  private static Option option(String id, String label, String... aliases) {
    return new Option(id, label, Arrays.asList(aliases));
  }

  /** A reading in the words of the tables. */
  private static String told(Reading reading) {
    return switch (reading) {
      case Reading.Understood(Value value) -> told(value);
      case Reading.Ambiguous(List<Value> candidates) ->
          candidates.stream().map(AnswerTest::told).collect(Collectors.joining(" "));
      case Reading.OutOfRange outOfRange -> "out";
      case Reading.TooLong tooLong -> "long";
      case Reading.TooWide tooWide -> "wide";
      case Reading.Vague vague -> "vague";
      case Reading.NotUnderstood notUnderstood -> "?";
    };
  }

  private static String told(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Whole whole -> (whole.approximate() ? "约" : "") + whole.number();
      case Value.YesNo(boolean yes) -> yes ? "yes" : "no";
      case Value.One(String option) -> option;
      case Value.Many many -> String.join(" ", many.options());
      case Value.Place(String code, String name) -> code;
      default -> value.toString();
    };
  }
}
