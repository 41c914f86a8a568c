package org.lanshao.reading;

import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Whole numbers in English words, in tight texts: three, twentyone, twohundredandfive, 2hundred.
 * What is no one number (a few, two or three, a dozen) is vague.
 */
final class EnglishNumbers {
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fourty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  private static final String ONES = "(?:one|two|three|four|five|six|seven|eight|nine)";
  private static final String TEENS =
      "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
  private static final String TENS = "(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)";
  private static final String BELOW_100 =
      "(?:" + TENS + "(?:-?" + ONES + ")?|" + TEENS + "|" + ONES + ")";
  private static final String BELOW_1000 =
      "(?:(?:"
          + BELOW_100
          + "|an?|\\d{1,3})hundred(?:(?:and)?"
          + BELOW_100
          + ")?|"
          + BELOW_100
          + ")";

  /** A number as a text in a pattern. */
  static final String NUMBER =
      "(?:(?:"
          + BELOW_1000
          + "|an?|\\d{1,3})thousand(?:(?:and)?"
          + BELOW_1000
          + ")?|"
          + BELOW_1000
          + ")";

  private static final String SINGLE =
      "(?:" + TENS + "|" + TEENS + "|" + ONES + "|\\d[\\d,.]*+|hundreds?|thousands?)";
  private static final String BLUR =
      "(?:about|around|over|roughly|approximately|nearly|almost|under|maybe|more than|less than"
          + "|fewer than|at least|at most|up to|a|quite a|few|several|some|many|lots|dozens?)";

  /** Words in front of a unit that may be an amount, in a folded text that has its spaces. */
  static final Pattern BEFORE_UNIT =
      Pattern.compile(
          "(?<![a-z\\d.]|\\d,)(?:(?:"
              + BLUR
              + "|"
              + SINGLE
              + ")[ -]?)(?:(?:"
              + SINGLE
              + "|and|or|to|few|lot|dozen|of|couple)[ -]?)*$");

  /** The longest that is said of a number, with its spaces. */
  static final int LONGEST = 60;

  private static final Pattern WHOLE = Pattern.compile(NUMBER);
  private static final Pattern PIECE =
      Pattern.compile("hundred|thousand|\\d+|" + TENS + "|" + TEENS + "|" + ONES);

  private static final String ANY = "(?:\\d+|" + NUMBER + ")";
  private static final Pattern VAGUE =
      Pattern.compile(
          "(?:(?:about|around|roughly|approximately|over|morethan|nearly|almost|atleast|atmost|upto"
              + "|lessthan|fewerthan|under|maybe|perhaps|probably)"
              + ANY
              + "|"
              + ANY
              + "(?:or|to|-)"
              + ANY
              + "|"
              + NUMBER
              + NUMBER
              + "|"
              + ANY
              + "(?:ish|orso|ormore|orless)"
              + "|(?:a|quitea)?(?:few|couple|dozen|lot)|some|several|many|lots|dozens|hundreds|thousands)"
              + "(?:of)?(?:people|persons?)?");

  private EnglishNumbers() {}

  /** The number that a tight text as a whole is, or empty. */
  static OptionalLong read(String tight) {
    if (!endsInLetter(tight)) {
      return OptionalLong.empty();
    }
    return switch (tight) {
      case "zero", "none", "nobody", "noone" -> OptionalLong.of(0);
      default ->
          WHOLE.matcher(tight).matches() ? OptionalLong.of(sum(tight)) : OptionalLong.empty();
    };
  }

  /** Whether a tight text tells of an amount, but not which. */
  static boolean isVague(String tight) {
    return VAGUE.matcher(tight).matches();
  }

  /** Most texts are Chinese and need no pattern. */
  private static boolean endsInLetter(String tight) {
    char last = tight.isEmpty() ? ' ' : tight.charAt(tight.length() - 1);
    return last >= 'a' && last <= 'z';
  }

  private static long sum(String number) {
    long thousands = 0;
    long part = 0;
    var pieces = PIECE.matcher(number);
    while (pieces.find()) {
      var piece = pieces.group();
      switch (piece) {
        case "hundred" -> part = Math.max(part, 1) * 100;
        case "thousand" -> {
          thousands = Math.max(part, 1) * 1_000;
          part = 0;
        }
        default -> part += value(piece);
      }
    }
    return thousands + part;
  }

  private static long value(String piece) {
    var word = WORDS.get(piece);
    return word == null ? Long.parseLong(piece) : word;
  }
}
