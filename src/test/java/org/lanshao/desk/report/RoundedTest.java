package org.lanshao.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.form.Template;
import org.lanshao.form.Wording;

/** Large numbers as reports print them. */
class RoundedTest {
  private static final Wording WORDING =
      new Wording(Map.of("report.ten-thousands", Template.of("{number}万 {thousands}k")));

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "9999, 9999",
    "10000, 1万 10k",
    "24499, 2.4万 24k",
    "24500, 2.5万 25k",
    "25000, 2.5万 25k",
    "104000, 10.4万 104k",
    "99999999, 10000万 100000k"
  })
  void oneDecimalThatIsNotZero(long number, String told) {
    assertThat(Rounded.text(number, WORDING)).isEqualTo(told);
  }
}
