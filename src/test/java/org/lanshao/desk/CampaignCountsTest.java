package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts by campaign, season and holiday: no dates are needed, and nothing is marked. */
class CampaignCountsTest {
  private static final String CITY = "p41";
  private static final String WORKER = "p01";
  private static final String HEAD = "p11";
  private final Station station = new Station();

  @BeforeEach
  void someVisits() {
    visit("2022-04-04", WORKER, "罗定市太平镇", "甲", 1);
    visit("2022-05-08", WORKER, "罗定市太平镇", "甲", 2);
    visit("2022-05-09", WORKER, "罗定市太平镇", "甲", 3);
    visit("2022-05-09", "p06", "罗定市榃滨镇", "乙", 4);
    visit("2022-05-10", "p02", "新兴县太平镇", "丙", 5);
    station.day("2022-05-11");
  }

  private void visit(String day, String worker, String town, String head, int people) {
    station.day(day);
    var said = town + head + "户 入户 " + people + "人 防汛 没有隐患";
    assertThat(
            station.say(worker, "走访", town, head + "伯", "入户", people + "", "防汛", "没有", "跳过", "提交"))
        .as(said)
        .contains("V");
  }

  private void begin(String words) {
    assertThat(station.say(CITY, words)).contains("预览");
    assertThat(station.say(CITY, "确认")).contains("开始了");
  }

  @Test
  void aCampaignCountsWhatWasDoneInItsAreaOnItsDays() {
    begin("行动 龙舟水 罗定市 5月9日");

    var said = station.say(CITY, "统计 走访 A1");
    assertThat(said).contains("走访 罗定市 A1 龙舟水（5月9日-5月11日）：2户 2户次 7人次");
    assertThat(station.say(CITY, "统计 走访 行动 龙舟水")).isEqualTo(said);
    assertThat(station.say(CITY, "统计走访行动A1")).isEqualTo(said);
    assertThat(station.say(CITY, "统计 走访 A1 5月9日-5月9日 罗定市太平镇")).contains("1户 1户次 3人次");
    assertThat(station.say(CITY, "统计 走访 A1 按镇")).contains("太平镇：1户", "榃滨镇：1户");
  }

  @Test
  void eachSeesAsMuchOfItAsTheyMay() {
    begin("行动 龙舟水 罗定市 5月9日");

    assertThat(station.say(HEAD, "统计 走访 A1")).contains("太平镇（罗定市） A1", "1户 1户次 3人次");
    assertThat(station.say(WORKER, "统计 走访 A1")).contains("我的登记 A1", "1户 1户次 3人次");
    assertThat(station.say("p02", "统计 走访 A1")).contains("没看懂");
  }

  @Test
  void severalAreasAreOneCampaign() {
    begin("行动 防汛 罗定市太平镇、新兴县 5月9日");

    assertThat(station.say(CITY, "统计 走访 A1"))
        .contains("走访 太平镇（罗定市）、新兴县 A1 防汛（5月9日-5月11日）：2户 2户次 8人次");
    assertThat(station.say(CITY, "统计 走访 新兴县 A1")).contains("1户 1户次 5人次");
    assertThat(station.say(CITY, "统计 走访 云安区 A1")).contains("不在您查的地方");
    assertThat(station.say(CITY, "统计 走访 A1 4月")).contains("没有重合");
  }

  @Test
  void correctionsMoveItsNumbersToo() {
    begin("行动 龙舟水 罗定市 5月9日");
    station.say(WORKER, "更正 V3 人数 9");
    station.say(WORKER, "确认");
    assertThat(station.say(CITY, "统计 走访 A1")).contains("2户 2户次 13人次");
    station.say(WORKER, "撤回 V3");
    station.say(WORKER, "确认");
    assertThat(station.say(CITY, "统计 走访 A1")).contains("1户 1户次 4人次");
  }

  @Test
  void oneThatIsOverCountsNothingMore() {
    begin("行动 龙舟水 罗定市 5月9日");
    station.say(CITY, "结束 A1");
    station.say(CITY, "确认");
    visit("2022-05-12", WORKER, "罗定市太平镇", "甲", 7);
    assertThat(station.say(CITY, "统计 走访 A1")).contains("（5月9日-5月11日）", "7人次");
  }

  @Test
  void campaignsStandSideBySideAndMayOverlap() {
    begin("行动 龙舟水 罗定市 5月9日");
    begin("行动 防汛 新兴县 5月9日");
    begin("行动 全域 全市 5月10日");
    begin("行动 北岸 云安区 5月10日");

    var said = station.say(CITY, "统计 走访 按行动");
    assertThat(said)
        .contains("按行动（可重叠", "A1 龙舟水：2户 2户次 7人次", "A2 防汛：1户 1户次 5人次", "A3 全域：1户", "A4 北岸");
    assertThat(said.lines().filter(line -> line.startsWith("A1 龙舟水"))).hasSize(1);
    assertThat(station.say(CITY, "统计 走访 罗定市 按行动 5月"))
        .contains("A1 龙舟水：2户")
        .doesNotContain("A2 防汛", "A4");
    assertThat(station.say(CITY, "统计 走访 按行动 按镇")).doesNotContain("A1 龙舟水：2户");
    assertThat(station.say(CITY, "统计 走访 4月 按行动")).contains("没有行动");
  }

  @Test
  void seasonsAndHolidaysAreRangesToo() {
    assertThat(station.say(CITY, "统计 走访 汛期")).contains("汛期（4月15日-5月11日）", "14人次");
    assertThat(station.say(CITY, "统计 走访 清明")).contains("清明（4月3日-4月5日）", "1人次");
    assertThat(station.say(CITY, "统计 走访 罗定市 今年清明节")).contains("罗定市 清明", "1人次");
    assertThat(station.say(CITY, "统计 走访 去年汛期")).contains("2021年4月15日", "0人次");
    assertThat(station.say(CITY, "统计 走访 2022年汛期 按县")).contains("罗定市：2户", "新兴县：1户");
    assertThat(station.say(CITY, "统计 走访 国庆")).contains("没看懂");
    assertThat(station.say(CITY, "统计 走访 五一")).contains("劳动节（4月30日-5月4日）");
  }

  @Test
  void whatAFormCallsSoStaysItsAnswer() {
    assertThat(station.say(CITY, "统计 宣传 防溺水 本月")).contains("宣传 防溺水").doesNotContain("（");
  }

  @Test
  void reportsAndPicturesKnowThemToo() {
    begin("行动 龙舟水 罗定市 5月9日");

    assertThat(station.say(CITY, "汇总 行动 A1")).contains("截至5月11日", "罗定市", "走访2户、7人次");
    station.say(CITY, "统计 走访 A1");
    assertThat(station.say(CITY, "图 按天")).contains("A1 龙舟水", "5月9日 2户");
  }
}
