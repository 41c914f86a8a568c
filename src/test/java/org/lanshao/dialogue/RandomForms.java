package org.lanshao.dialogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lanshao.form.Check;
import org.lanshao.form.Definition;
import org.lanshao.form.Expr;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Help;
import org.lanshao.form.Matters;
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

  /** Most questions are asked. */
  private static final List<Question.Manner> MANNERS =
      List.of(
          new Question.Manner.Asked(),
          new Question.Manner.Asked(),
          new Question.Manner.Asked(),
          new Question.Manner.Named(List.of()),
          new Question.Manner.Extra());

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
        Set.of(),
        Form.Chats.ANY,
        Optional.empty(),
        questions,
        checks,
        List.of(),
        Template.of("{no}"),
        Matters.NONE,
        Silence.USUAL,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        new Definition("hash", ""));
  }

  private Question question(int index) {
    return question(
        id(index), type(), index == 0 || random.nextInt(3) > 0 ? ALWAYS : condition(index), false);
  }

  private Question question(QuestionId id, Type type, Expr when, boolean inGroup) {
    var manner = inGroup || isUnanswered(type) ? new Question.Manner.Asked() : any(MANNERS);
    boolean preset =
        random.nextInt(6) == 0
            && type instanceof Type.Whole
            && !(manner instanceof Question.Manner.Extra);
    return new Question(
        id,
        type,
        "%s？".formatted(id),
        id.text(),
        when,
        preset ? Optional.of(new Value.Whole(5)) : Optional.empty(),
        Optional.empty(),
        random.nextInt(4) == 0 || manner instanceof Question.Manner.Extra,
        random.nextBoolean() ? List.of() : List.of("再写一次", "再写一次吧"),
        random.nextBoolean()
            ? new Help(Optional.of("照实写"), Optional.of("要统计"), Optional.empty())
            : Help.NONE,
        manner);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static boolean isUnanswered(Type type) {
    return type instanceof Type.Group || type instanceof Type.Computed || type instanceof Type.Note;
  }

  private Type type() {
    return type(random.nextInt(20));
  }

  private Type type(int kind) {
    return switch (kind) {
      case 0 -> new Type.Text(20);
      case 1 -> new Type.Whole(0, 50, List.of("人"));
      case 2 -> new Type.YesNo();
      case 3 -> new Type.Choice(OPTIONS);
      case 4 -> new Type.Choices(OPTIONS);
      case 5 -> new Type.Place();
      case 6 -> new Type.Decimal(BigDecimal.ZERO, BigDecimal.TEN, 1, List.of("元"));
      case 7 -> new Type.Date(Type.Days.PAST);
      case 8 -> new Type.Time();
      case 9 -> new Type.DateTime(Type.Days.ANY);
      case 10 -> new Type.Person();
      case 11 -> new Type.Household(random.nextBoolean());
      case 12 -> new Type.Phone();
      case 13 -> new Type.IdNumber();
      case 14 -> new Type.Photos(1 + random.nextInt(3));
      case 15 -> new Type.File();
      case 16 -> new Type.Location();
      case 17, 18 -> group();
      default -> random.nextBoolean() ? new Type.Note() : computed();
    };
  }

  /** Up to three questions, at most four items. */
  private Type group() {
    var inner = new ArrayList<Question>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      var when =
          i > 0 && inner.getFirst().type() instanceof Type.YesNo
              ? new Expr.Answer(inner.getFirst().id())
              : ALWAYS;
      inner.add(
          question(
              new QuestionId("g%d_%d".formatted(questions.size(), i)),
              type(random.nextInt(17)),
              when,
              true));
    }
    int min = random.nextInt(3);
    return new Type.Group(inner, min, Math.max(1, min) + random.nextInt(2));
  }

  private Type computed() {
    var terms = new ArrayList<Expr>();
    for (Question question : questions) {
      switch (question.type()) {
        case Type.Whole whole -> terms.add(new Expr.Answer(question.id()));
        case Type.Decimal decimal -> terms.add(new Expr.Answer(question.id()));
        case Type.Group group -> terms.add(new Expr.Size(question.id()));
        default -> {}
      }
    }
    return new Type.Computed(new Expr.Sum(terms), Type.Numeric.DECIMAL, List.of());
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
          case Type.Group group ->
              new Expr.Compare(
                  Expr.Comparison.MORE,
                  new Expr.Size(about.id()),
                  new Expr.Literal(new Value.Whole(1)));
          default -> new Expr.Answered(about.id());
        };
    return random.nextInt(3) == 0 ? new Expr.Not(plain) : plain;
  }

  static QuestionId id(int index) {
    return new QuestionId("q" + index);
  }
}
