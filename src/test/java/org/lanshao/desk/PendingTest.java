package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.Unavailable;

/** Records filed with answers missing; the clock starts at half past nine. */
class PendingTest {
  private static final Duration TILL_HALF_PAST_EIGHT = Duration.ofHours(23);

  private final Scene scene = new Scene();

  @Test
  void aRequiredQuestionThatIsSkippedMakesThePendingRecordSayWhatIsMissing() {
    assertThat(scene.say("登记", "几句话", "跳过")).contains("几个人先空着", "几个人：（待补）");
    String receipt = scene.say("提交");

    assertThat(receipt).contains("已登记 R1", "还差几个人", "待补");
  }

  @Test
  void whatIsMissingIsNotCountedAndSaid() {
    scene.say("登记", "几句话", "3", "提交");
    scene.say("登记", "别的话", "跳过", "提交");

    assertThat(scene.say("统计 今天")).contains("3人次（有1条待补）");
  }

  @Test
  void aRequiredAnswerIsNotTakenBackBySkipping() {
    scene.say("登记", "几句话", "3");

    assertThat(scene.say("改2", "跳过")).contains("不能跳过", "原来填的是：3");
    assertThat(scene.say("返回", "提交")).contains("3人").doesNotContain("待补");
  }

  @Test
  void theNextMorningRemindsOnceOfAllThatIsMissing() throws Unavailable {
    scene.say("登记", "几句话", "跳过", "提交");
    scene.say("登记", "跳过", "跳过", "提交");
    scene.say("登记", "都有", "3", "提交");

    scene.wait(TILL_HALF_PAST_EIGHT.minusMinutes(1));
    assertThat(scene.sent()).isEmpty();
    scene.wait(Duration.ofMinutes(1));

    assertThat(scene.sent())
        .singleElement()
        .asString()
        .contains("2条", "R1 登记，还差几个人", "R2 登记，还差写点什么、几个人");
    scene.wait(Duration.ofDays(3));
    assertThat(scene.sent()).hasSize(1);
    assertThat(scene.store.nextTimer()).isEmpty();
  }

  @Test
  void aReminderOfADraftAndOfARecordAreOneMessage() {
    scene.say("登记", "几句话", "跳过", "提交");
    scene.wait(TILL_HALF_PAST_EIGHT.minusMinutes(10));
    scene.say("登记");

    scene.wait(Duration.ofMinutes(10));

    assertThat(scene.sent()).singleElement().asString().contains("还差几个人", "登记还没填完", "写点什么？");
  }

  @Test
  void aQuestionCanBeAnsweredAsLastTime() {
    assertThat(scene.say("登记", "同上次")).contains("没有可以照抄的");
    scene.say("几句话", "3", "提交");

    assertThat(scene.say("登记", "和上次一样")).contains("几句话", "几个人？");
    assertThat(scene.say("5")).contains("写点什么：几句话（同上次）", "几个人：5\n");
    assertThat(scene.say("提交")).contains("几句话 5人");
  }

  @Test
  void aFormCanBeBegunAsItWasFiledLastTimeWithTheCopiedAnswersMarked() {
    scene.say("登记", "几句话", "3", "提交");

    assertThat(scene.say("登记 同上次")).contains("照上次的填好了2项", "写点什么：几句话（同上次）", "几个人：3（同上次）");
    assertThat(scene.say("改2", "4")).contains("几句话（同上次）", "几个人：4\n");
    assertThat(scene.say("返回")).contains("几个人：3（同上次）");
    assertThat(scene.say("提交")).contains("几句话 3人");
  }

  @Test
  void whoNeverFiledAFormBeginsItEmpty() {
    assertThat(scene.say("登记 同上次")).contains("还没有交过登记", "写点什么？");
  }

  @Test
  void whatIsMissingIsAddedAndThenCounted() {
    scene.say("登记", "几句话", "跳过", "提交");

    assertThat(scene.say("补 R1")).contains("几个人？").doesNotContain("写点什么？");
    String review = scene.say("4");
    String receipt = scene.say("提交");

    assertThat(review).contains("几个人").contains("4");
    assertThat(receipt).contains("R1");
    assertThat(scene.store.filings()).hasSize(2);
    assertThat(scene.say("统计 今天")).contains("4人次").doesNotContain("待补");
    scene.wait(TILL_HALF_PAST_EIGHT);
    assertThat(scene.sent()).isEmpty();
  }

  @Test
  void addedWithoutANumberIsAnOrdinaryWord() {
    scene.say("登记", "几句话", "跳过", "提交");

    assertThat(scene.say("补贴发了")).contains("没看懂");
  }
}
