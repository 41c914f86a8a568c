package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lanshao.form.Question;
import org.lanshao.form.Type;

/** Finds numbers by their unit or by the name of their question: 3个人, 人数3. */
final class NumberFinder {
  private static final String NUMERALS = "[\\d.〇零一二两兩三四五六七八九十百千万廿卅半几数]+";
  private static final String AMOUNT =
      "(?:大概|大约|约|近|不到|至少|最多|超过|差不多|好|共|一共|总共|合计)?"
          + NUMERALS
          + "(?:[-~到至]"
          + NUMERALS
          + ")?(?:多|余|来|几)?个?";

  /** 3,000 and 3 000 are no other numbers' ends. */
  private static final Pattern BEFORE_UNIT = Pattern.compile("(?<![\\d第.]|\\d,)" + AMOUNT + " ?$");

  private static final Pattern AFTER_LABEL =
      Pattern.compile("[ 是有为共]*(" + AMOUNT + ")(?![\\d月日号点时:年.-])");

  /** Longer units that begin with the same sign count something else. */
  private static final List<String> OTHER_UNITS =
      List.of("人次", "户次", "场次", "人份", "名单", "名额", "口井", "户主", "户口", "次数", "元宵", "元旦", "场地", "场所");

  private static final int LONGEST = 16;

  private final String plain;
  private final Hearing hearing;

  NumberFinder(String plain, Hearing hearing) {
    this.plain = plain;
    this.hearing = hearing;
  }

  List<Find> finds(List<Question> questions) {
    var finds = new ArrayList<Find>();
    for (Question question : questions) {
      for (String unit : units(question.type())) {
        byUnit(unit, question, finds);
      }
      for (String label : Labels.of(question)) {
        byLabel(label, question, finds);
      }
    }
    return finds;
  }

  private static List<String> units(Type type) {
    return switch (type) {
      case Type.Whole whole -> whole.units();
      case Type.Decimal decimal -> decimal.units();
      default -> List.of();
    };
  }

  private void byUnit(String unit, Question question, List<Find> finds) {
    var units = units(question.type());
    for (int at = plain.indexOf(unit); at > 0; at = plain.indexOf(unit, at + 1)) {
      int end = at + unit.length();
      if (!isOtherUnit(at, units)) {
        boolean english = Plain.isLatin(unit.charAt(0));
        int first = Math.max(0, at - (english ? EnglishNumbers.LONGEST : LONGEST));
        var before = plain.substring(first, at);
        var amount = (english ? EnglishNumbers.BEFORE_UNIT : BEFORE_UNIT).matcher(before);
        if (amount.find()) {
          add(first + amount.start(), end, question, finds);
        }
      }
    }
  }

  private boolean isOtherUnit(int at, List<String> units) {
    return OTHER_UNITS.stream()
        .anyMatch(unit -> plain.startsWith(unit, at) && !units.contains(unit));
  }

  private void byLabel(String label, Question question, List<Find> finds) {
    for (int at = plain.indexOf(label); at >= 0; at = plain.indexOf(label, at + 1)) {
      var amount = AFTER_LABEL.matcher(plain).region(at + label.length(), plain.length());
      if (amount.lookingAt()) {
        int end = amount.end() + unitAt(amount.end(), question.type());
        var said = plain.substring(amount.start(1), end);
        finds.add(new Find(at, end, question, read(said, question), Find.Care.APART));
      }
    }
  }

  private int unitAt(int at, Type type) {
    return units(type).stream()
        .filter(unit -> plain.startsWith(unit, at))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  /** 张三3人 are three people: a Chinese numeral before digits is no part of the number. */
  private void add(int from, int to, Question question, List<Find> finds) {
    var reading = read(plain.substring(from, to), question);
    int digits = from + 1;
    while (digits < to && !isAscii(digits)) {
      digits++;
    }
    if (!(reading instanceof Reading.NotUnderstood)) {
      finds.add(new Find(from, to, question, reading, Find.Care.APART));
    } else if (digits < to && !isAscii(from)) {
      add(digits, to, question, finds);
    }
  }

  private boolean isAscii(int at) {
    return plain.charAt(at) >= '0' && plain.charAt(at) <= '9';
  }

  private Reading read(String said, Question question) {
    return Answer.read(said, question.type(), hearing);
  }
}
