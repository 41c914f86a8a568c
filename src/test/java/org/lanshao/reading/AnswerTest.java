package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Type;

/** What text answers keep; the other types are in the tables of {@link ReadingTablesTest}. */
class AnswerTest {
  private static final Hearing HEARING =
      new Hearing(
          BundledDirectory.read(), new AreaCode("445300"), LocalDateTime.of(2022, 5, 14, 12, 0));

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource
  void widthCaseSpacesAndPunctuationDoNotMatter(String message, String equal) {
    assertThat(Folding.tight(message)).isEqualTo(equal);
  }

  static Stream<Object[]> widthCaseSpacesAndPunctuationDoNotMatter() {
    return Tables.rows(AnswerTest.class, "tight.tsv", 2).stream().map(row -> (Object[]) row);
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

  private static String told(Reading reading) {
    return Told.of(reading).words();
  }
}
