package org.lanshao.form;

/**
 * Checks {@code from}: whose file a question looks into, and whether it takes what stands there.
 */
final class PrefillLinter {
  private final FormSource source;
  private final Mistakes mistakes;

  private PrefillLinter(FormSource source, Mistakes mistakes) {
    this.source = source;
    this.mistakes = mistakes;
  }

  static void check(FormSource source, Mistakes mistakes) {
    var linter = new PrefillLinter(source, mistakes);
    source.form().questions().forEach(linter::check);
  }

  private void check(Question question) {
    question.from().ifPresent(from -> check(question, from));
    if (question.isFiled()
        && question.from().filter(f -> f.fact() == Prefill.Fact.CATEGORY).isEmpty()) {
      mistakes.add(
          FormCode.NOT_ON_FILE,
          source.question(question.id(), "unfiled"),
          "没有写 from，unfiled 没有作用。",
          "加上 from，例如 from: household.category，或者删掉 unfiled。");
    }
    if (question.type() instanceof Type.Group group) {
      group.questions().stream()
          .filter(inner -> inner.from().isPresent())
          .forEach(inner -> wrong(inner, "group 里面的问题不能写 from。", "把它移到 group 外面，或者删掉 from。"));
    }
  }

  private void check(Question question, Prefill from) {
    if (source.form().chats() != Form.Chats.PRIVATE && !question.isFiled()) {
      mistakes.add(
          FormCode.PRIVATE_ONLY,
          source.question(question.id(), "from"),
          "from 会说出档案里的内容，这张表不能在群里填。",
          "把 chat 改成 private。");
    }
    var who = source.form().question(from.who());
    if (who.isEmpty() || !isBefore(who.get(), question)) {
      wrong(question, "前面没有问题 %s。".formatted(from.who()), "写一个前面的 household 或 person 问题的 id。");
    } else if (!tells(who.get().type(), from.fact())) {
      wrong(
          question,
          "问题 %s 的档案里没有 %s。".formatted(from.who(), from.fact().word()),
          "写一个 household 问题；person 问题的档案里只有 category、phone、place。");
    } else if (!from.fact().fits(question.type())) {
      wrong(question, "这种问题收不了档案里的 %s。".formatted(from.fact().word()), Prefill.FITTING);
    } else {
      from.grouping().ifPresent(grouping -> check(question, grouping));
    }
  }

  private void check(Question question, Grouping grouping) {
    var total = source.form().question(grouping.total());
    if (total
        .filter(one -> isBefore(one, question) && one.type() instanceof Type.Whole)
        .isEmpty()) {
      wrong(
          question, "前面没有问几个人的问题 %s。".formatted(grouping.total()), "total 写一个前面的 integer 问题的 id。");
    }
  }

  private boolean isBefore(Question who, Question question) {
    var questions = source.form().questions();
    return questions.indexOf(who) < questions.indexOf(question);
  }

  private static boolean tells(Type who, Prefill.Fact fact) {
    return who instanceof Type.Household || (who instanceof Type.Person && fact.isOfPerson());
  }

  private void wrong(Question question, String problem, String remedy) {
    mistakes.add(FormCode.NOT_ON_FILE, source.question(question.id(), "from"), problem, remedy);
  }
}
