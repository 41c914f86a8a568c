package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 统计 alone: what there is today in the asker's scope, and how to ask for something else. */
class BareCountTest {
  private static final String HOW = "看别的就加上表、时间或地区，例如 统计 走访 本月、统计 宣传 按镇";
  private final Station station = new Station();

  @Test
  void whereNothingIsOnRecordItSaysSoAndHowToAsk() {
    assertThat(station.say(Station.COORDINATOR, "统计")).isEqualTo("罗定市 今天（5月10日） 还没有登记。\n" + HOW);
    assertThat(station.say(Station.WORKER, "统计")).startsWith("我的登记 今天（5月10日） 还没有登记。\n");
  }

  @Test
  void whatHasRecordsTodayIsTold() {
    station.visit(Station.WORKER, "3");
    station.say(Station.WORKER, "宣传", "防汛", "20人次", "喇叭", "罗定市太平镇", "跳过", "提交");

    var said = station.say(Station.COORDINATOR, "统计");

    assertThat(said.lines())
        .hasSize(4)
        .satisfiesExactly(
            visits -> assertThat(visits).isEqualTo("走访 罗定市 今天（5月10日）：1户 1户次 3人次"),
            publicity -> assertThat(publicity).isEqualTo("宣传 罗定市 今天（5月10日）：20人次 1场次 0份资料"),
            others -> assertThat(others).matches("其余\\d+张表没有登记。"),
            how -> assertThat(how).isEqualTo(HOW));
    assertThat(station.say("p02", "统计")).contains("还没有登记");
  }

  @Test
  void daysToComeAreTold() {
    assertThat(station.say(Station.COORDINATOR, "统计 走访 明天")).endsWith("0人次（这些日子还没有到）");
    assertThat(station.say(Station.COORDINATOR, "统计 走访 上半年")).doesNotContain("没有到");
  }

  @Test
  void whoAsksHowLongFirstVisitsTookIsToldHow() {
    assertThat(station.say(Station.COORDINATOR, "首访用时")).startsWith("首访用时 后面写");
  }

  @Test
  void whatItOffersIsUnderstood() {
    station.visit(Station.WORKER, "3");
    assertThat(station.say(Station.COORDINATOR, "统计 走访 本月")).contains("3人次");
    assertThat(station.say(Station.COORDINATOR, "统计 宣传 按镇")).contains("宣传 罗定市");
    station.speaks(Station.COORDINATOR, "en");
    assertThat(station.say(Station.COORDINATOR, "count visit 本月")).contains("3");
    assertThat(station.say(Station.COORDINATOR, "count 宣传 按镇")).contains("罗定市");
    assertThat(station.say(Station.COORDINATOR, "count")).contains("Nothing filed with the other");
  }

  @Test
  void whoAsksForPeopleIsToldThatRecordsDoNotTellWhoTheyWere() {
    station.visit(Station.WORKER, "3");
    var times = "（登记只写几个人，没写是哪几个，所以数的是人次，同一个人两次算两次";
    assertThat(station.say(Station.COORDINATOR, "统计 走访 人 今天"))
        .isEqualTo("走访 罗定市 今天（5月10日）：3人次\n" + times + "；不重复的可以数户）");
    assertThat(station.say(Station.COORDINATOR, "统计 宣传 人 今天")).endsWith(times + "）");
    for (String plain : new String[] {"统计 走访 人次", "统计 走访 人数", "统计 走访 户", "统计 转移 人"}) {
      assertThat(station.say(Station.COORDINATOR, plain)).doesNotContain(times);
    }
  }
}
