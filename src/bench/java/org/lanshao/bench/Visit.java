package org.lanshao.bench;

import java.util.List;

/** The visit that every worker of the bench files: a start word, six answers, a submit. */
final class Visit {
  static final String START = "压测走访";

  /** What the limits ask; the real server's form is {@code bench.yaml} beside this class. */
  static final List<String> QUESTIONS =
      List.of("请输入站点编号", "请选择走访类别 1-12", "请输入户数", "请输入人数", "请输入人次", "还有什么要记的？");

  static final int MESSAGES = QUESTIONS.size() + 2;

  private Visit() {}

  /** What a worker says as the nth message, from 0, of a visit. */
  static String say(int worker, int visit, int nth) {
    return switch (nth) {
      case 0 -> START;
      case 1 -> "S%05d".formatted(worker);
      case 2 -> String.valueOf(1 + worker % 12);
      case 3 -> String.valueOf(1 + (worker + visit) % 9);
      case 4 -> String.valueOf(1 + worker % 40);
      case 5 -> String.valueOf(1 + (worker + visit) % 80);
      case 6 -> "屋顶漏水，已联系村委";
      default -> "提交";
    };
  }
}
