package org.lanshao.desk.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.lanshao.form.Wording;

/** Numbers in 万, as reports print them: one decimal, none that is 0. */
final class Rounded {
  private static final long TEN_THOUSAND = 10_000;

  private Rounded() {}

  /** 2.5万; smaller numbers exactly. */
  static String text(long number, Wording wording) {
    if (number < TEN_THOUSAND) {
      return Long.toString(number);
    }
    var rounded = BigDecimal.valueOf(number, 4).setScale(1, RoundingMode.HALF_UP);
    var slots =
        Map.of(
            "number", rounded.stripTrailingZeros().toPlainString(),
            "thousands", rounded.movePointRight(1).toBigInteger().toString());
    return wording.say(ReportWords.TEN_THOUSANDS, slots);
  }
}
