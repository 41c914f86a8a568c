package org.lanshao.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.Effort;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Form;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Hearing;
import org.lanshao.reading.OpenMatters;
import org.lanshao.turn.EventJson;

/**
 * Walks through every bundled form as people might take them: mostly sensible answers, sometimes
 * steering words, sometimes anything. 10,000 turns for each form and each {@code effort}.
 */
class BundledWalksTest {
  private static final int TURNS = Effort.of(10_000);

  /** After so many turns a walk answers well until its end. */
  private static final int WANDERING = 40;

  /** Far more than the longest form needs when it is answered well. */
  private static final int LONGEST = 400;

  private static final Context CONTEXT =
      new Context(
          new Hearing(
              BundledDirectory.read(),
              new AreaCode("445303104"),
              LocalDateTime.of(2022, 5, 10, 12, 0),
              matters()),
          TestWording.read());

  /** Two open matters of every letter, and a ninth that is done. */
  private static OpenMatters matters() {
    var place = new Value.Place("445303104", "富林镇（云安区）");
    var open = new ArrayList<Value.Matter>();
    var settled = new HashMap<String, String>();
    for (String letter : List.of("H", "T", "G", "L", "E", "W", "SQ")) {
      open.add(new Value.Matter(letter + "1", place, "张三", "富林镇 张三"));
      open.add(new Value.Matter(letter + "2", place, "李四", "富林镇 李四"));
      settled.put(letter + "9", "办完了");
    }
    return new OpenMatters(open, settled);
  }

  private static final List<String> STEERING =
      List.of("跳过", "跳过", "改1", "改3", "改7", "改", "进度", "预览", "帮助", "为什么", "例子", "重来", "提交", "完");

  private static final List<String> ANYTHING =
      List.of(
          "？",
          "0",
          "-1",
          "999999999999",
          "不知道",
          "好像是吧",
          "富林镇",
          "[照片]",
          "[文件]",
          "5月9日",
          "两三个",
          "1 3");

  @TestFactory
  Stream<DynamicTest> everyWalkHoldsToItsEnd() {
    return BundledForms.read().stream()
        .map(form -> DynamicTest.dynamicTest(form.id().text(), () -> walks(form)));
  }

  private static void walks(Form form) {
    var random = new Random(form.id().text().hashCode());
    int turns = 0;
    while (turns < TURNS) {
      turns += new Walk(form, random).toTheEnd();
    }
  }

  /** One form in hand, from its start word to its end. */
  private static final class Walk {
    private final Random random;
    private final List<Event> events = new ArrayList<>();
    private Session session;
    private String review = "";
    private int turns;

    Walk(Form form, Random random) {
      this.random = random;
      this.session = Session.of(form);
      happened(Dialogue.start(form, "", CONTEXT));
    }

    /** How many turns it took. */
    int toTheEnd() {
      boolean cancels = random.nextInt(5) == 0;
      while (!session.ended()) {
        assertThat(turns).as("turns without an end").isLessThan(LONGEST);
        boolean settled = turns > WANDERING;
        say(settled && cancels ? "取消" : settled ? patient() : wandering());
      }
      assertThat(session.submitted() || session.end() == Session.End.CANCELLED).isTrue();
      if (session.submitted()) {
        assertStored();
      }
      return turns;
    }

    private void say(String message) {
      var before = session;
      happened(turn(before, message));
      boolean answered =
          session.trail().stream()
                  .skip(before.trail().size())
                  .anyMatch(e -> e instanceof Event.Answered || e instanceof Event.Skipped)
              && session.trail().size() > before.trail().size();
      if (answered && !session.ended()) {
        assertBack(before);
      }
    }

    private void assertBack(Session before) {
      var back = session.after(turn(session, "返回").events());
      assertThat(back.answers()).isEqualTo(before.answers());
      assertThat(back.skipped()).isEqualTo(before.skipped());
      assertThat(back.insisted()).isEqualTo(before.insisted());
    }

    private void happened(Step step) {
      turns++;
      events.addAll(step.events());
      session = session.after(step.events());
      var prompt = Dialogue.prompt(session, CONTEXT);
      assertThat(prompt.parts().isEmpty()).isEqualTo(session.ended());
      if (Stage.of(session) instanceof Stage.Reviewing) {
        review = prompt.parts().getLast().text();
      }
    }

