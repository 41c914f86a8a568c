package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Ranges of days as people write them, as a table. */
class DayRangesTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 5, 14);

  @ParameterizedTest(name = "{1} on {0}")
  @CsvFileSource(resources = "/reading/day-ranges.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aTextMeansWhatTheTableSays(LocalDate today, String text, String expected) {
    assertThat(shown(DayRanges.read(text == null ? "" : text, today))).isEqualTo(expected);
  }

  private static String shown(DayRanges.Read read) {
    return switch (read) {
      case DayRanges.Read.Days(DayRange range, boolean fromYearStart) ->
          (fromYearStart ? "^" : "") + range.first() + ".." + range.last();
      case DayRanges.Read.Impossible(String date) -> "!" + date;
      case DayRanges.Read.Backwards() -> "<";
      case DayRanges.Read.Nothing() -> "-";
    };
  }

  @Test
  void aTextOfAnyLengthIsAnswered() {
    assertThat(DayRanges.read("1到".repeat(10_000), TODAY)).isEqualTo(new DayRanges.Read.Nothing());
  }

  @Test
  void noTextMakesItFail() {
    var pieces = "今去年本上下月周日号初旬以来截止至到开始起-./0123456789 一二十〇半季度第近天".codePoints().toArray();
    var random = new Random(20220514);
    for (int i = 0; i < 20_000 * Integer.getInteger("effort", 1); i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(14); length > 0; length--) {
        text.appendCodePoint(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(DayRanges.read(text.toString(), TODAY)).as("%s", text).isNotNull();
    }
  }
}
