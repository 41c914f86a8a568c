package org.lanshao.reading;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Numbers without their unit, exact, perhaps with a fraction: 3.5, 三点二五, 2.5万, 一百零五. */
final class Quantity {
  private static final Pattern PLAIN = Pattern.compile("-?(?:\\d+[.]?|\\d*[.]\\d{1,9})");
  private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(?:,\\d{3}){1,5}[.]\\d{1,9}");
  private static final Pattern SCALED = Pattern.compile("(\\d{1,9}[.]\\d{1,9})([百千万])");
  private static final Pattern SPOKEN = Pattern.compile("(.+)点([零〇一二三四五六七八九]{1,9})");
  private static final Pattern CHINESE_POINT = Pattern.compile("(?<=\\d)。(?=\\d)");
  private static final String SIGNS = "零一二三四五六七八九";

  private Quantity() {}

  /** The number that a tight text as a whole is, or empty. */
  static Optional<BigDecimal> read(String text) {
    var said = CHINESE_POINT.matcher(text).replaceAll(".");
    if (PLAIN.matcher(said).matches() || GROUPED.matcher(said).matches()) {
      return Optional.of(new BigDecimal(said.replace(",", "")));
    }
    var scaled = SCALED.matcher(said);
    if (scaled.matches()) {
      int zeros =
          switch (scaled.group(2)) {
            case "百" -> 2;
            case "千" -> 3;
            default -> 4;
          };
      return Optional.of(new BigDecimal(scaled.group(1)).movePointRight(zeros));
    }
    var spoken = SPOKEN.matcher(said);
    return spoken.matches()
        ? whole(spoken.group(1)).map(number -> number.add(fraction(spoken.group(2))))
        : whole(said);
  }

  /** A whole number. */
  static Optional<BigDecimal> whole(String text) {
    OptionalLong number = Numbers.read(text);
    return number.isPresent()
        ? Optional.of(BigDecimal.valueOf(number.getAsLong()))
        : Optional.empty();
  }

  /** Digits, also Chinese ones, after the point. */
  static BigDecimal fraction(String digits) {
    var text = new StringBuilder("0.");
    for (char c : digits.replace('〇', '零').replace('两', '二').toCharArray()) {
      text.append(Character.isDigit(c) ? c - '0' : SIGNS.indexOf(c));
    }
    return new BigDecimal(text.toString());
  }

  /** A text without the longest of the units at its end. */
  static String withoutUnit(String text, List<String> units) {
    return units.stream()
        .map(Folding::tight)
        .filter(unit -> !unit.isEmpty() && text.endsWith(unit))
        .max(Comparator.comparingInt(String::length))
        .map(unit -> text.substring(0, text.length() - unit.length()))
        .orElse(text);
  }
}