    /** What was last shown for review is what is stored, line by line. */
    private void assertStored() {
      var stored = Session.of(session.form(), EventJson.read(EventJson.write(events))).record();
      var shown = new ArrayList<String>();
      session
          .form()
          .questions()
          .forEach(
              question ->
                  stored
                      .get(question.id())
                      .map(value -> Shown.value(value, question.type(), CONTEXT.wording()))
                      .ifPresent(value -> shown.add(question.label() + "：" + value)));
      var reviewed =
          review
              .lines()
              .filter(line -> line.matches("\\d+\\. .*") && !line.matches(".*：（(没填|待补)）"))
              .map(line -> line.replaceFirst("\\d+\\. ", ""))
              .toList();
      assertThat(reviewed).containsExactlyElementsOf(shown);
    }

    private String wandering() {
      int chance = random.nextInt(20);
      return chance < 3 ? any(STEERING) : chance < 4 ? "返回" : chance < 6 ? any(ANYTHING) : well();
    }

    /** Good answers; a step back at times, for a check may find fault with an earlier answer. */
    private String patient() {
      return turns % 60 == 0 ? "重来" : random.nextInt(12) == 0 ? "返回" : well();
    }

    /** An answer that may well be understood. */
    private String well() {
      return switch (Stage.of(session)) {
        case Stage.Asking asking -> answer(asking.question());
        case Stage.Choosing choosing -> "1";
        case Stage.PickingItem picking -> random.nextInt(3) == 0 ? "再来一个" : "完";
        case Stage.PickingPart picking -> any(List.of("1", "2", "返回"));
        case Stage.Collecting collecting -> "完";
        case Stage.Doubting doubting -> any(List.of("是", "否"));
        case Stage.Reasoning() -> "写错了";
        case Stage.Reviewing() -> reviewing();
        case Stage.Over() -> "";
      };
    }

    /** An extra question now and then, then 提交. */
    private String reviewing() {
      var path = Path.of(session);
      var extras = path.extras();
      return extras.isEmpty() || random.nextInt(2 + extras.size()) < 2
          ? "提交"
          : "改" + (path.questions().indexOf(any(extras)) + 1);
    }

    private String answer(Question question) {
      return question.optional() && random.nextInt(3) == 0 ? "跳过" : answer(question.type());
    }

    private String answer(Type type) {
      return switch (type) {
        case Type.Text text -> any(List.of("电线老化", "石巷村张三", "已送医，情绪稳定"));
        case Type.Whole whole ->
            Long.toString(whole.min() + (random.nextBoolean() ? 0 : random.nextInt(3)));
        case Type.Decimal decimal -> decimal.min().toPlainString();
        case Type.YesNo yesNo -> any(List.of("有", "没有"));
        case Type.Choice(List<Option> options) -> any(options).label();
        case Type.Choices(List<Option> options) ->
            any(options).label() + " " + any(options).label();
        case Type.Date(Type.Days days) ->
            days == Type.Days.FUTURE ? "明天" : any(List.of("昨天", "5月9日"));
        case Type.Time time -> "20:30";
        case Type.DateTime(Type.Days days) -> days == Type.Days.FUTURE ? "明天早上八点" : "昨晚八点半";
        case Type.Place place -> any(List.of("石巷村", "富林镇", "莲塘村"));
        case Type.Person person -> "李四";
        case Type.Household household -> any(List.of("石巷村张三", "大坪村12号户"));
        case Type.Phone phone -> "13800138000";
        case Type.IdNumber idNumber -> "11010519491231002X";
        case Type.Photos photos -> "[照片]";
        case Type.File file -> "[文件]";
        case Type.Location location -> "富林镇";
        case Type.Matter(String letter) -> any(List.of(letter + "1", "2", "李四", letter + "9"));
        case Type.Group group -> "完";
        case Type.Computed computed -> "";
        case Type.Note note -> "";
      };
    }

    private <T> T any(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }
  }

  private static Step turn(Session session, String message) {
    return Input.written(message, "m")
        .map(input -> Dialogue.receive(session, input, CONTEXT))
        .or(() -> Dialogue.control(session, message, CONTEXT))
        .orElseGet(() -> Dialogue.answer(session, message, CONTEXT));
  }
}
