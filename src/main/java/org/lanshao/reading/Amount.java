package org.lanshao.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** Reads the answer of a whole-number question: a number, perhaps with one of its units. */
final class Amount {
  private static final Pattern LEAD = Pattern.compile("^(一共|总共|合计|共计|共|有)");
  private static final Pattern NUMERAL = Pattern.compile("[\\d零〇一二两兩三四五六七八九十百千万廿卅]");
  private static final Pattern INEXACT =
      Pattern.compile("多|几|幾|来个|余|左右|上下|以上|以下|大概|大约|约|差不多|近|至少|最多|不到|超过|或|到|至|[-~–—]|\\.\\d");
  private static final Pattern TWO_IN_A_ROW = Pattern.compile("[一二两三四五六七八九]{2}");

  /** 3 5 is not 35. */
  private static final Pattern TWO_NUMBERS = Pattern.compile("\\d \\d");

  private static final Pattern NO_NUMBER = Pattern.compile("好?几|一些|很多|不少");
  private static final Pattern TOO_MANY_DIGITS = Pattern.compile("-?\\d{19,}\\D*");
  private static final List<String> NOBODY = List.of("没有", "没", "冇", "无", "無");

  private Amount() {}

  static Reading read(String text, Type.Whole type) {
    if (TWO_NUMBERS.matcher(Folding.fold(text)).find()) {
      return new Reading.NotUnderstood();
    }
    var said = LEAD.matcher(Folding.tight(text)).replaceFirst("");
    if (said.isEmpty() || NOBODY.contains(said)) {
      return said.isEmpty() ? new Reading.NotUnderstood() : inRange(0, type);
    }
    return numerals(said, type.units())
        .map(Numbers::read)
        .filter(OptionalLong::isPresent)
        .findFirst()
        .map(number -> inRange(number.getAsLong(), type))
        .orElseGet(() -> unread(said, type));
  }

  /** The text without unit, without measure word and unit, without measure word, and as it is. */
  private static Stream<String> numerals(String said, List<String> units) {
    var withoutUnit =
        units.stream()
            .map(Folding::tight)
            .filter(unit -> !unit.isEmpty() && said.endsWith(unit))
            .max(Comparator.comparingInt(String::length))
            .map(unit -> said.substring(0, said.length() - unit.length()));
    return Stream.of(Optional.of(said), withoutUnit)
        .flatMap(Optional::stream)
        .flatMap(rest -> Stream.of(rest, withoutMeasureWord(rest)));
  }

  private static String withoutMeasureWord(String text) {
    return text.endsWith("个") || text.endsWith("個") ? text.substring(0, text.length() - 1) : text;
  }

  private static Reading inRange(long number, Type.Whole type) {
    return number < type.min() || number > type.max()
        ? new Reading.OutOfRange(type.min(), type.max())
        : new Reading.Understood(new Value.Whole(number));
  }

  private static Reading unread(String said, Type.Whole type) {
    if (TOO_MANY_DIGITS.matcher(said).matches()) {
      return new Reading.OutOfRange(type.min(), type.max());
    }
    return isVague(said) ? new Reading.Vague() : new Reading.NotUnderstood();
  }

  /** A numeral with a word that blurs it, or two numerals in a row: 两三个. */
  private static boolean isVague(String said) {
    boolean blurred = INEXACT.matcher(said).find() || TWO_IN_A_ROW.matcher(said).find();
    return (blurred && NUMERAL.matcher(said).find()) || NO_NUMBER.matcher(said).lookingAt();
  }
}
