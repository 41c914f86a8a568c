package org.lanshao.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** Reads the answer of a whole-number question: a number, perhaps with one of its units. */
final class Amount {
  private static final int MOST_DIGITS = 9;
  private static final Pattern ENDS_IN_MEASURE = Pattern.compile("[个個]$");
  private static final Set<String> NOBODY =
      Set.of("一个都没有", "一个也没有", "一个都冇", "一个也冇", "一个都无", "一个也无");

  private Amount() {}

  static Reading read(String text, Type.Whole type) {
    if (isBare(text)) {
      return inRange(new BigDecimal(text), false, type);
    }
    var rough = Roughness.of(text);
    return rough
        .exact()
        .flatMap(said -> number(said, type))
        .map(number -> rough.judged(number, about -> inRange(number, about, type)))
        .orElseGet(() -> rough.isVague() ? new Reading.Vague() : new Reading.NotUnderstood());
  }

  /** Most answers are a few digits, which can mean one thing only. */
  private static boolean isBare(String text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS || text.charAt(0) == '0') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The text without unit, without measure word and unit, without measure word, and as it is. */
  private static Optional<BigDecimal> number(String said, Type.Whole type) {
    var withoutUnit = Quantity.withoutUnit(said, units(type));
    if (NOBODY.contains(said) || YesOrNo.isNothing(withoutUnit)) {
      return Optional.of(BigDecimal.ZERO);
    }
    return Stream.of(said, withoutUnit)
        .flatMap(rest -> Stream.of(rest, ENDS_IN_MEASURE.matcher(rest).replaceFirst("")))
        .flatMap(rest -> Quantity.read(rest).stream())
        .findFirst();
  }

  /** People are counted in 位 too, when one is polite. */
  private static List<String> units(Type.Whole type) {
    return type.units().contains("人")
        ? Stream.concat(type.units().stream(), Stream.of("位")).toList()
        : type.units();
  }

  private static Reading inRange(BigDecimal number, boolean about, Type.Whole type) {
    if (number.stripTrailingZeros().scale() > 0) {
      return new Reading.Vague();
    }
    return number.compareTo(BigDecimal.valueOf(type.min())) < 0
            || number.compareTo(BigDecimal.valueOf(type.max())) > 0
        ? new Reading.OutOfRange(type.min(), type.max())
        : new Reading.Understood(new Value.Whole(number.longValueExact(), about));
  }
}
