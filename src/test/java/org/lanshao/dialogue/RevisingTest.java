package org.lanshao.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lanshao.Effort;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Hearing;
import org.lanshao.turn.EventJson;

/** Random talk about a record that is revised. */
class RevisingTest {
  private static final Form VISIT = BundledForms.read("visit");
  private static final Context CONTEXT =
      new Context(
          new Hearing(
              BundledDirectory.read(),
              new AreaCode("445381101"),
              LocalDateTime.of(2022, 5, 10, 12, 0)),
          TestWording.read());
  private static final Answers FILED =
      Answers.NONE
          .with(new QuestionId("place"), new Value.Place("445381101", "太平镇（罗定市）"))
          .with(new QuestionId("household"), new Value.Text("陈伯"))
          .with(new QuestionId("mode"), new Value.One("home"))
          .with(new QuestionId("people"), new Value.Whole(3))
          .with(new QuestionId("purpose"), new Value.Many(List.of("flood")))
          .with(new QuestionId("hazard"), new Value.YesNo(false));
  private static final List<Basis.Purpose> PURPOSES =
      List.of(
          Basis.Purpose.CORRECT,
          Basis.Purpose.CORRECT,
          Basis.Purpose.CORRECT,
          Basis.Purpose.WITHDRAW,
          Basis.Purpose.RETURN);
  private static final List<String> SAID =
      List.of(
          "人数 4",
          "人数 20",
          "4人",
          "60人",
          "方式 电访",
          "有隐患 有",
          "隐患 没有",
          "隐患种类 用电",
          "1 3",
          "其他",
          "罗镜镇",
          "新村",
          "备注 好",
          "目的 防汛 核查",
          "改4",
          "改1",
          "5",
          "1",
          "2",
          "是",
          "否",
          "返回",
          "跳过",
          "重来",
          "预览",
          "帮助",
          "呼呼呼",
          "更正 V1 人数 6",
          "不对，系4个",
          "人数 5 原因 数错了",
          "数错了",
          "确认",
          "提交",
          "取消",
          "");

  @Test
  void everyTalkIsTheFoldOfItsEventsAndEndsInCompleteAnswersOrUnchanged() {
    var random = new Random(20220511);
    for (int n = 0; n < Effort.of(400); n++) {
      var purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
      var explain = random.nextBoolean();
      var basis = new Basis("V1", 2, purpose, explain, random.nextInt(4) == 0, FILED, "");
      var events = new ArrayList<Event>();
      var first = Dialogue.revise(VISIT, basis, random.nextBoolean() ? "人数 4" : "", CONTEXT);
      events.addAll(first.events());
      var session = Session.of(VISIT, events);
      for (int turn = 0; turn < 25 && !session.ended(); turn++) {
        var text = SAID.get(random.nextInt(SAID.size()));
        var before = session;
        var step =
            Dialogue.control(before, text, CONTEXT)
                .orElseGet(() -> Dialogue.answer(before, text, CONTEXT));
        events.addAll(step.events());
        session = before.after(step.events());
        check(session, events);
      }
    }
  }

  private static void check(Session session, List<Event> events) {
    assertThat(EventJson.read(EventJson.write(events))).isEqualTo(events);
    assertThat(Session.of(VISIT, events)).isEqualTo(session);
    assertThat(Session.of(VISIT, session.events())).isEqualTo(session);
    if (!session.ended()) {
      assertThat(Dialogue.prompt(session, CONTEXT).parts()).isNotEmpty();
    }
    if (session.submitted()) {
      var basis = session.basis().orElseThrow();
      boolean changes = basis.purpose() == Basis.Purpose.CORRECT;
      assertThat(session.changed() || basis.returned() || !changes).isTrue();
      assertThat(!basis.explain() || !session.changed() || !basis.why().isEmpty()).isTrue();
      complete(session);
    }
  }

  /** What is neither answered nor optional was skipped, and makes the record a pending one. */
  private static void complete(Session session) {
    for (Question question : Path.of(session).questions()) {
      var answer = session.record().get(question.id());
      boolean skipped = session.skipped().contains(question.id());
      assertThat(answer.isPresent() || question.optional() || skipped).isTrue();
      if (question.type() instanceof Type.Whole(long min, long max, var units)) {
        answer.ifPresent(given -> assertThat(((Value.Whole) given).number()).isBetween(min, max));
      }
    }
  }

  @Test
  void backTakesBackWhatACorrectionChangedUntilTheRecordIsAsItWas() {
    var basis = new Basis("V1", 1, Basis.Purpose.CORRECT, false, false, FILED, "");
    var session =
        Session.of(VISIT, Dialogue.revise(VISIT, basis, "人数 4 方式 电访 有隐患 有", CONTEXT).events());
    assertThat(Changed.of(session)).hasSize(3);
    for (int left = 2; left >= 0; left--) {
      session = session.after(Dialogue.control(session, "返回", CONTEXT).orElseThrow().events());
      assertThat(Changed.of(session)).hasSize(left);
    }
    assertThat(session.answers()).isEqualTo(FILED);
    assertThat(Dialogue.control(session, "返回", CONTEXT).orElseThrow().events()).isEmpty();
  }
}
