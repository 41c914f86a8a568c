package org.lanshao.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one question, its type known already. */
final class QuestionReader {
  /** A name made from the question is cut here, in characters. */
  private static final int LONGEST_MADE_LABEL = 12;

  private QuestionReader() {}

  /** The id; empty when it is missing. */
  static Optional<String> id(Section question) {
    var id = question.required("id", "people");
    if (id.isPresent() && !id.get().matches("[a-z][a-z0-9_]*")) {
      question.wrong(
          FormCode.BAD_ID,
          "id",
          "问题 id“%s”不对。".formatted(Section.shorten(id.get())),
          "用小写英文字母开头，只用小写英文字母、数字和 _，例如 people。");
    }
    return id;
  }

  static Question read(Section question, QuestionId id, Type type, Known known, Mistakes mistakes) {
    var ask = ask(question, type);
    var when = question.text("when");
    var manner = manner(question, type);
    var read =
        new Question(
            id,
            type,
            ask,
            question.text("label").orElseGet(() -> label(ask)),
            when.map(
                    text ->
                        ExprReader.condition(text, "when", question.at("when"), known, mistakes))
                .orElse(Expr.ALWAYS),
            PresetReader.read(question, type),
            Prefill.read(question, type, mistakes),
            question.flag("optional", false)
                || manner instanceof Question.Manner.Extra
                || manner instanceof Question.Manner.Filed,
            question.texts("again").stream().map(Section.Word::text).toList(),
            help(question, type),
            manner);
    question.refuseOthers();
    return read;
  }

  /** An extra question needs no other word about how it is asked: it is not. */
  private static Question.Manner manner(Section question, Type type) {
    var asked = named(question);
    if (isFiled(question, type)) {
      needless(question, "unfiled", "照档案记下，不会问", "named", "optional", "default", "extra", "ask");
      return new Question.Manner.Filed();
    }
    if (!question.flag("extra", false)) {
      return asked;
    }
    needless(question, "extra", "不会问，只在核对时可以补充", "named", "optional", "default");
    return new Question.Manner.Extra();
  }

  private static boolean isFiled(Section question, Type type) {
    return type instanceof Type.Choice && question.keys().contains("unfiled");
  }

  private static void needless(Section question, String beside, String why, String... keys) {
    Stream.of(keys)
        .filter(question.keys()::contains)
        .forEach(
            key ->
                question.wrong(
                    FormCode.NEEDLESS_BESIDE_EXTRA,
                    key,
                    "%s 的问题%s，%s 没有作用。".formatted(beside, why, key),
                    "删掉 %s，或者删掉 %s。".formatted(key, beside)));
  }

  /** {@code named: true}, or the words that stand before its answer as well as its label. */
  private static Question.Manner named(Section question) {
    if (question.isList("named")) {
      var words = question.words("named").stream().map(Section.Word::text).toList();
      return new Question.Manner.Named(words);
    }
    return question.flag("named", false)
        ? new Question.Manner.Named(List.of())
        : new Question.Manner.Asked();
  }

  /** What is never asked must be called something. */
  private static String ask(Section question, Type type) {
    if (isFiled(question, type)) {
      question.required("label", "类别");
      question.node("ask");
      return "";
    }
    if (!(type instanceof Type.Computed)) {
      return question.required("ask", "服务了几个人？").orElse("");
    }
    question.required("label", "合计");
    question
        .text("ask")
        .ifPresent(
            text ->
                question.wrong(
                    FormCode.KEY_OF_OTHER_TYPE, "ask", "computed 是算出来的，不会问。", "删掉 ask，写 label。"));
    return "";
  }

  private static Help help(Section question, Type type) {
    var help = new Help(told(question, "help"), told(question, "why"), told(question, "example"));
    boolean asked = !(type instanceof Type.Note || type instanceof Type.Computed);
    if (!asked && !help.equals(Help.NONE)) {
      var key = Stream.of("help", "why", "example").filter(question.keys()::contains).findFirst();
      question.wrong(
          FormCode.KEY_OF_OTHER_TYPE,
          key.orElseThrow(),
          "%s 不用回答，不会有人问它。".formatted(question.text("type", "")),
          "删掉 help、why、example。");
    }
    return help;
  }

  private static Optional<String> told(Section question, String key) {
    var text = question.text(key);
    if (text.isPresent() && text.get().isBlank()) {
      question.wrong(FormCode.EMPTY_TEXT, key, "%s 是空的。".formatted(key), "写上要说的话，或者删掉它。");
    }
    return text;
  }

  /** The question up to its first punctuation: 服务了几个人？ gives 服务了几个人. */
  private static String label(String ask) {
    var words = ask.split("[？?（(，,。：:！!\n]", 2)[0].strip();
    int length = words.codePointCount(0, words.length());
    return words.substring(0, words.offsetByCodePoints(0, Math.min(LONGEST_MADE_LABEL, length)));
  }
}
