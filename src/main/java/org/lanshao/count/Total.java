package org.lanshao.count;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.lanshao.form.Measure;

/** A measure and its number in some scope and range. */
public record Total(Measure measure, long number) {
  /** The order in which people read measures: distinct ones first. */
  public static final Comparator<Measure> AS_TOLD =
      Comparator.comparing(measure -> measure.amount() instanceof Measure.Amount.Add);

  /** The totals of one form as people read them, distinct ones first: {@code 3户 5户次 12人次}. */
  public static String text(List<Total> totals) {
    return text(totals, (measure, number) -> Long.toString(number));
  }

  /** The same, with each number as it may be shown. */
  public static String text(List<Total> totals, Shown shown) {
    return totals.stream()
        .sorted(Comparator.comparing(Total::measure, AS_TOLD))
        .map(total -> joined(total.measure(), shown.text(total.measure(), total.number())))
        .collect(Collectors.joining(" "));
  }

  /** 3户, but 3 households and 1 household. */
  public static String joined(Measure measure, String number) {
    return joined(number, number.equals("1") ? measure.single() : measure.label());
  }

  /** 3户, but 3 households. */
  public static String joined(String number, String label) {
    return number + (!label.isEmpty() && label.charAt(0) < 0x80 ? " " : "") + label;
  }

  /** How a number may be shown. */
  public interface Shown {
    /** The number as a text. */
    String text(Measure measure, long number);
  }
}
