package org.lanshao.reading;

import java.util.Optional;
import java.util.Set;

/** Reads yes and no as people say it here, also in Cantonese and by sign. */
public final class YesOrNo {
  private static final Set<String> YES =
      Set.of(
          "是", "是的", "是啊", "有", "有的", "有啊", "要", "要的", "对", "对的", "對", "好", "好的", "好啊", "嗯", "嗯嗯",
          "恩", "行", "可以", "没错", "確認", "确认", "确定", "确认是", "系", "係", "系啊", "係啊", "啱", "yes", "y",
          "ok", "1", "1是", "一", "👌", "👍", "✅", "✔", "√");
  private static final Set<String> NO =
      Set.of(
          "否", "不", "不是", "不是的", "没有", "没有的", "沒有", "没", "沒", "没有啊", "无", "無", "冇", "冇啊", "唔系",
          "唔係", "不系", "不係", "唔要", "不要", "不用", "不对", "不對", "唔啱", "no", "n", "2", "2否", "二", "👎",
          "❌", "✖", "×");

  private static final Set<String> NOTHING =
      Set.of("没有", "没有了", "没有啊", "沒有", "没", "没了", "沒", "无", "無", "暂无", "冇", "冇啊", "冇了");

  private YesOrNo() {}

  /** Whether a message as a whole says yes or no, or empty when it says neither. */
  public static Optional<Boolean> read(String text) {
    var said = Folding.tight(text).replace(".", "").replace("、", "");
    if (YES.contains(said)) {
      return Optional.of(true);
    }
    return NO.contains(said) ? Optional.of(false) : Optional.empty();
  }

  /** Whether a message as a whole says that there is nothing: 没有, 无, 冇. */
  public static boolean isNothing(String text) {
    return NOTHING.contains(Folding.tight(text));
  }
}
