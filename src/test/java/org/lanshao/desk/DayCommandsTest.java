package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.desk.Station.COORDINATOR;
import static org.lanshao.desk.Station.HEAD;
import static org.lanshao.desk.Station.WORKER;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.NewOutgoing;

/** 未报, 催报: which stations did not tell of a day, and telling them to. */
class DayCommandsTest {
  private final Station station = new Station();

  @Test
  void stationsWithoutAReportAreListedWithWhomToCall() {
    assertThat(station.say(COORDINATOR, "边个站未报"))
        .contains("罗定市今天（5月10日）的日报：0个站报了")
        .contains("太平镇（罗定市）（林大山")
        .contains("催报 罗定市");

    station.say(HEAD, "零报告", "提交");

    assertThat(station.say(COORDINATOR, "未报")).contains("1个站报了").doesNotContain("林大山");
    assertThat(station.say(COORDINATOR, "未报 榃滨镇")).contains("没有站长").doesNotContain("要提醒");
    assertThat(station.say(COORDINATOR, "催报 榃滨镇", "确认")).contains("没有站长");
    assertThat(station.say(COORDINATOR, "未报 昨天")).contains("5月9日").contains("林大山");
    assertThat(station.say(COORDINATOR, "未报 太平镇")).contains("太平镇（罗定市）今天（5月10日）的日报：1个站都报了");
    assertThat(station.say(COORDINATOR, "未报 明天")).contains("还没到");
    assertThat(station.say(COORDINATOR, "未报 新兴县")).contains("您只能看罗定市");
  }

  @Test
  void thoseWhoDidNotReportAreToldTo() {
    assertThat(station.say(COORDINATOR, "催报 太平镇"))
        .contains("要提醒1个站")
        .contains("林大山")
        .contains("确认");
    assertThat(nudges()).isEmpty();

    assertThat(station.say(COORDINATOR, "确认")).contains("已提醒1个站，1个人");

    assertThat(nudges())
        .singleElement()
        .satisfies(
            row -> assertThat(row.part().text()).contains("太平镇今天（5月10日）的日报还没有报，请发 日报；没有要补的，发 零报告"));
    station.say(COORDINATOR, "催报 太平镇", "确认");
    assertThat(nudges()).hasSize(2);
    assertThat(nudges().getLast().part().text()).contains("第2次催报");
  }

  @Test
  void whoReportsMeanwhileIsNotToldTo() {
    station.say(COORDINATOR, "催报 太平镇");
    station.say(HEAD, "零报告", "提交");

    assertThat(station.say(COORDINATOR, "确认")).contains("都报了");
    assertThat(nudges()).isEmpty();
  }

  @Test
  void whatHasNotLeftIsCancelledOnceTheStationReports() {
    station.say(COORDINATOR, "催报 太平镇", "确认");

    station.say(HEAD, "零报告", "提交");

    assertThat(nudges()).isEmpty();
  }

  @Test
  void nothingIsSentWithoutAnAgreementRightBehind() {
    station.say(COORDINATOR, "催报 太平镇", "取消");
    station.say(COORDINATOR, "催报 太平镇", "未报", "确认");
    station.say(COORDINATOR, "催报 太平镇");
    station.wait(Duration.ofMinutes(31));
    station.say(COORDINATOR, "确认");

    assertThat(nudges()).isEmpty();
  }

  @Test
  void workersAndHeadsDoNotChase() {
    assertThat(station.say(HEAD, "催报")).contains("镇街和县区");
    assertThat(station.say(WORKER, "未报")).doesNotContain("个站");
    assertThat(station.say(HEAD, "未报")).contains("太平镇").doesNotContain("要提醒");
  }

  @Test
  void aReportOfNothingCanBeOfYesterday() {
    assertThat(station.say(HEAD, "零报告 昨天", "提交")).contains("2022年5月9日的日报");
  }

  @Test
  void helpTellsOfIt() {
    assertThat(station.say(COORDINATOR, "帮助")).contains("未报 ").contains("催报 ");
    assertThat(station.say(HEAD, "帮助")).contains("日报").contains("未报 ").doesNotContain("催报 ");
    assertThat(station.say(WORKER, "帮助")).doesNotContain("未报");
  }

  private List<NewOutgoing> nudges() {
    return station.store.outgoing().stream()
        .filter(row -> row.once().startsWith("chase:"))
        .toList();
  }
}
