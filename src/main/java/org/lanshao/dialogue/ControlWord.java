package org.lanshao.dialogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Numbers;

/** The words that steer a form in hand, each with what else people say for it. */
public enum ControlWord {
  HELP("帮助", "help", "?", "怎么填", "不会填", "幫助"),
  WHY("为什么", "为啥", "为什么要填", "为什么要问", "为什么问这个", "干嘛要填", "為什麼", "why"),
  EXAMPLE("例子", "举例", "举个例子", "示例", "比如", "比如呢", "舉例", "example"),
  BACK("返回", "上一步", "上一题", "上一项", "后退", "退一步", "back"),
  SKIP("跳过", "略过", "下一题", "下一项", "下一步", "不填", "跳過", "skip"),
  SAME("同上次", "同上", "和上次一样", "跟上次一样", "与上次相同", "照上次", "同上回", "same"),
  EDIT("改", "修改", "更改", "edit"),
  PROGRESS("进度", "填到哪了", "進度", "progress"),
  PREVIEW("预览", "看看", "查看", "预览一下", "看一下", "預覽", "preview"),
  RESTART("重来", "重新开始", "重新填", "重填", "从头来", "從頭來", "重來", "restart"),
  CANCEL("取消", "退出", "不填了", "放弃", "算了", "不要了", "cancel", "quit", "exit"),
  KEEP("保存", "先保存", "存着", "先存着", "先放着", "稍后再填", "等下再填", "晚点再填", "儲存", "save"),
  SUBMIT("提交", "确定提交", "确认提交", "提交吧", "交了", "submit");

  private static final Map<String, ControlWord> BY_WORD = new HashMap<>();

  static {
    for (ControlWord control : values()) {
      for (String word : control.words) {
        BY_WORD.put(word, control);
      }
    }
  }

  /** 改3, 修改第三项, 改 三; the number is what is captured. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:"
              + String.join("|", EDIT.words)
              + ")第?(\\d{1,3}|[一二两三四五六七八九十]{1,3})(?:项|题|条|个|點|点)?");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> words;

  ControlWord(String... words) {
    this.words = List.of(words);
  }

  /** The word that the desk itself uses for it. */
  public String word() {
    return words.getFirst();
  }

  /** Every word for it, {@link #word()} first. */
  public List<String> words() {
    return words;
  }

  /** Every word that steers a form: no option of a form may be called so. */
  public static Set<String> vocabulary() {
    return Set.copyOf(BY_WORD.keySet());
  }

  /**
   * A control word as it was said.
   *
   * @param number of 改N; 0 where none was said
   */
  public record Said(ControlWord word, int number) {}

  /**
   * The control word that a message is as a whole, whatever its width, case, spaces and final
   * punctuation; empty when it is anything else, also a text that only contains one.
   */
  public static Optional<Said> read(String text) {
    if (text.isEmpty() || text.length() > 40) {
      return Optional.empty();
    }
    var said = Folding.tight(text);
    if (said.isEmpty() && text.matches("\\s*[?？][?？!！。.\\s]*")) {
      said = "?";
    }
    var word = BY_WORD.get(said);
    return word == null ? numbered(said) : Optional.of(new Said(word, 0));
  }

  private static Optional<Said> numbered(String said) {
    if (!EDIT.begins(said)) {
      return Optional.empty();
    }
    var numbered = NUMBERED.matcher(said);
    if (!numbered.matches()) {
      return Optional.empty();
    }
    var number = Numbers.read(numbered.group(1));
    return number.isPresent()
        ? Optional.of(new Said(EDIT, (int) number.getAsLong()))
        : Optional.empty();
  }

  private boolean begins(String said) {
    for (String word : words) {
      if (said.startsWith(word)) {
        return true;
      }
    }
    return false;
  }
}
