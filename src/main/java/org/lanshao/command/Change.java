package org.lanshao.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lanshao.count.Total;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;

/** How a number changed: 户次 280→300（+7.1%）. */
final class Change {
  private Change() {}

  static String text(Total before, Total now, Asked asked, Wording wording) {
    var from = asked.shown(before.measure(), before.number());
    var to = asked.shown(now.measure(), now.number());
    boolean told = before.number() > 0 && !from.startsWith("<") && !to.startsWith("<");
    var change = "%s %s→%s".formatted(now.measure().label(), from, to);
    return told ? Marks.aside(change, percent(before.number(), now.number()), wording) : change;
  }

  /** +7.1%, −12%, 0%: one digit behind the point, none if it is 0. */
  private static String percent(long before, long now) {
    var share =
        BigDecimal.valueOf(now - before)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(before), 1, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return (share.signum() > 0 ? "+" : "") + share.toPlainString() + "%";
  }
}
