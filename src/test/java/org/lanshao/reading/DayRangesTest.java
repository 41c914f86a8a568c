package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lanshao.Effort;

/** What holds for every text; what ranges of days mean is in the tables. */
class DayRangesTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 5, 14);

  @Test
  void aTextOfAnyLengthIsAnswered() {
    assertThat(DayRanges.read("1到".repeat(10_000), TODAY)).isEqualTo(new DayRanges.Read.Nothing());
  }

  @Test
  void noTextMakesItFail() {
    var pieces = "今去年本上下月周日号初旬以来截止至到开始起-./0123456789 一二十〇半季度第近天".codePoints().toArray();
    var random = new Random(20220514);
    for (int i = 0; i < Effort.of(20_000); i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(14); length > 0; length--) {
        text.appendCodePoint(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(DayRanges.read(text.toString(), TODAY)).as("%s", text).isNotNull();
    }
  }
}
