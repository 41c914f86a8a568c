package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Places in the order of their numbers. */
class RankingTest {
  private static final String CITY = "p41";
  private final Station station = new Station();

  @Test
  void theLargestStandsFirstAndEqualsShareAPlace() {
    visit("p04", "都城镇1号户5人日常");
    visit("p01", "罗定市太平镇1号户3人日常");
    visit("p03", "富林镇2号户3人日常");
    visit("p03", "富林镇3号户1人日常");

    assertThat(station.say(CITY, "统计 走访 人次 今天 按镇 排名").lines().skip(1).limit(4))
        .containsExactly("按镇街：", "1. 都城镇：5人次", "2. 富林镇：4人次", "3. 太平镇（罗定市）：3人次");
    assertThat(station.say(CITY, "统计 走访 户次 今天 全市排名").lines().skip(1).limit(4))
        .containsExactly("按镇街：", "1. 富林镇：2户次", "2. 都城镇：1户次", "2. 太平镇（罗定市）：1户次");
    assertThat(station.say(CITY, "统计 走访 户次 今天 按县区排名").lines().skip(1).limit(4))
        .containsExactly("按县区：", "1. 云安区：2户次", "2. 郁南县：1户次", "2. 罗定市：1户次");
    assertThat(station.say(CITY, "统计 走访 户次 今天 按镇").lines().skip(2))
        .noneMatch(line -> line.startsWith("1. "));
  }

  @Test
  void aRankingIsAskedForOnTopOfACount() {
    visit("p04", "都城镇1号户5人日常");
    visit("p03", "富林镇2号户3人日常");
    station.say(CITY, "统计 走访 人次 今天");

    assertThat(station.say(CITY, "排名")).contains("1. 都城镇：5人次\n2. 富林镇：3人次");
  }

  @Test
  void rowsOfATableAreRankedByTheirTotals() {
    visit("p04", "都城镇1号户5人日常");
    visit("p03", "富林镇2号户3人防汛");
    visit("p03", "富林镇3号户4人日常");

    assertThat(station.say(CITY, "统计 走访 人次 今天 按镇 按目的 排名"))
        .contains("\n1. 富林镇 7：日常4、防汛3\n2. 都城镇 5：日常5");
  }

  @Test
  void numbersThatAGroupMayNotSeeShareAPlace() {
    visit("p03", "富林镇1号户1人日常");
    visit("p03", "富林镇2号户2人防汛");

    assertThat(station.say("p12", "统计 走访 人次 今天 按目的 排名")).contains("1. 防汛：2人次", "2. 日常：1人次");
    assertThat(station.sayInGroup("p12", "统计 走访 人次 今天 按目的 排名"))
        .contains("1. 日常：<3人次", "1. 防汛：<3人次");
  }

  @Test
  void insideATownWhatLiesInItIsRanked() {
    visit("p03", "石巷村1号户1人日常");

    assertThat(station.say("p12", "统计 走访 户次 今天 排名")).contains("按村居：", "1. 石巷村：1户次");
  }

  private void visit(String person, String words) {
    assertThat(station.say(person, "走访" + words + " 入户 没有隐患", "跳过", "提交")).contains("已登记");
  }
}
