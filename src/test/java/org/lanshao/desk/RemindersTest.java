package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.talk.Courtesy;

/** What people are reminded of, and when; the clock starts at half past nine on 10 May. */
class RemindersTest {
  private static final String W = Station.WORKER;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TILL_HALF_PAST_EIGHT = Duration.ofHours(23);

  private final Station station = new Station();

  @Test
  void whoHasACaseInHandIsRemindedOnItsMorningAndNobodyElse() {
    openCase();

    station.pass(TILL_HALF_PAST_EIGHT.minusMinutes(1));
    assertThat(station.told(W)).isEmpty();
    station.pass(Duration.ofMinutes(1));

    assertThat(station.told(W))
        .singleElement()
        .asString()
        .startsWith("您名下有1件今天要跟进：\nG1 ")
        .contains("跟进中，今天要跟进", "例如 个案跟进 G1", "跟进 G1 每14天");
    assertThat(station.told(Station.HEAD)).isEmpty();
  }

  @Test
  void whatIsLeftIsToldToTheHeadTheNextDayAndThenEachWeek() {
    openCase();
    station.pass(TILL_HALF_PAST_EIGHT);

    station.pass(DAY);

    assertThat(station.told(W)).hasSize(2).last().asString().contains("5月11日就要跟进，过了1天");
    assertThat(station.told(Station.HEAD))
        .singleElement()
        .asString()
        .startsWith("陈小雨名下有1件到了时间还没跟进，请您过问：\nG1 ");
    station.pass(DAY.multipliedBy(6));
    assertThat(station.told(Station.HEAD)).hasSize(1);
    station.pass(DAY);
    assertThat(station.told(Station.HEAD)).hasSize(2);
    assertThat(station.told(W)).hasSize(3);
  }

  @Test
  void theDaysAreSetAndWhatIsUnderWayGoesByTheNewOnes() {
    openCase();
    station.pass(TILL_HALF_PAST_EIGHT);
    var usual = Courtesy.USUAL;
    station.restart(
        new Courtesy(
            usual.quietFrom(),
            usual.quietTo(),
            usual.reminders(),
            usual.days(),
            usual.keepDrafts(),
            2,
            3,
            90));

    station.pass(DAY);
    assertThat(station.told(Station.HEAD)).isEmpty();
    station.pass(DAY);
    assertThat(station.told(Station.HEAD)).hasSize(1);
    station.pass(DAY.multipliedBy(3));
    assertThat(station.told(Station.HEAD)).hasSize(2);
  }

  @Test
  void whoFollowsInTimeIsRemindedOnTheNextDayOfTheRhythm() {
    openCase();
    station.say(W, "个案跟进 G1 入户 聊了近况", "跳过", "跳过", "提交");

    station.pass(DAY.multipliedBy(6));
    assertThat(station.told(W)).isEmpty();
    station.pass(TILL_HALF_PAST_EIGHT);

    assertThat(station.told(W)).hasSize(1);
    assertThat(station.told(Station.HEAD)).isEmpty();
  }

  @Test
  void aShorterRhythmRemindsSooner() {
    openCase();
    station.say(W, "个案跟进 G1 入户 聊了近况", "跳过", "跳过", "提交");
    station.say(W, "跟进 G1 每2天");

    station.pass(DAY.plus(TILL_HALF_PAST_EIGHT));

    assertThat(station.told(W)).singleElement().asString().contains("G1");
  }

  @Test
  void allOfAMorningIsOneMessage() {
    openCase();
    openCase();

    station.pass(TILL_HALF_PAST_EIGHT);

    assertThat(station.told(W))
        .singleElement()
        .asString()
        .startsWith("您名下有2件")
        .contains("G1", "G2");
  }

  @Test
  void whatIsDoneIsNotToldAnyMore() {
    openCase();
    station.say(W, "结案 G1 目标达到", "今天", "跳过", "提交");

    station.pass(DAY.multipliedBy(10));

    assertThat(station.told(W)).isEmpty();
    assertThat(station.told(Station.HEAD)).isEmpty();
  }

  @Test
  void aHazardThatNobodyReportedIsToldToItsAuthorThenToTheHead() {
    station.say(W, "隐患", "太平镇", "用电", "电线老化", "一般", "跳过", "跳过", "提交");

    station.pass(TILL_HALF_PAST_EIGHT);
    assertThat(station.told(W)).singleElement().asString().contains("H1", "待反馈，今天要跟进");
    station.pass(DAY);

    assertThat(station.told(Station.HEAD)).singleElement().asString().contains("H1", "待反馈");
  }

  @Test
  void aDeathBetweenTheDayAndTheReminderLosesAndDoublesNothing() {
    openCase();
    station.restart();
    station.pass(TILL_HALF_PAST_EIGHT);
    station.restart();
    station.look();

    assertThat(station.told(W)).hasSize(1);
  }

  @Test
  void aNodeThatWasDownTillTheNightSaysItInTheMorning() {
    openCase();

    station.pass(TILL_HALF_PAST_EIGHT.plusHours(15));
    assertThat(station.told(W)).isEmpty();
    station.pass(Duration.ofMinutes(449));
    assertThat(station.told(W)).isEmpty();
    station.pass(Duration.ofMinutes(1));

    assertThat(station.told(W)).hasSize(1);
  }

  @Test
  void whatSomebodyHasInHandWhoLeavesIsListedAndItsNewOwnerIsRemindedInTheirPlace() {
    openCase();

    assertThat(station.say(Station.HEAD, "离职 陈小雨")).contains("还有1件没办完：", "G1 ");
    station.say(Station.HEAD, "确认");
    station.look();
    assertThat(station.told(Station.HEAD)).last().asString().contains("陈小雨", "G1 ");
    station.pass(TILL_HALF_PAST_EIGHT);

    assertThat(station.told(Station.HEAD)).last().asString().startsWith("您名下有1件今天要跟进");
    assertThat(station.say(Station.HEAD, "明细 G1")).contains("负责：林大山", "陈小雨：交给林大山");
    assertThat(station.told(W)).isEmpty();
    assertThat(station.say(W, "逾期")).contains("不能").doesNotContain("G1");
  }

  @Test
  void whoMovesHandsOverWhatStaysBehindAndBeginsAnew() {
    openCase();

    assertThat(station.say(Station.COORDINATOR, "调站 陈小雨 双东街道 交给 林大山"))
        .contains("还有1件没办完：", "G1 ", "交给：林大山");
    assertThat(station.say(Station.COORDINATOR, "确认")).contains("林大山");
    station.look();
    station.pass(TILL_HALF_PAST_EIGHT);

    assertThat(station.told(Station.HEAD)).last().asString().startsWith("您名下有1件");
    assertThat(station.told(W)).noneMatch(text -> text.startsWith("您名下"));
  }

  private void openCase() {
    assertThat(station.say(W, "个案", "太平镇张三", "走访发现", "独居缺照料", "同意", "跳过", "跳过", "跳过", "提交"))
        .contains("已登记 G");
  }
}
