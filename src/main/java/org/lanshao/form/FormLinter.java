package org.lanshao.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for what can be read but cannot work, within one form. */
final class FormLinter {
  private static final Set<String> REQUIRED =
      Set.of("id", "type", "ask", "options", "questions", "value", "label", "unfiled");

  private final FormSource source;
  private final Form form;
  private final Mistakes mistakes;

  private FormLinter(FormSource source, Mistakes mistakes) {
    this.source = source;
    this.form = source.form();
    this.mistakes = mistakes;
  }

  static void check(FormSource source, Schema schema, Mistakes mistakes) {
    var linter = new FormLinter(source, mistakes);
    linter.roles(schema);
    linter.labels(source.form().questions());
    linter.rest();
    linter.measures();
    linter.enrolls();
    source.form().questions().forEach(question -> linter.question(question, schema));
    PrefillLinter.check(source, mistakes);
    ConditionLinter.check(source, mistakes);
    MessageLinter.check(source, mistakes);
    DeadEndLinter.check(source, mistakes);
  }

  private void roles(Schema schema) {
    roles("who", form.who(), schema);
    roles("readers", form.readers(), schema);
  }

  private void roles(String key, Set<String> roles, Schema schema) {
    for (String role : roles) {
      if (!schema.roles().contains(role)) {
        mistakes.add(
            FormCode.NO_SUCH_ROLE,
            source.at(key),
            "没有 %s 这个角色。".formatted(Section.shorten(role)),
            Spelling.remedy(role, schema.roles().stream().sorted().toList()));
      }
    }
  }

  private void labels(List<Question> questions) {
    Map<String, Question> seen = new HashMap<>();
    for (Question question : questions) {
      if (question.type() instanceof Type.Note || question.label().isEmpty()) {
        continue;
      }
      var plain = FormSource.plain(question.label());
      if (OptionLinter.isNumber(plain)) {
        wrong(
            FormCode.LABEL_IS_NUMBER,
            question,
            "label",
            "短名称“%s”会和编号、答案混淆。".formatted(question.label()),
            "换一个不像数字的名称，例如 人数。");
      }
      var earlier = seen.putIfAbsent(plain, question);
      if (earlier != null) {
        wrong(
            FormCode.SAME_LABEL,
            question,
            "label",
            "“%s”和问题 %s 同名。".formatted(question.label(), earlier.id()),
            "用 label 给它另一个短名称。");
      }
    }
  }

  /** What is left of a message can go to one question only. */
  private void rest() {
    source.form().questions().stream()
        .filter(FormLinter::takesRest)
        .skip(1)
        .forEach(
            question ->
                wrong(
                    FormCode.WRITTEN_TWICE, question, "rest", "rest 在前面的问题里写过了。", "一张表只留一个 rest。"));
  }

  private static boolean takesRest(Question question) {
    return question.type() instanceof Type.Text(int max, Type.Rest rest) && rest != Type.Rest.NONE;
  }

  private void measures() {
    var seen = new HashSet<String>();
    for (int i = 0; i < form.measures().size(); i++) {
      var name = form.measures().get(i).name();
      if (!name.isEmpty() && !seen.add(name)) {
        mistakes.add(
            FormCode.WRITTEN_TWICE,
            source.item("count", i, "measure"),
            "measure %s 写了两次。".formatted(name),
            "换一个名称。");
      }
    }
  }

  /** A receipt tells who was put on file. */
  private void enrolls() {
    if (form.enrolls().isPresent() && form.chats() != Form.Chats.PRIVATE) {
      mistakes.add(
          FormCode.PRIVATE_ONLY,
          source.at("enrolls"),
          "enrolls 会把户放进档案，这张表不能在群里填。",
          "把 chat 改成 private。");
    }
  }

