package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long after a warning each station made its first visit. */
class FirstVisitsTest {
  private static final String CITY = "p41";
  private final Station station = new Station();

  private void visit(String worker, String town) {
    var said = station.say(worker, "走访", town, "陈伯", "入户", "2", "防汛", "没有", "跳过", "提交");
    assertThat(said).contains("V");
  }

  private void warn(String words) {
    station.day("2022-05-10");
    station.say(CITY, words);
    assertThat(station.say(CITY, "确认")).contains("已发");
  }

  @Test
  void minutesFromTheWarningToTheFirstVisitOfEachStation() {
    station.day("2022-05-09");
    visit("p01", "罗定市太平镇");
    warn("预警 暴雨 红 罗定市 新兴县太平镇");
    assertThat(station.say(CITY, "首访用时 N1")).contains("22个站都还没有走访", "还没有走访：");

    station.wait(Duration.ofMinutes(10));
    visit("p01", "罗定市太平镇");
    station.wait(Duration.ofMinutes(20));
    visit("p02", "新兴县太平镇");
    station.wait(Duration.ofMinutes(25));
    visit("p01", "罗定市太平镇");
    visit("p06", "罗定市榃滨镇");

    var said = station.say(CITY, "首访用时 N1");
    assertThat(said)
        .contains("N1 暴雨红色预警 首访用时：3/22个站已走访，中位30分钟")
        .contains("罗定市：2/21个站，中位32分钟", "新兴县：1/1个站，中位30分钟")
        .contains("太平镇（罗定市） 10分钟\n太平镇（新兴县） 30分钟\n榃滨镇 55分钟")
        .contains("还没有走访：罗城街道");
    assertThat(station.say(CITY, "首访用时 A1")).isEqualTo(said.replace("N1 暴雨红色预警", "A1 暴雨"));
    assertThat(station.say("p11", "首访用时 N1")).contains("1/1个站已走访，中位10分钟");
    assertThat(station.say("p03", "首访用时 N1")).contains("没有站收到");
    assertThat(station.say(CITY, "首访用时 N9")).contains("没有 N9");
  }

  @Test
  void aVisitAfterAWeekIsNoAnswer() {
    warn("预警 暴雨 红 罗定市太平镇");
    station.wait(Duration.ofDays(8));
    visit("p01", "罗定市太平镇");

    assertThat(station.say(CITY, "首访用时 N1")).contains("1个站都还没有走访");
  }
}
