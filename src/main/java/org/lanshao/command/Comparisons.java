package org.lanshao.command;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.count.Comparison;

/**
 * Words that ask for a comparison: 环比, 同比, 比上月, 跟上个礼拜比, 较去年同期.
 *
 * @param days the days that it is about when nothing else says so: 比上月 is about 本月
 */
record Comparisons(Comparison with, String days) {
  private static final String LEAD = "(?:对比|比较|比|较|跟|和|与|同|相比)?";
  private static final String TAIL = "(?:相比|对比|比较|比)?";
  private static final Pattern YEAR =
      Pattern.compile(
          "同比(?:去年|增减|增长|变化)?|" + LEAD + "(?:去年同期|上年同期|同期)" + TAIL + "|(?:比|较|对比)(?:去年|上年)");
  private static final Pattern BEFORE =
      Pattern.compile(
          "环比(?:上月|上周|增减|增长|变化)?|"
              + LEAD
              + "(?:上期|上一期|前期)"
              + TAIL
              + "|(?:比|较|对比|比较)(上个?月|上个?周|上个?星期|上个?礼拜)"
              + "|(?:跟|和|与|同)(上个?月|上个?周|上个?星期|上个?礼拜)(?:相比|对比|比较|比)");

  /** What a word compares with; empty when it is no such word. */
  static Optional<Comparisons> of(String word) {
    if (YEAR.matcher(word).matches()) {
      return Optional.of(new Comparisons(Comparison.YEAR_BEFORE, "本月"));
    }
    var before = BEFORE.matcher(word);
    return before.matches()
        ? Optional.of(
            new Comparisons(
                Comparison.BEFORE,
                before.group().contains("周")
                        || before.group().contains("星期")
                        || before.group().contains("礼拜")
                    ? "本周"
                    : "本月"))
        : Optional.empty();
  }
}