  private void question(Question question, Schema schema) {
    slots(question);
    empty(question);
    if (question.id().text().equals(FormFile.NUMBER_SLOT)) {
      wrong(
          FormCode.BAD_ID,
          question,
          "id",
          "问题 id 不能是 no：receipt 里的 {no} 是登记的编号。",
          "换一个 id，例如 count。");
    }
    if (question.again().stream().anyMatch(String::isBlank)) {
      wrong(FormCode.EMPTY_TEXT, question, "again", "again 里有空的一句。", "写上提示，或者删掉它。");
    }
    switch (question.type()) {
      case Type.Whole(long min, long max, List<String> units) -> {
        if (min > max) {
          wrong(
              FormCode.MIN_ABOVE_MAX,
              question,
              "min",
              "min %d 比 max %d 大。".formatted(min, max),
              "对调，或者改其中一个。");
        }
      }
      case Type.Choice choice -> options(question, schema);
      case Type.Choices choices -> options(question, schema);
      case Type.Decimal decimal -> {
        if (decimal.min().compareTo(decimal.max()) > 0) {
          wrong(
              FormCode.MIN_ABOVE_MAX,
              question,
              "min",
              "min %s 比 max %s 大。".formatted(decimal.min(), decimal.max()),
              "对调，或者改其中一个。");
        }
      }
      case Type.Text text -> {}
      case Type.YesNo yesNo -> {}
      case Type.Date date -> {}
      case Type.Time time -> {}
      case Type.DateTime dateTime -> {}
      case Type.Place place -> {}
      case Type.Person person -> {}
      case Type.Household household -> {}
      case Type.Phone phone -> {}
      case Type.IdNumber idNumber -> {
        if (form.chats() != Form.Chats.PRIVATE) {
          wrong(FormCode.PRIVATE_ONLY, question, "type", "问身份证号的表不能在群里填。", "把 chat 改成 private。");
        }
      }
      case Type.Photos photos -> {}
      case Type.File file -> {}
      case Type.Location location -> {}
      case Type.Matter matter -> {}
      case Type.Group group -> group(question, group, schema);
      case Type.Computed computed -> {}
      case Type.Note note -> {}
    }
  }

  /** Keys that were begun and not written; those that must be there are told as missing. */
  private void empty(Question question) {
    source
        .section(question.id())
        .ifPresent(
            section ->
                section.keys().stream()
                    .filter(key -> !REQUIRED.contains(key) && section.node(key).isEmpty())
                    .forEach(
                        key ->
                            wrong(
                                FormCode.BAD_VALUE,
                                question,
                                key,
                                "%s 后面是空的。".formatted(key),
                                "写上内容，或者删掉这一行。")));
  }

  private void group(Question question, Type.Group group, Schema schema) {
    var inside = source.section(question.id()).flatMap(section -> section.node("questions"));
    if (inside
        .filter(node -> node instanceof YamlNode.Items items && items.nodes().isEmpty())
        .isPresent()) {
      wrong(FormCode.MISSING_KEY, question, "questions", "questions 里没有问题。", "加上至少一个问题。");
    }
    if (group.min() > group.max()) {
      wrong(
          FormCode.MIN_ABOVE_MAX,
          question,
          "min",
          "min %d 比 max %d 大。".formatted(group.min(), group.max()),
          "对调，或者改其中一个。");
    }
    labels(group.questions());
    group.questions().forEach(inner -> question(inner, schema));
  }

  private void options(Question question, Schema schema) {
    source.options(question.id()).forEach(node -> OptionLinter.check(node, schema, mistakes));
  }

  private void slots(Question question) {
    for (String slot : Template.of(question.ask()).slots()) {
      if (form.question(new QuestionId(slot)).isPresent()) {
        wrong(
            FormCode.SLOT_IN_ASK,
            question,
            "ask",
            "ask 里不能填 {%s}。".formatted(slot),
            "去掉花括号；只有 say 和 receipt 里可以填。");
      }
    }
  }

  private void wrong(Code code, Question question, String key, String problem, String remedy) {
    mistakes.add(code, source.question(question.id(), key), problem, remedy);
  }
}
