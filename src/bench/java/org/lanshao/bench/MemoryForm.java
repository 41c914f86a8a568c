package org.lanshao.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same form as the real server's, in memory, for one thread: what limits C and D do. */
final class MemoryForm {
  private final Map<String, List<String>> open = new HashMap<>();
  private long filed;

  /** Takes a message and says what comes next. */
  String take(String worker, String text) {
    var answers = open.get(worker);
    if (answers == null) {
      return start(worker, text);
    }
    int asked = answers.size();
    if (asked == Visit.QUESTIONS.size()) {
      return submit(worker, text);
    }
    if (!valid(asked, text)) {
      return "没看懂。" + Visit.QUESTIONS.get(asked);
    }
    answers.add(text);
    return asked + 1 < Visit.QUESTIONS.size() ? Visit.QUESTIONS.get(asked + 1) : review(answers);
  }

  private String start(String worker, String text) {
    if (!text.equals(Visit.START)) {
      return "发送“" + Visit.START + "”开始";
    }
    open.put(worker, new ArrayList<>(Visit.QUESTIONS.size()));
    return Visit.QUESTIONS.getFirst();
  }

  private String submit(String worker, String text) {
    if (!text.equals("提交")) {
      return "回复 提交，或 取消";
    }
    open.remove(worker);
    return "已登记 B" + ++filed;
  }

  private static String review(List<String> answers) {
    var review = new StringBuilder("请核对：");
    for (int i = 0; i < answers.size(); i++) {
      review.append('\n').append(i + 1).append(' ').append(answers.get(i));
    }
    return review.append("\n回复 提交").toString();
  }

  private static boolean valid(int asked, String text) {
    return switch (asked) {
      case 0, 5 -> !text.isEmpty() && text.length() <= 200;
      case 1 -> between(text, 12);
      default -> between(text, 1000);
    };
  }

  private static boolean between(String text, int most) {
    if (text.isEmpty() || text.length() > 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int number = Integer.parseInt(text);
    return number >= 1 && number <= most;
  }
}
