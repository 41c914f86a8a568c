package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.desk.Station.COORDINATOR;
import static org.lanshao.desk.Station.HEAD;
import static org.lanshao.desk.Station.WORKER;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.FormId;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Unavailable;

/** 日报: a station's day by its head, with what was summed by hand beside what is on record. */
class DayReportsTest {
  private static final String STATION = "445381101";

  private static final LocalDate DAY = LocalDate.of(2022, 5, 10);

  private final Station station = new Station();

  @Test
  void itTellsFirstWhatTheStationsRecordsCountThatDay() {
    visit();
    assertThat(station.say(WORKER, "宣传 防溺水 120人次 集市 太平镇", "跳过", "提交")).contains("已登记 P");

    var asked = station.say(HEAD, "日报");

    assertThat(asked)
        .contains("太平镇（罗定市）今天（5月10日）的登记")
        .contains("走访：1户 1户次 3人次\n")
        .contains("宣传：120人次 1场次\n")
        .contains("转移：0户\n")
        .contains("补报");
  }

  @Test
  void whatWasSummedByHandAddsToTheCountsAndIsToldApart() {
    visit();
    report("30", "80", "200", "2", "1", "0", "0", "4");

    assertThat(station.say(COORDINATOR, "统计 走访 太平镇 今天"))
        .contains("31户 31户次 83人次（其中汇总补报30户 30户次 80人次）");
    assertThat(station.say(COORDINATOR, "明细 统计 走访 太平镇 今天"))
        .contains("：1条，合计1户 1户次 3人次\n另有日报里的30户 30户次 80人次，不在下面\nV1 ");
    assertThat(station.say(COORDINATOR, "明细 统计 走访 太平镇 今天 防汛")).doesNotContain("另有");
    assertThat(station.say(COORDINATOR, "统计 宣传 罗定市 今天")).contains("200人次").contains("其中汇总补报200人次");
    assertThat(station.say(COORDINATOR, "统计 转移 罗定市 今天"))
        .contains("2户 5人 1人（低保）")
        .contains("其中汇总补报2户 5人 1人（低保）");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天 按镇")).contains("太平镇：31户 31户次 83人次");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天 按方式"))
        .contains("入户：1户次 3人次")
        .contains("其余：30户次 80人次");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天 按目的"))
        .contains("防汛：1户 1户次 3人次")
        .contains("其余：30户 30户次 80人次");
    assertThat(station.say(COORDINATOR, "图")).contains("\n其余 30户 30户次 80人次");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天 其中防汛")).doesNotContain("其余");
    assertThat(station.say(COORDINATOR, "统计 宣传 罗定市 今天 按主题")).contains("其余：200人次");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天 防汛"))
        .contains("1户 1户次 3人次")
        .doesNotContain("补报");
    assertThat(station.say(COORDINATOR, "统计 日报 罗定市 今天")).contains("1份").doesNotContain("30");
  }

  @Test
  void withinACampaignTheSumsCountByWhatItIsFor() {
    station.say(COORDINATOR, "预警 暴雨 红 太平镇", "确认");
    visit();
    assertThat(station.say(HEAD, "日报", "有", "30", "80", "200", "0")).contains("走访目的：防汛", "宣传主题：防汛");
    station.say(HEAD, "提交");

    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天 防汛"))
        .contains("31户 31户次 83人次（其中汇总补报30户 30户次 80人次）");
    assertThat(station.say(COORDINATOR, "统计 宣传 罗定市 今天 防汛"))
        .contains("200人次")
        .contains("其中汇总补报200人次");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天 按目的"))
        .contains("防汛：31户 31户次 83人次")
        .doesNotContain("其余");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天 防溺水")).contains("：0户").doesNotContain("补报");
    assertThat(station.say(COORDINATOR, "汇总 行动 太平镇 今天"))
        .contains("走访31户、83人次，防汛宣传200人次")
        .contains("其中汇总补报：户30、人次80、宣传200");
  }

  @ParameterizedTest
  @CsvSource({
    "行动 防溺水专项 太平镇 5月9日, 走访目的：防溺水",
    "行动 三防值守 罗定市 5月9日, 走访目的：防汛",
    "行动 全域排查 罗定市 5月9日, ''",
    "行动 防溺水 榃滨镇 5月9日, ''",
    "行动 防溺水 太平镇 5月1日-5月2日, ''",
  })
  void whatACampaignByHandIsForIsInItsName(String campaign, String said) {
    assertThat(station.say(COORDINATOR, campaign)).contains("预览");
    station.say(COORDINATOR, "确认");

    var asked = station.say(HEAD, "日报", "有", "30", "80", "200", "0");

    assertThat(asked.contains("目的：")).isEqualTo(!said.isEmpty());
    assertThat(asked).contains(said);
  }

  @Test
  void atTheEveningOfTheAllClearTheDayIsStillForIt() {
    station.say(COORDINATOR, "预警 暴雨 红 太平镇", "确认", "解除 N1", "确认");

    assertThat(station.say(HEAD, "日报", "有", "30", "80", "0", "0")).contains("走访目的：防汛");
  }

  @Test
  void aStationWithoutHandSumsHasNoPurposeToTell() {
    station.say(COORDINATOR, "预警 暴雨 红 太平镇", "确认");

    assertThat(station.say(HEAD, "零报告")).doesNotContain("目的：");
  }

  @Test
  void reportsTellThemApartToo() {
    visit();
    report("30", "80", "200", "2", "1", "0", "0", "4");

    assertThat(station.say(COORDINATOR, "汇总 行动 太平镇 今天"))
        .contains("协助转移2户5人（低保1人")
        .contains("其中汇总补报：转移户2、转移人5、低保1、其他4");
    assertThat(station.say(COORDINATOR, "汇总 半年 太平镇 今天")).contains("83人次");
  }

  @Test
  void aSecondOneOfTheSameDayTakesThePlaceOfTheFirst() throws Unavailable {
    report("30", "80", "0", "0");

    assertThat(station.say(HEAD, "日报")).contains("Y1").contains("提交后换成这一次的");
    assertThat(station.say(HEAD, "有", "20", "50", "0", "0", "提交"))
        .contains("已登记 Y1")
        .contains("已经换成");

    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天"))
        .contains("20户 20户次 50人次（其中汇总补报20户 20户次 50人次）");
    assertThat(station.say(COORDINATOR, "统计 日报 罗定市 今天")).contains("1份");
    assertThat(station.store.history("Y1")).hasSize(2);
  }

  @Test
  void nothingUnusualIsAReportOfNothing() throws Unavailable {
    assertThat(station.say(HEAD, "零报告")).contains("补报：否").contains("日期：2022年5月10日");
    assertThat(station.say(HEAD, "提交")).contains("已登记 Y1：2022年5月10日的日报").contains("例如 更正 Y1 补报 否");

    assertThat(station.store.stationDays().stations(new FormId("daily"), DAY))
        .containsExactly(new AreaCode(STATION));
  }

  @Test
  void whereNothingIsAnsweredTheExampleIsWhatCouldBe() {
    assertThat(station.say(HEAD, "日报", "跳过", "提交")).contains("例如 更正 Y1 补报 是；");
  }

  @Test
  void itCanBeOfAnotherDayOnWhichItThenCounts() throws Unavailable {
    assertThat(station.say(HEAD, "日报 昨天")).contains("5月9日");
    station.say(HEAD, "有", "7", "9", "0", "0", "提交");

    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天")).contains("：0户");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 昨天")).contains("7户 7户次 9人次");
    assertThat(station.store.stationDays().stations(new FormId("daily"), DAY)).isEmpty();
    assertThat(
            station.store.sum(
                "daily.households",
                new Scope.InArea(new AreaCode(STATION)),
                new DayRange(DAY.minusDays(1), DAY.minusDays(1))))
        .isEqualTo(7);
  }

  @Test
  void itsDayCannotBeCorrectedButItCanBeWithdrawnAndToldAgain() {
    report("30", "80", "0", "0");

    assertThat(station.say(HEAD, "更正 Y1 日期 5月9日", "提交")).contains("日期不能改").contains("撤回 Y1");
    station.say(HEAD, "更正 Y1 走访户 31", "提交");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天")).contains("31户 31户次 80人次");

    station.say(HEAD, "撤回 Y1", "确认");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天")).contains("：0户").doesNotContain("补报");
    assertThat(station.say(HEAD, "零报告")).doesNotContain("已经交过");
    assertThat(station.say(HEAD, "提交")).contains("已登记 Y2");
  }

  @Test
  void practiceTellsOfNoDayAndTakesNobodysPlace() throws Unavailable {
    station.say(HEAD, "演练 日报", "有", "30", "80", "0", "0", "提交");

    assertThat(station.store.stationDays().stations(new FormId("daily"), DAY)).isEmpty();
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天")).doesNotContain("补报");

    report("7", "9", "0", "0");
    assertThat(station.say(HEAD, "演练 日报")).doesNotContain("换成这一次");
    station.say(HEAD, "有", "30", "80", "0", "0", "提交");
    assertThat(station.say(COORDINATOR, "统计 走访 罗定市 今天")).contains("7户 7户次 9人次");
  }

  @Test
  void onlyWhoAnswersForTheStationReports() {
    assertThat(station.say(WORKER, "日报")).contains("日报");
    assertThat(station.store.filings()).isEmpty();
  }

  private void visit() {
    assertThat(station.say(WORKER, "走访太平镇12号户3个人入户防汛 没有隐患", "跳过", "提交")).contains("已登记 V");
  }

  /** The numbers in the order in which they are asked. */
  private void report(String... numbers) {
    station.say(HEAD, "日报", "有");
    station.say(HEAD, numbers);
    assertThat(station.say(HEAD, "提交")).contains("已登记 Y");
  }
}
