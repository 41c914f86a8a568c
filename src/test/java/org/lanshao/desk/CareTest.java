package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When matters are to be followed, how people change that, and what is overdue. */
class CareTest {
  private static final String W = Station.WORKER;
  private final Station station = new Station();

  @Test
  void aCaseIsFollowedAfterOneDayThenSevenThenEveryThirty() {
    openCase();
    assertThat(station.say(W, "明细 G1")).contains("负责：陈小雨，5月11日前跟进");

    station.day("2022-05-11");
    followUp();
    assertThat(station.say(W, "明细 G1")).contains("5月18日前跟进");

    station.day("2022-05-12");
    followUp();
    assertThat(station.say(W, "明细 G1")).contains("6月11日前跟进");
  }

  @Test
  void aDayThatIsNamedForTheNextTimeGoesFirstAndIsForgottenWithTheNextStep() {
    openCase();

    assertThat(station.say(W, "个案跟进 G1 入户 聊了近况", "跳过", "5月20日", "提交")).contains("已登记 S1");
    assertThat(station.say(W, "明细 G1")).contains("5月20日前跟进");

    followUp();
    assertThat(station.say(W, "明细 G1")).contains("6月9日前跟进");
  }

  @ParameterizedTest
  @CsvSource({
    "跟进 G1 每14天, 14, 5月24日",
    "个案跟进G1每两周一次, 14, 5月24日",
    "跟进 g1 改为每３天, 3, 5月13日",
    "跟进 G1 隔十天跟进一次, 10, 5月20日",
    "跟进 G1 每周, 7, 5月17日",
    "跟进 G1 每半个月, 15, 5月25日",
    "跟进 G1 每个月一次, 30, 6月9日",
    "follow G1 every 2 weeks, 14, 5月24日"
  })
  void theRhythmIsChangedByChat(String words, String days, String day) {
    openCase();

    assertThat(station.say(W, words)).isEqualTo("G1 改为每" + days + "天跟进一次，下次" + day + "。");

    assertThat(station.say(W, "明细 G1"))
        .contains(day + "前跟进", "陈小雨：改为每" + days + "天跟进一次", "陈小雨 G1：跟进中");
    followUp();
    assertThat(station.say(W, "明细 G1")).contains(day + "前跟进");
  }

  @ParameterizedTest
  @ValueSource(strings = {"跟进 G1 每0天", "跟进 G1 每天天", "跟进 G1 每400天", "跟进 G1 每"})
  void whatIsNoRhythmIsSaidAndChangesNothing(String words) {
    openCase();

    assertThat(station.say(W, words)).startsWith("没看懂多久跟进一次");

    assertThat(station.say(W, "明细 G1")).contains("5月11日前跟进");
  }

  @Test
  void onlyWhoHasItInHandAndWhoIsInChargeChangesTheRhythm() {
    openCase();

    assertThat(station.say(Station.STRANGER, "跟进 G1 每3天")).isEqualTo("没有G1，或者它不归您跟进。");
    assertThat(station.say(W, "跟进 G9 每3天")).isEqualTo("没有G9，或者它不归您跟进。");
    assertThat(station.say(Station.HEAD, "跟进 G1 每3天")).contains("改为每3天");
    station.say(W, "结案 G1 目标达到", "今天", "跳过", "提交");
    assertThat(station.say(W, "跟进 G1 每3天")).isEqualTo("G1 已经办完了，不用再跟进。");
  }

  @Test
  void aDeadlineStaysThroughOtherStepsAndIsMovedByACorrection() {
    station.say(W, "隐患", "太平镇", "用电", "电线老化", "一般", "跳过", "跳过", "整改期限 5月20日", "提交");
    assertThat(station.say(W, "明细 H1")).contains("5月20日前跟进");

    station.say(W, "反馈 H1 镇街", "提交");
    station.say(W, "整改 H1 部分整改 换了插座 自己", "跳过", "提交");
    assertThat(station.say(W, "明细 H1")).contains("5月20日前跟进");
    assertThat(station.say(W, "跟进 H1 每2天")).isEqualTo("H1 改为每2天跟进一次；期限5月20日不变。");

    station.say(W, "更正 H1 整改期限 5月25日", "确认");
    assertThat(station.say(W, "明细 H1")).contains("5月25日前跟进");
  }

  @Test
  void aRecordThatIsWithdrawnLeavesItDueAsItWas() {
    openCase();
    station.day("2022-05-11");
    followUp();

    station.say(W, "撤回 S1", "确认");

    assertThat(station.say(W, "明细 G1")).contains("5月11日前跟进");
  }

  @Test
  void whatIsOverdueIsListedForWhoIsInChargeTheLongestPastFirst() {
    station.say(W, "隐患", "太平镇", "用电", "电线老化", "一般", "跳过", "跳过", "整改期限 5月12日", "提交");
    openCase();
    station.say(W, "转移", "太平镇张三", "3", "1", "1", "1", "0", "跳过", "亲友家", "今天上午九点", "跳过", "提交");
    assertThat(station.say(W, "逾期")).isEqualTo("太平镇（罗定市）没有逾期的。");

    station.day("2022-05-15");
    var list = station.say(Station.HEAD, "逾期").lines().toList();

    assertThat(list.getFirst()).isEqualTo("太平镇（罗定市）逾期3件，最久的在前：");
    assertThat(list.get(1)).startsWith("G1 ").endsWith("跟进中，5月11日就要跟进，过了4天（陈小雨）");
    assertThat(list.get(2)).startsWith("H1 ").endsWith("待反馈，期限5月12日，过了3天（陈小雨）");
    assertThat(list.get(3)).startsWith("T1 ").endsWith("还没返家，5月13日就要跟进，过了2天（陈小雨）");
    assertThat(station.say(Station.COORDINATOR, "逾期")).startsWith("罗定市逾期3件");
    assertThat(station.say(Station.COORDINATOR, "逾期 隐患 太平镇").lines()).hasSize(2);
    assertThat(station.say(Station.HEAD, "逾期 罗定市")).isEqualTo("罗定市不归您管，您看不了。");
    assertThat(station.say(Station.STRANGER, "逾期")).endsWith("没有逾期的。");
    assertThat(station.say(Station.HEAD, "逾期 火星")).startsWith("没看懂。请发 逾期");
    assertThat(station.sayInGroup(Station.HEAD, "逾期")).contains("私聊").doesNotContain("G1");
  }

  @Test
  void inAFormItIsAnsweredAndTheQuestionAskedAgain() {
    station.say(W, "走访");

    assertThat(station.say(W, "逾期")).contains("没有逾期的。", "在哪里走访？");
  }

  private void openCase() {
    assertThat(station.say(W, "个案", "太平镇张三", "走访发现", "独居缺照料", "同意", "跳过", "跳过", "跳过", "提交"))
        .contains("已登记 G1");
  }

  private void followUp() {
    assertThat(station.say(W, "个案跟进 G1 入户 聊了近况", "跳过", "跳过", "提交")).contains("已登记 S");
  }
}
