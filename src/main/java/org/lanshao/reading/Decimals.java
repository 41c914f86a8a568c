package org.lanshao.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** Reads a number that may have a fraction, perhaps with its unit: 3.5亩, 两天半, 三块五, 2.5万元. */
final class Decimals {
  private static final Pattern SIGN = Pattern.compile("^[¥￥]");
  private static final Pattern END = Pattern.compile("[整正]$|钱$");
  private static final Pattern MONEY =
      Pattern.compile("(?:(.+?)[元块])?(?:(.{1,2}?)[角毛])?(?:(.{1,2}?)分)?");
  private static final Pattern MONEY_TAIL =
      Pattern.compile("(.+)[元块](?:(.)[角毛])?([1-9一二两三四五六七八九])");
  private static final Pattern DIGIT = Pattern.compile("[\\d一二两三四五六七八九]{1,2}");

  private Decimals() {}

  /** Reads the whole text. */
  static Reading read(String text, Type.Decimal type) {
    var rough = Roughness.of(text);
    return rough
        .exact()
        .flatMap(said -> number(said, type.units()))
        .map(number -> rough.judged(number, about -> inRange(number, about, type)))
        .orElseGet(() -> rough.isVague() ? new Reading.Vague() : new Reading.NotUnderstood());
  }

  private static Reading inRange(BigDecimal number, boolean about, Type.Decimal type) {
    if (number.compareTo(type.min()) < 0 || number.compareTo(type.max()) > 0) {
      return new Reading.OutOfRange(type.min().longValue(), type.max().longValue());
    }
    return number.stripTrailingZeros().scale() > type.places()
        ? new Reading.NotUnderstood()
        : new Reading.Understood(new Value.Decimal(number, about));
  }

  private static Optional<BigDecimal> number(String text, List<String> units) {
    var said = END.matcher(SIGN.matcher(text).replaceFirst("")).replaceFirst("");
    if (YesOrNo.isNothing(said)) {
      return Optional.of(BigDecimal.ZERO);
    }
    return Stream.of(said, Quantity.withoutUnit(said, units))
        .flatMap(rest -> Quantity.read(rest).stream())
        .findFirst()
        .or(() -> half(said, units))
        .or(() -> withTail(said, units))
        .or(() -> units.contains("元") || units.contains("块") ? money(said) : Optional.empty());
  }

  /** 半亩, 两天半, 一个半小时. */
  private static Optional<BigDecimal> half(String said, List<String> units) {
    if (!said.contains("半")) {
      return Optional.empty();
    }
    var half = new BigDecimal("0.5");
    var bare = said.replaceFirst("个?半个?", "");
    var number = Quantity.withoutUnit(bare, units);
    boolean inUnit = !number.equals(bare);
    if (!inUnit) {
      return Optional.empty();
    }
    return number.isEmpty() ? Optional.of(half) : Quantity.read(number).map(half::add);
  }

  /** 一米七五, 三亩五: what follows the unit is the fraction. */
  private static Optional<BigDecimal> withTail(String said, List<String> units) {
    for (String unit : units) {
      int at = said.indexOf(unit);
      if (!unit.isEmpty() && at > 0 && at + unit.length() < said.length() && takesTail(unit)) {
        var tail = said.substring(at + unit.length());
        var whole = Quantity.whole(said.substring(0, at));
        return DIGIT.matcher(tail).matches()
            ? whole.map(number -> number.add(Quantity.fraction(tail)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Their parts are tenths and hundredths; 3小时5 is not 3.5. */
  private static boolean takesTail(String unit) {
    return List.of("元", "块", "米", "亩", "斤", "公斤").contains(unit);
  }

  /** 三块五, 三块两毛五, 3元5角, 五毛. */
  private static Optional<BigDecimal> money(String said) {
    var tail = MONEY_TAIL.matcher(said);
    boolean tenths = tail.matches() && tail.group(2) == null;
    var full = tail.matches() ? said + (tenths ? "角" : "分") : said;
    var money = MONEY.matcher(full);
    if (said.isEmpty() || !money.matches()) {
      return Optional.empty();
    }
    var sum = BigDecimal.ZERO;
    for (int group = 1; group <= 3; group++) {
      if (money.group(group) != null) {
        var part = Quantity.read(money.group(group));
        if (part.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.add(part.get().movePointLeft(group - 1));
      }
    }
    return Optional.of(sum);
  }
}
