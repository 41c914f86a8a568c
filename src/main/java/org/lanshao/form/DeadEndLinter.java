package org.lanshao.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for conditions that decide nothing, checks that nobody can pass, and options that none. */
final class DeadEndLinter {
  private final FormSource source;
  private final Form form;
  private final Mistakes mistakes;

  private DeadEndLinter(FormSource source, Mistakes mistakes) {
    this.source = source;
    this.form = source.form();
    this.mistakes = mistakes;
  }

  static void check(FormSource source, Mistakes mistakes) {
    var linter = new DeadEndLinter(source, mistakes);
    linter.whens();
    if (linter.checks()) {
      linter.together();
    }
  }

  private void whens() {
    for (Question question : form.questions()) {
      if (looksAtSomething(question) && Possibility.of(form, question.when()).alwaysHolds()) {
        mistakes.add(
            FormCode.ALWAYS_ASKED,
            source.question(question.id(), "when"),
            "when 总是成立，这个问题每次都会问。",
            "删掉 when，或者检查数字的范围和选项。");
      }
    }
  }

  /** A condition was written that could be read. */
  private boolean looksAtSomething(Question question) {
    return !(question.when() instanceof Expr.Literal)
        || source
            .section(question.id())
            .flatMap(section -> section.text("when"))
            .filter(ExprReader::isConstant)
            .isPresent();
  }

  /** Tells each check that never holds; whether there is none. */
  private boolean checks() {
    boolean fine = true;
    for (int i = 0; i < form.checks().size(); i++) {
      var that = form.checks().get(i).that();
      if (Possibility.of(form, that).neverHolds()) {
        fine = false;
        mistakes.add(
            FormCode.CHECK_NEVER_HOLDS,
            source.item("check", i, "that"),
            "that 永远不成立，怎么回答都过不了。",
            "that 写的是正常时的样子，检查是不是写反了。");
      }
    }
    return fine;
  }

  private void together() {
    var refusing =
        form.checks().stream()
            .filter(check -> check.level() == Check.Level.REFUSE)
            .map(Check::that)
            .toList();
    if (refusing.isEmpty()) {
      return;
    }
    if (Possibility.passable(form, refusing, any -> true).equals(Optional.of(false))) {
      mistakes.add(
          FormCode.CHECKS_CONTRADICT, source.at("check"), "几个 check 合起来，怎么回答都过不了。", "改掉互相矛盾的那一个。");
      return;
    }
    for (Question question : form.questions()) {
      boolean looked =
          refusing.stream()
              .anyMatch(that -> ConditionLinter.questions(that).contains(question.id()));
      if (looked) {
        preset(question, refusing);
      }
      for (Option option : looked ? question.type().options() : List.<Option>of()) {
        option(question, option, refusing);
      }
    }
  }

  /** 跳过 must not give an answer that is refused whatever else is said. */
  private void preset(Question question, List<Expr> refusing) {
    var value = question.preset().filter(DeadEndLinter::isTryable);
    if (value.isEmpty()) {
      return;
    }
    var given =
        new Expr.Compare(
            Expr.Comparison.EQUAL, new Expr.Answer(question.id()), new Expr.Literal(value.get()));
    var all = Stream.concat(refusing.stream(), Stream.of(given)).toList();
    var passable = Possibility.passable(form, all, way -> way.get(question.id()).isPresent());
    if (passable.equals(Optional.of(false))) {
      mistakes.add(
          FormCode.DEFAULT_DOES_NOT_FIT,
          source.question(question.id(), "default"),
          "跳过填上 default，就怎么也过不了 check。",
          "换一个 default，或者改 check。");
    }
  }

  private static boolean isTryable(Value value) {
    return value instanceof Value.Whole
        || value instanceof Value.One
        || value instanceof Value.YesNo
        || value instanceof Value.Text;
  }

  private void option(Question question, Option option, List<Expr> refusing) {
    var passable =
        Possibility.passable(form, refusing, way -> chosen(way.get(question.id()), option));
    if (passable.equals(Optional.of(false))) {
      mistakes.add(
          FormCode.DEAD_OPTION,
          source.question(question.id(), "options"),
          "选了“%s”就怎么也过不了 check。".formatted(option.label()),
          "去掉这个选项，或者改 check。");
    }
  }

  private static boolean chosen(Optional<Value> answer, Option option) {
    return answer
        .filter(
            value ->
                switch (value) {
                  case Value.One(String id) -> id.equals(option.id());
                  case Value.Many(List<String> ids) -> ids.contains(option.id());
                  default -> false; // nothing else is chosen
                })
        .isPresent();
  }
}
