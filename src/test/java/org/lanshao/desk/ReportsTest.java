package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 汇总: sentences with numbers, as heads and coordinators ask for them. */
class ReportsTest {
  private static final String CITY = "p41";
  private final Station station = new Station();

  @BeforeEach
  void aFloodInMay() {
    station.day("2022-05-09");
    station.say("p01", "走访石巷村1号户3人防汛 入户 没有隐患", "跳过", "提交");
    station.say("p03", "走访富林镇2号户2人防汛 入户 没有隐患", "跳过", "提交");
    station.say("p03", "宣传", "防汛", "120人次", "喇叭", "富林镇", "跳过", "提交");
    relocation("罗定市太平镇石巷村7号户", 1, 0, 0, 0);
    station.day("2022-05-14");
  }

  private void relocation(String household, int dibao, int tekun, int disabled, int others) {
    int people = dibao + tekun + disabled + others;
    var receipt =
        station.say(
            "p01",
            "转移",
            household,
            people + "人",
            dibao + "",
            tekun + "",
            disabled + "",
            others + "",
            "跳过",
            "亲友家",
            "今天上午九点",
            "跳过",
            "提交");
    assertThat(receipt).contains("已登记 T");
  }

  @Test
  void theSentenceOfAnActionHasItsNumbersAndTellsWhoDidNotReport() {
    assertThat(station.say(CITY, "汇总 行动 全市 5月9日-13日"))
        .startsWith("截至5月13日，云浮市双百社工走访2户、5人次，防汛宣传120人次，协助转移1户1人（低保1人、特困0人、残疾人0人、其他0人）。\n（63个镇街，")
        .contains("个有登记；未上报的6", "云城街道");
  }

  @Test
  void theSentenceCanBeReadOnAnotherDay() {
    assertThat(station.say(CITY, "汇总 行动 全市 5月9日-14日")).startsWith("截至5月14日，云浮市");
    assertThat(station.say(CITY, "汇总 本月 罗定市 5月14日")).startsWith("5月14日，罗定市");
  }

  @Test
  void townsOfOneNameAreToldApart() {
    assertThat(station.say(CITY, "汇总 行动 新兴县 5月9日-13日")).contains("太平镇（新兴县）");
  }

  @Test
  void anAreaWithoutAnyRecordIsNotReportedRatherThanZero() {
    assertThat(station.say(CITY, "汇总行动新兴县5月9日到13日"))
        .startsWith("截至5月13日，新兴县双百社工走访未上报户、未上报人次")
        .contains("（12个镇街，0个有登记；未上报：");
    assertThat(station.say(CITY, "汇总 核查 富林镇 5月9日-13日"))
        .isEqualTo("5月9日-5月13日，富林镇核查0个村（居）0户0人，新发现0户并建档。\n（编号 R2）");
  }

  @Test
  void hazardsThatVisitsFoundAreHazardsOfTheMonth() {
    assertThat(station.say("p01", "走访石巷村3号户2人防汛 入户 有隐患 用电", "跳过", "跳过", "提交")).contains("H1");
    assertThat(station.say(CITY, "汇总 本月 全市")).contains("发现隐患1处，整改0处");

    station.say("p01", "整改 H1", "已整改", "换了新线", "供电所", "跳过", "跳过", "提交");
    assertThat(station.say(CITY, "汇总 本月 全市")).contains("发现隐患1处，整改1处");
  }

  @Test
  void groupsDoNotLearnHowFewThereAreOfAKind() {
    assertThat(station.sayInGroup(CITY, "汇总 行动 5月9日-13日")).contains("协助转移1户1人（低保<3人、特困0人");
  }

  @Test
  void largeNumbersAreToldInTenThousandsWhereTheReportSaysSo() {
    station.publish("reports/half-year.md", "走访 人次 万", "宣传 人次 万");
    for (int n = 0; n < 16; n++) {
      station.say("p03", "宣传", "防汛", "1555人次", "喇叭", "富林镇", "跳过", "提交");
    }
    station.day("2022-07-02");
    assertThat(station.say(CITY, "汇总 半年 云安区"))
        .startsWith("1月1日-6月30日，云安区联系服务2.5万人次，开展个案0个，建档0户0人，建档对象走访率还没有建档。");
    assertThat(station.say(CITY, "汇总 本月 云安区 5月")).contains("走访服务2人次（1户），宣传25000人次");
  }

  @Test
  void theNetworkIsThatOfTheDirectoryAndMilestones() {
    station.say(CITY, "大事记", "3月1日", "站点建设", "云城街道", "新建", "21个", "提交");
    assertThat(station.say(CITY, "汇总 网络 云城区")).matches("(?s)云城区共建社工站8个、社工点\\d+个，今年新增21个。.*");
  }

  @Test
  void headsAskForTheirStationAndWorkersCountTheirOwn() {
    assertThat(station.say("p11", "汇总 行动 5月9日-13日")).startsWith("截至5月13日，太平镇（罗定市）双百社工走访1户、3人次");
    assertThat(station.say("p11", "汇总 行动 富林镇")).startsWith("你可以查");
    assertThat(station.say("p01", "汇总 行动")).startsWith("汇总由站长和各级负责人查");
  }

  @Test
  void whoSpeaksAnotherLanguageGetsTheSameNumbers() {
    station.speaks("p12", "en");
    assertThat(station.say("p12", "summary month"))
        .contains(": visits in 富林镇 2 person-times (1 households), publicity 120 person-times")
        .endsWith("(number R1)");
  }

  @Test
  void helpOffersThemToWhoMayAsk() {
    assertThat(station.say("p11", "帮助")).contains("汇总：");
    assertThat(station.say("p01", "帮助")).doesNotContain("汇总：");
  }

  @Test
  void whatIsUnclearIsAsked() {
    assertThat(station.say(CITY, "汇总")).contains("行动", "半年", "本月", "核查", "网络");
    assertThat(station.say(CITY, "汇总 行动 天气")).startsWith("没看懂“天气”").contains("汇总 行动 云浮市 本月");
    assertThat(station.say(CITY, "汇总 行动 太平镇")).contains("汇总 行动 太平镇（罗定市）", "汇总 行动 太平镇（新兴县）");
    assertThat(station.say(CITY, "汇总 走访 全市 5月9日-13日")).contains("2户 2户次 5人次");
  }
}
