package org.lanshao.form;

import java.util.List;
import java.util.Optional;

/** Reads one line of {@code count}. */
final class MeasureReader {
  private final Section line;
  private final ExprReader.Known known;
  private final Mistakes mistakes;

  private MeasureReader(Section line, ExprReader.Known known, Mistakes mistakes) {
    this.line = line;
    this.known = known;
    this.mistakes = mistakes;
  }

  static Measure read(Section line, ExprReader.Known known, Mistakes mistakes) {
    return new MeasureReader(line, known, mistakes).read();
  }

  private Measure read() {
    var name = line.required("measure", "person_times").orElse("");
    if (!name.isEmpty() && !name.matches("[a-z][a-z0-9_]*")) {
      line.wrong(
          FormCode.BAD_ID,
          "measure",
          "measure“%s”不对。".formatted(Section.shorten(name)),
          "用小写英文字母、数字和 _，例如 person_times。");
    }
    var label = line.required("label", "人次").orElse("");
    var measure = new Measure(name, label, amount(), by());
    line.refuseOthers();
    return measure;
  }

  private Measure.Amount amount() {
    var add = line.text("add");
    var distinct = line.words("distinct");
    if (add.isPresent() == !distinct.isEmpty()) {
      line.wrong(
          FormCode.ADD_OR_DISTINCT,
          "measure",
          "add 和 distinct 要写一个，只写一个。",
          "加数字写 add: 1 或 add: people，数不同的户写 distinct: household。");
    }
    if (!distinct.isEmpty()) {
      return new Measure.Amount.Distinct(
          distinct.stream().flatMap(word -> countable(word).stream()).toList());
    }
    return new Measure.Amount.Add(
        add.flatMap(this::number).orElse(new Expr.Literal(new Value.Whole(1))));
  }

  private Optional<Expr> number(String text) {
    if (text.matches("-?[0-9]+")) {
      return line.whole("add", 1, 1_000_000)
          .map(number -> new Expr.Literal(new Value.Whole(number)));
    }
    var type = type(new Section.Word(text, line.at("add")), "add");
    if (type.isPresent() && !(type.get() instanceof Type.Whole)) {
      line.wrong(
          FormCode.ADD_NEEDS_NUMBER,
          "add",
          "add 的 %s 不是 integer 问题。".formatted(text),
          "写 1，或者一个 integer 问题的 id。");
    }
    return type.map(any -> new Expr.Answer(new QuestionId(text)));
  }

  private Optional<QuestionId> countable(Section.Word word) {
    var type = type(word, "distinct");
    if (type.isPresent() && type.get() instanceof Type.Note) {
      mistakes.add(
          FormCode.NOTE_HAS_NO_ANSWER,
          word.at(),
          "distinct 的 %s 是 note，没有回答。".formatted(word.text()),
          "换一个问题。");
    }
    return type.map(any -> new QuestionId(word.text()));
  }

  private List<QuestionId> by() {
    return line.words("by").stream().flatMap(word -> dimension(word).stream()).toList();
  }

  private Optional<QuestionId> dimension(Section.Word word) {
    var type = type(word, "by");
    if (type.isPresent()
        && (type.get() instanceof Type.Text
            || type.get() instanceof Type.Whole
            || type.get() instanceof Type.Place
            || type.get() instanceof Type.Note)) {
      mistakes.add(
          FormCode.BY_NEEDS_OPTIONS,
          word.at(),
          "by 的 %s 不能用来分类。".formatted(word.text()),
          "只能写 choice、choices、yes-no 问题；地区不用写，自动分。");
    }
    return type.map(any -> new QuestionId(word.text()));
  }

  private Optional<Type> type(Section.Word word, String key) {
    var type = Optional.ofNullable(known.types().get(word.text()));
    if (type.isEmpty() && !known.broken().contains(word.text())) {
      mistakes.add(
          FormCode.NO_SUCH_QUESTION,
          word.at(),
          "%s 里的 %s 不是这张表的问题。".formatted(key, Section.shorten(word.text())),
          Spelling.remedy(word.text(), known.names()));
    }
    return type;
  }
}
