package org.lanshao.reading;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads yes and no as people say it here, also in Cantonese and by sign. What is said twice over
 * (不是没有) or with doubt (没有吧) is neither.
 */
public final class YesOrNo {
  private static final Set<String> YES =
      Set.of(
          "是", "有", "要", "需要", "对", "對", "好", "嗯", "恩", "行", "可以", "得", "没错", "没有错", "梗系", "梗係",
          "同意", "確認", "确认", "确定", "确认是", "系", "係", "啱", "yes", "y", "ok", "okay", "1", "1是", "一",
          "👌", "👍", "✅", "✔", "√", "🈶");
  private static final Set<String> NO =
      Set.of(
          "否", "不", "不是", "不系", "不係", "不要", "不需要", "不用", "不对", "不對", "不好", "不行", "不可", "不可以", "不同意",
          "无需", "無需", "唔系", "唔係", "唔要", "唔需要", "唔使", "唔啱", "唔好", "唔得", "no", "n", "2", "2否", "二",
          "👎", "❌", "❎", "✖", "×");
  private static final Set<String> NOTHING =
      Set.of(
          "没有", "沒有", "没", "沒", "无", "無", "冇", "没得", "沒得", "冇得", "莫得", "未有", "未", "暂无", "暫無", "🈚");

  /** Before an answer; they do not change it. */
  private static final Pattern LEAD = Pattern.compile("^(?:确实|真的|真系|暂时|目前|现在|而家)");

  private static final Pattern LEAD_OF_NO =
      Pattern.compile("^(?:确实|真的|真系|暂时|暂|目前|现在|而家|还|仲|都|一点都|一点也|完全)");

  /** After an answer; 吗, 吧 and 咩 would make a question of it. */
  private static final Pattern END = Pattern.compile("[的啊呀啦喇了喔哦呢嘅咯哈噢]+$");

  private static final Pattern THANKS = Pattern.compile("^(?:谢谢|多谢|唔该)$");
  private static final Pattern BETWEEN = Pattern.compile("[,。!]+");

  private YesOrNo() {}

  /** Whether a message as a whole says yes or no, or empty when it says neither. */
  public static Optional<Boolean> read(String text) {
    var said = Folding.tight(text).replace(".", "").replace("、", "");
    var parts =
        Stream.of(BETWEEN.split(said))
            .filter(part -> !THANKS.matcher(part).matches())
            .map(YesOrNo::part)
            .collect(Collectors.toSet());
    return parts.size() == 1 ? parts.iterator().next() : Optional.empty();
  }

  private static Optional<Boolean> part(String text) {
    var once = once(text);
    if (YES.contains(once) || YES.contains(LEAD.matcher(once).replaceFirst(""))) {
      return Optional.of(true);
    }
    boolean no = NO.contains(once) || saysNothing(once);
    return no ? Optional.of(false) : Optional.empty();
  }

  /** 对对对 and 是的是的 as 对 and 是, 有啊 as 有; 不是没有 stays as it is. */
  private static String once(String text) {
    for (int length = 1; length <= text.length() / 2; length++) {
      var piece = text.substring(0, length);
      boolean whole = !Character.isHighSurrogate(piece.charAt(length - 1));
      if (whole && !isNumber(piece) && text.equals(piece.repeat(text.length() / length))) {
        return END.matcher(piece).replaceFirst("");
      }
    }
    return END.matcher(text).replaceFirst("");
  }

  /** 11 is not 1. */
  private static boolean isNumber(String text) {
    return Numbers.read(text).isPresent();
  }

  /** Whether a message as a whole says that there is nothing: 没有, 无, 冇. */
  public static boolean isNothing(String text) {
    return saysNothing(END.matcher(Folding.tight(text)).replaceFirst(""));
  }

  private static boolean saysNothing(String said) {
    return NOTHING.contains(said) || NOTHING.contains(LEAD_OF_NO.matcher(said).replaceFirst(""));
  }
}
