package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sites and their patrols, as people talk about them: p03 is a worker of 富林镇, p31 a coordinator.
 */
class SitesTest {
  private static final String W = "p03";

  private final Station station = new Station();

  @BeforeEach
  void aPondAndAShelter() {
    station.say(W, "点位 新增 石巷村 河塘 名称：村口水塘", "村委会", "有", "有", "没有", "提交");
    station.say(W, "新增点位 石巷村 避难点 名称：文化站", "跳过", "80人", "提交");
  }

  @Test
  void aSiteIsListedUntilItIsGone() {
    assertThat(station.say(W, "点位"))
        .contains("2处，正常 2。", "W1 石巷村", "村口水塘 河塘（正常，还没有巡查过）", "W2", "文化站 避难点");
    assertThat(station.say(W, "点位 富林镇 鱼塘")).contains("1处", "W1").doesNotContain("W2");
    assertThat(station.say(W, "点位 W1")).contains("W1 点位：", "现在：正常");

    station.say(W, "巡查 W1 填平", "跳过", "提交");

    assertThat(station.say(W, "点位")).contains("1处").doesNotContain("W1");
    assertThat(station.say(W, "点位 河塘")).contains("没有这样的点位");
  }

  @Test
  void aFailedCheckOpensAHazardAndTheSiteStays() {
    assertThat(station.say(W, "巡查 W1 警示牌缺失", "跳过", "提交")).contains("已登记 X1", "H1", "W1：缺警示牌");
    assertThat(station.say(W, "点位 无警示牌")).contains("1处，缺警示牌 1。", "5月10日巡查过");
    assertThat(station.say(W, "隐患 H1")).contains("村口水塘 河塘 警示牌缺失", "待反馈");

    station.day("2022-05-12");
    station.say(W, "整改 H1 已整改 装了新牌 村居委", "跳过", "提交");
    assertThat(station.say(W, "巡查 W1 正常", "跳过", "提交")).contains("W1：缺警示牌");
    assertThat(station.say(W, "点位 缺警示牌")).contains("1处，缺警示牌 1。", "5月12日巡查过");
    station.say(W, "巡查 W1 水位高", "跳过", "提交");
    assertThat(station.say(W, "点位 缺警示牌")).contains("1处");
    assertThat(station.say(W, "巡查 W1 正常", "跳过", "有警示牌 是", "提交")).contains("W1：正常");

    assertThat(station.say(W, "点位 缺警示牌")).contains("没有这样的点位");
    assertThat(station.say(W, "点位 河塘")).contains("正常，5月12日巡查过");
  }

  @Test
  void aSiteThatNeverHadASignLacksItUntilItsRecordOrAPatrolSaysOtherwise() {
    station.say(W, "点位 新增 石巷村 河塘 名称：桥下河段", "村委会", "没有", "有", "没有", "提交");
    station.say(W, "巡查 W3 正常", "跳过", "提交");
    assertThat(station.say(W, "点位 缺警示牌")).contains("W3");

    station.say(W, "更正 W3 警示牌 有", "确认");

    assertThat(station.say(W, "点位 缺警示牌")).contains("没有这样的点位");
  }

  @Test
  void aPatrolMayNameItsSiteAndIsAskedWhichOfSeveral() {
    station.say(W, "点位 新增 大坪村 河塘 名称：村口水塘", "村委会", "有", "有", "没有", "提交");

    assertThat(station.say(W, "巡查 文化站 正常")).contains("点位：W2 ");
    station.say(W, "取消");
    assertThat(station.say(W, "巡查 村口水塘 正常")).contains("W1 ", "W3 ").doesNotContain("点位：W");
    station.say(W, "取消");
    assertThat(station.say(W, "巡查 大坪村村口水塘 正常")).contains("点位：W3 ");
    assertThat(station.say(W, "跳过", "提交")).contains("W3：正常");
  }

  @Test
  void sitesAndPatrolsAreCounted() {
    station.say(W, "巡查 W1 水位高", "跳过", "提交");
    station.say(W, "巡查 W2 正常", "跳过", "提交");

    assertThat(station.say(W, "统计 点位 今天 按种类")).contains("河塘", "避难点", "1处");
    assertThat(station.say(W, "统计 巡查 今天")).contains("2处", "2次");
    assertThat(station.say(W, "统计 巡查 今天 按结果")).contains("有问题", "正常");
  }

  @Test
  void groupsGetNumbersAndOthersNothing() {
    assertThat(station.sayInGroup(W, "点位")).contains("2处").doesNotContain("水塘");
    assertThat(station.say(Station.STRANGER, "点位")).contains("没有这样的点位");
    assertThat(station.say(Station.STRANGER, "点位 富林镇")).doesNotContain("水塘");
    assertThat(station.say(W, "点位 什么塘")).contains("没看懂", "河塘");
  }
}
