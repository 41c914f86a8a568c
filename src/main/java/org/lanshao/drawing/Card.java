package org.lanshao.drawing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/**
 * What a picture says of a question.
 *
 * @param label its short name
 * @param type what it takes, in two or three words
 * @param ask the question itself
 * @param options what can be chosen; empty text for other types
 * @param marks bounds, default, whether it may be left out
 */
record Card(String label, String type, String ask, String options, List<String> marks) {
  /** Copies the marks. */
  Card {
    marks = List.copyOf(marks);
  }

  static Card of(Question question) {
    return new Card(
        question.label(),
        type(question.type()),
        question.ask(),
        options(question.type()),
        marks(question));
  }

  private static String type(Type type) {
    return switch (type) {
      case Type.Text text -> "文字";
      case Type.Whole whole -> "整数";
      case Type.Decimal decimal -> "小数";
      case Type.YesNo() -> "是或否";
      case Type.Choice choice -> "选一个";
      case Type.Choices choices -> "选几个";
      case Type.Date date -> "日期";
      case Type.Time time -> "时间";
      case Type.DateTime dateTime -> "日期和时间";
      case Type.Place place -> "地点";
      case Type.Person person -> "人";
      case Type.Household household -> "户";
      case Type.Phone phone -> "电话";
      case Type.IdNumber idNumber -> "身份证号";
      case Type.Photos photos -> "照片";
      case Type.File file -> "文件";
      case Type.Location location -> "位置";
      case Type.Matter(String letter) -> letter + " 编号";
      case Type.Group group -> "可以有几项";
      case Type.Computed computed -> "自动算";
      case Type.Note note -> "只说一句";
    };
  }

  private static String options(Type type) {
    return type instanceof Type.Group group
        ? group.questions().stream().map(Question::label).collect(Collectors.joining("、"))
        : type.options().stream().map(Option::label).collect(Collectors.joining("、"));
  }

  private static List<String> marks(Question question) {
    var marks = new ArrayList<String>();
    switch (question.type()) {
      case Type.Whole(long min, long max, List<String> units) ->
          marks.add("%d 到 %d".formatted(min, max) + unit(units));
      case Type.Decimal(BigDecimal min, BigDecimal max, int places, List<String> units) ->
          marks.add("%s 到 %s".formatted(min.toPlainString(), max.toPlainString()) + unit(units));
      case Type.Text(int max, Type.Rest rest) -> marks.add("最多 %d 字".formatted(max));
      default -> {} // nothing else has bounds that a picture needs
    }
    if (question.isFiled()) {
      return List.of("不问，登记时照档案记下");
    }
    question.from().ifPresent(from -> marks.add("先用档案里的"));
    question.preset().map(value -> preset(value, question.type())).ifPresent(marks::add);
    if (question.isNamed()) {
      marks.add(question.isExtra() ? "不问，核对时可补充" : "一句话里要写名称");
    }
    if (question.optional() && !question.isExtra()) {
      marks.add("可跳过");
    }
    return marks;
  }

  private static String unit(List<String> units) {
    return units.stream().findFirst().map(" "::concat).orElse("");
  }

  private static String preset(Value value, Type type) {
    return switch (value) {
      case Value.One(String option) -> "跳过就填：" + label(option, type);
      case Value.YesNo(boolean yes) -> yes ? "跳过就填：是" : "跳过就填：否";
      case Value.Whole whole -> "跳过就填：" + whole.number();
      default -> "跳过就填预定的";
    };
  }

  private static String label(String option, Type type) {
    return type.options().stream()
        .filter(one -> one.id().equals(option))
        .map(Option::label)
        .findFirst()
        .orElse(option);
  }
}
