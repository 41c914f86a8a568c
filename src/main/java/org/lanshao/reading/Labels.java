package org.lanshao.reading;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.form.Question;
import org.lanshao.form.Type;

/** What people call a question. */
final class Labels {
  private static final Pattern ASKING = Pattern.compile("^(?:有没有|有无|是不是|是否有|是否|要不要|需不需要|需要|有|是|要)");
  private static final Pattern END = Pattern.compile("[吗呢?]*$");
  private static final Pattern ASIDE = Pattern.compile("[(（].*$");

  private Labels() {}

  /**
   * Its label, and the words that stand for it; of a yes-no question also what is asked about: 有隐患,
   * 隐患, 安全隐患.
   */
  static List<String> of(Question question) {
    var label = Folding.tight(question.label());
    return question.type() instanceof Type.YesNo
        ? Stream.concat(Stream.of(label), subjects(question).stream()).distinct().toList()
        : label.isEmpty() ? words(question) : with(label, words(question));
  }

  private static List<String> words(Question question) {
    return question.manner() instanceof Question.Manner.Named(List<String> words)
        ? words.stream().map(Folding::tight).toList()
        : List.of();
  }

  private static List<String> with(String label, List<String> words) {
    return words.isEmpty()
        ? List.of(label)
        : Stream.concat(Stream.of(label), words.stream())
            .sorted((a, b) -> b.length() - a.length())
            .toList();
  }

  /** What a yes-no question asks about, the longest first: 安全隐患, 隐患. */
  static List<String> subjects(Question question) {
    return Stream.of(question.ask(), question.label())
        .map(text -> ASIDE.matcher(Folding.fold(text)).replaceFirst(""))
        .map(text -> END.matcher(Folding.tight(text)).replaceFirst(""))
        .map(text -> ASKING.matcher(text).replaceFirst(""))
        .filter(text -> text.length() > 1)
        .distinct()
        .sorted((a, b) -> b.length() - a.length())
        .toList();
  }
}
