package org.lanshao.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lanshao.form.Value;

/**
 * Reads the number of a resident's identity card: six digits of an area, which are not looked at, a
 * birthday, three digits, and a check digit after GB 11643 (ISO 7064, MOD 11-2), which may be X.
 */
final class IdNumbers {
  private static final Pattern LABEL = Pattern.compile("^(?:身份证(?:号码?)?|id)[:,是为]?");
  private static final Pattern BETWEEN = Pattern.compile("[ \\-–—]");
  private static final Pattern NUMBER =
      Pattern.compile("\\d{6}(\\d{4})(\\d{2})(\\d{2})\\d{3}[\\dX]");
  private static final String CHECKS = "10X98765432";

  /** Nobody living was born before. */
  private static final int FIRST_YEAR = 1900;

  private IdNumbers() {}

  /** Reads the whole text; {@code today} is the local day on which it is said. */
  static Reading read(String text, LocalDate today) {
    var said = LABEL.matcher(Folding.tight(text)).replaceFirst("").replace('×', 'x');
    var number = BETWEEN.matcher(said).replaceAll("").toUpperCase(Locale.ROOT);
    var parts = NUMBER.matcher(number);
    if (!parts.matches()) {
      return new Reading.NotUnderstood();
    }
    if (!hasRightCheck(number)) {
      return new Reading.WrongDigit();
    }
    return birthday(parts)
        .filter(day -> day.getYear() >= FIRST_YEAR && !day.isAfter(today))
        .<Reading>map(day -> new Reading.Understood(new Value.IdNumber(number)))
        .orElseGet(Reading.NoSuchDay::new);
  }

  /** Whether these are eighteen signs with a day of birth and the right check digit. */
  static boolean isRight(String number) {
    var parts = NUMBER.matcher(number);
    return parts.matches() && hasRightCheck(number) && birthday(parts).isPresent();
  }

  private static boolean hasRightCheck(String number) {
    return CHECKS.charAt(sum(number) % CHECKS.length()) == number.charAt(17);
  }

  /** The weight of the digit before the check is 2, and doubles modulo 11 to the left. */
  private static int sum(String number) {
    int sum = 0;
    int weight = 1;
    for (int i = 16; i >= 0; i--) {
      weight = weight * 2 % 11;
      sum += (number.charAt(i) - '0') * weight;
    }
    return sum;
  }

  private static Optional<LocalDate> birthday(Matcher parts) {
    int month = Integer.parseInt(parts.group(2));
    int day = Integer.parseInt(parts.group(3));
    return month < 1 || month > 12
        ? Optional.empty()
        : Optional.of(YearMonth.of(Integer.parseInt(parts.group(1)), month))
            .filter(in -> in.isValidDay(day))
            .map(in -> in.atDay(day));
  }
}
