package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of one and two letters, and their practice, however they are written. */
class RecordNumberTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VA12          | VA  | 12",
        "va 12         | VA  | 12",
        "ＶＡ１２      | VA  | 12",
        "第VA12号      | VA  | 12",
        "编号 va0012   | VA  | 12",
        "Va12人数 4    | VA  | 12",
        "VAX3          | VAX | 3",
        "vax 3         | VAX | 3",
        "VX3           | VX  | 3",
        "V12           | V   | 12",
        "XX7           | XX  | 7",
        "X7            | X   | 7",
        "12            | ''  | 12"
      })
  void areRead(String written, String letter, String digits) {
    var number = RecordNumber.first(written).orElseThrow();

    assertThat(number.letter()).isEqualTo(letter);
    assertThat(number.digits()).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({"VAB12", "VXY3", "陈VA12", "VA", "VA0"})
  void areNotReadOutOfOtherWords(String written) {
    assertThat(RecordNumber.first(written)).isEmpty();
  }

  @Test
  void oneOfTwoLettersIsNotTakenForTheOneThatItBeginsOrEndsWith() {
    assertThat(RecordNumber.in("V1 转 VA1，A1和ABC1，另有2 va 3"))
        .extracting(RecordNumber::text)
        .containsExactly("V1", "VA1", "A1", "2", "VA3");
  }

  @ParameterizedTest
  @CsvSource({
    "V3, false, V",
    "VX3, true, V",
    "VA3, false, VA",
    "VAX3, true, VA",
    "X3, false, X",
    "XX3, true, X",
    "XA3, false, XA",
    "VAX, true, VA",
    "445381101-0007, false, ''"
  })
  void tellWhetherTheyAreOfPractice(String number, boolean practice, String letter) {
    assertThat(Practice.is(number)).isEqualTo(practice);
    assertThat(Practice.letter(number)).isEqualTo(letter);
  }

  @Test
  void wordsNameOneOfPracticeOrNot() {
    assertThat(Practice.isNamed("更正 vax 3 人次4")).isTrue();
    assertThat(Practice.isNamed("更正VX3人次4")).isTrue();
    assertThat(Practice.isNamed("更正 VA3 人次4")).isFalse();
    assertThat(Practice.isNamed("更正 X3")).isFalse();
  }
}
