package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.Unavailable;

/** What forms count only since they were changed is told as such, and counted right from then. */
class CountedSinceTest {
  private static final String BY =
      "add: 1, by: [purpose, mode, hazard, advice, co_visitors, category]}";
  private static final String BEFORE = "add: 1, by: [purpose, mode]}";
  private static final String OPTION = "  - {id: joint, label: {zh: 联合家访, en: joint-visit}";
  private final Station station = new Station();

  /** Until the 9th visits were not counted by hazard, their people not by mode; no meals. */
  @BeforeEach
  void aFormThatChanged() throws Unavailable {
    station.store.remember("counted.visit", "");
    station.day("2022-05-07");
    station.publish(
        (name, text) ->
            text.replace(BY, BEFORE)
                .replace("household], by: [purpose, hazard, category]", "household], by: [purpose]")
                .replace(
                    "add: people, by: [purpose, mode, category]", "add: people, by: [purpose]"));
    visit("1号户", "防汛", "有隐患 用电");
    assertThat(station.say(Station.HEAD, "统计 走访 今天 有隐患")).doesNotContain("走访 有隐患");
    station.day("2022-05-09");
    station.publish(
        (name, text) ->
            name.equals("lists.yaml")
                ? text.replace(OPTION, "  - {id: meals, label: {zh: 送餐, en: meals}}\n" + OPTION)
                : text);
    visit("2号户", "送餐", "有隐患 用电");
    station.day("2022-05-10");
    visit("3号户", "防汛", "没有隐患");
  }

  private void visit(String household, String purpose, String hazard) {
    var said = station.say("p01", "走访石巷村" + household + "3人 " + purpose + " 入户 " + hazard, "跳过");
    while (!said.contains("已登记")) {
      said = station.say("p01", said.contains("提交") ? "提交" : "跳过");
    }
  }

  @Test
  void whatCameLaterSaysSinceWhen() {
    assertThat(station.say(Station.HEAD, "统计 走访 本月 有隐患")).contains("1户次").contains("（有隐患从5月9日起统计）");
    assertThat(station.say(Station.HEAD, "统计 走访 5月9日-5月10日 有隐患")).doesNotContain("起统计");
    assertThat(station.say(Station.HEAD, "统计 走访 5月9日 环比 有隐患")).contains("从5月9日起统计");
    assertThat(station.say(Station.HEAD, "统计 走访 本月 其中送餐")).contains("（送餐从5月9日起统计）");
    assertThat(station.say(Station.HEAD, "统计 走访 本月 按目的")).contains("（送餐从5月9日起统计）");
  }

  @Test
  void itIsToldOfWhichNumbers() {
    assertThat(station.say(Station.HEAD, "统计 走访 本月 入户")).contains("3户次 6人次（方式（人次）从5月9日起统计）");
  }

  @Test
  void whatWasCountedAlwaysSaysNothing() {
    assertThat(station.say(Station.HEAD, "统计 走访 本月")).contains("3户次").doesNotContain("起统计");
    assertThat(station.say(Station.HEAD, "统计 走访 本月 防汛")).contains("2户次").doesNotContain("起统计");
    station.day("2022-05-11");
    station.restart();
    assertThat(station.say(Station.HEAD, "统计 走访 本月")).contains("3户次").doesNotContain("起统计");
    assertThat(station.say(Station.HEAD, "统计 走访 本月 有隐患")).contains("（有隐患从5月9日起统计）");
  }

  @Test
  void reportsSayItOnceForEachDay() {
    station.publish(
        (name, text) ->
            name.startsWith("reports/")
                ? text.replace("走访服务{人次: 走访 人次}", "{险情户: 走访 户次 有隐患}{送餐: 走访 户 送餐}{人次: 走访 人次}")
                : text.replace(OPTION, "  - {id: meals, label: {zh: 送餐, en: meals}}\n" + OPTION));

    assertThat(station.say(Station.HEAD, "汇总 本月"))
        .containsOnlyOnce("起统计")
        .contains("\n（险情户、送餐从5月9日起统计）\n");
    assertThat(station.say(Station.HEAD, "汇总 本月 5月9日-10日")).doesNotContain("起统计");
    assertThat(station.say(Station.HEAD, "简报 本月")).contains("（险情户、送餐从5月9日起统计）");
  }

  @Test
  void picturesSayItToo() {
    station.say(Station.HEAD, "统计 走访 本月 有隐患");
    assertThat(station.say(Station.HEAD, "图 按天")).endsWith("\n（有隐患从5月9日起统计）");
    station.say(Station.HEAD, "统计 走访 本月 按目的");
    assertThat(station.say(Station.HEAD, "图")).endsWith("\n（送餐从5月9日起统计）");
    assertThat(station.say(Station.HEAD, "图 按天")).doesNotContain("起统计");
    station.say(Station.HEAD, "统计 走访 本月");
    assertThat(station.say(Station.HEAD, "图")).doesNotContain("起统计");
  }
}
