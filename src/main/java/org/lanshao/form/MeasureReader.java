package org.lanshao.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads one line of {@code count}. */
final class MeasureReader {
  private final Section line;
  private final Known known;
  private final Mistakes mistakes;

  private MeasureReader(Section line, Known known, Mistakes mistakes) {
    this.line = line;
    this.known = known;
    this.mistakes = mistakes;
  }

  static Measure read(Section line, Known known, Mistakes mistakes) {
    return new MeasureReader(line, known, mistakes).read();
  }

  private Measure read() {
    var name = line.required("measure", "person_times").orElse("");
    if (!name.isEmpty() && (!name.matches("[a-z][a-z0-9_]*") || name.equals(Measure.PENDING))) {
      line.wrong(
          FormCode.BAD_ID,
          "measure",
          "measure“%s”不对。".formatted(Section.shorten(name)),
          "用小写英文字母、数字和 _，例如 person_times。");
    }
    var label = line.required("label", "人次").orElse("");
    int bar = label.indexOf('|');
    var single = bar < 0 ? label : label.substring(0, bar);
    var several = label.substring(bar + 1);
    var measure = new Measure(name, several, single, amount(), when(), line.text("into"), by());
    if (measure.into().isPresent() && measure.amount() instanceof Measure.Amount.Distinct) {
      line.wrong(FormCode.ADD_OR_DISTINCT, "into", "distinct 不能加到别的表里。", "写 add，或者删掉 into。");
    }
    line.refuseOthers();
    return measure;
  }

  private Expr when() {
    return line.text("when")
        .map(text -> ExprReader.condition(text, "when", line.at("when"), known, mistakes))
        .orElse(Expr.ALWAYS);
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
    if (!text.matches("[a-z][a-z0-9_]*")) {
      var sum = ExprReader.number(text, "add", line.at("add"), known, mistakes);
      refuseDecimal(text, Numerics.of(sum, known.types()) == Type.Numeric.DECIMAL);
      return Optional.of(sum);
    }
    var type = type(new Section.Word(text, line.at("add")), "add");
    refuseDecimal(
        text, type.isPresent() && !type.get().number().equals(Optional.of(Type.Numeric.WHOLE)));
    return type.map(any -> new Expr.Answer(new QuestionId(text)));
  }

  private void refuseDecimal(String text, boolean refused) {
    if (refused) {
      line.wrong(
          FormCode.ADD_NEEDS_NUMBER,
          "add",
          "add 的 %s 不是 integer 问题。".formatted(Section.shorten(text)),
          "写 1，或者一个 integer 问题的 id。");
    }
  }

  private Optional<QuestionId> countable(Section.Word word) {
    var type = type(word, "distinct");
    if (type.isPresent() && !isDistinct(type.get())) {
      mistakes.add(
          FormCode.NOTE_HAS_NO_ANSWER,
          word.at(),
          "distinct 的 %s 是 %s，没有可以比较的回答。".formatted(word.text(), kind(type.get())),
          "换一个问题。");
    }
    return type.map(any -> new QuestionId(word.text()));
  }

  private List<QuestionId> by() {
    return line.words("by").stream().flatMap(word -> dimension(word).stream()).toList();
  }

  private Optional<QuestionId> dimension(Section.Word word) {
    var type = type(word, "by");
    if (type.isPresent() && !isDimension(type.get())) {
      mistakes.add(
          FormCode.BY_NEEDS_OPTIONS,
          word.at(),
          "by 的 %s 不能用来分类。".formatted(word.text()),
          "只能写 choice、choices、yes-no 问题；地区不用写，自动分。");
    }
    return type.map(any -> new QuestionId(word.text()));
  }

  /** Whether two answers are the same or not the same. */
  private static boolean isDistinct(Type type) {
    return !(type instanceof Type.Note
        || type instanceof Type.Photos
        || type instanceof Type.File
        || type instanceof Type.Location
        || type instanceof Type.Group);
  }

  private static String kind(Type type) {
    return type.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static boolean isDimension(Type type) {
    return type instanceof Type.YesNo || !type.options().isEmpty();
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
