package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lanshao.form.Check;
import org.lanshao.form.Definition;
import org.lanshao.form.Expr;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Help;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Silence;
import org.lanshao.form.Template;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** Forms of up to nine questions of all types, with conditions and checks, from a seed. */
final class RandomForms {
  private static final Expr ALWAYS = new Expr.Literal(new Value.YesNo(true));
  private static final List<Option> OPTIONS =
      List.of(
          new Option("a", "防汛", List.of("三防")),
          new Option("b", "防汛检查", List.of()),
          new Option("c", "低保", List.of("最低生活保障")));

  private final Random random;
  private final List<Question> questions = new ArrayList<>();

  private RandomForms(long seed) {
    this.random = new Random(seed);
  }

  static Form of(long seed) {
    return new RandomForms(seed).form();
  }

  private Form form() {
    int size = 1 + random.nextInt(9);
    for (int i = 0; i < size; i++) {
      questions.add(question(i));
    }
    var checks = new ArrayList<Check>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var level = random.nextBoolean() ? Check.Level.REFUSE : Check.Level.CONFIRM;
      checks.add(new Check(condition(questions.size()), Template.of("这样{q0}不对"), level));
    }
    return new Form(
        new FormId("random"),
        "试填",
        "R",
        List.of("试"),
        List.of(),
        random.nextBoolean(),
        Set.of("worker"),
        Form.Chats.ANY,
        questions,
        checks,
        List.of(),
        Template.of("{no}"),
        Silence.USUAL,
        new Definition("hash", ""));
  }

  private Question question(int index) {
    var type = type();
    boolean preset = random.nextInt(6) == 0 && type instanceof Type.Whole;
    return new Question(
        id(index),
        type,
        "第%d问？".formatted(index),
        "第%d问".formatted(index),
        index == 0 || random.nextInt(3) > 0 ? ALWAYS : condition(index),
        preset ? Optional.of(new Value.Whole(5)) : Optional.empty(),
        random.nextInt(4) == 0,
        random.nextBoolean() ? List.of() : List.of("再写一次", "再写一次吧"),
        random.nextBoolean()
            ? new Help(Optional.of("照实写"), Optional.of("要统计"), Optional.empty())
            : Help.NONE);
  }

  private Type type() {
    return switch (random.nextInt(7)) {
      case 0 -> new Type.Text(20);
      case 1 -> new Type.Whole(0, 50, List.of("人"));
      case 2 -> new Type.YesNo();
      case 3 -> new Type.Choice(OPTIONS);
      case 4 -> new Type.Choices(OPTIONS);
      case 5 -> new Type.Place();
      default -> new Type.Note();
    };
  }

  /** A condition over the questions before this one, of the right types. */
  private Expr condition(int before) {
    var about = questions.get(random.nextInt(before));
    Expr plain =
        switch (about.type()) {
          case Type.YesNo yesNo -> new Expr.Answer(about.id());
          case Type.Whole whole ->
              new Expr.Compare(
                  Expr.Comparison.LESS,
                  new Expr.Answer(about.id()),
                  new Expr.Literal(new Value.Whole(10)));
          case Type.Choices choices -> new Expr.Has(about.id(), "a");
          case Type.Choice choice ->
              new Expr.Compare(
                  Expr.Comparison.EQUAL,
                  new Expr.Answer(about.id()),
                  new Expr.Literal(new Value.Text("a")));
          case Type.Note note -> ALWAYS;
          default -> new Expr.Answered(about.id());
        };
    return random.nextInt(3) == 0 ? new Expr.Not(plain) : plain;
  }

  static QuestionId id(int index) {
    return new QuestionId("q" + index);
  }
}
