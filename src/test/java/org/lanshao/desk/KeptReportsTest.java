package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.talk.Courtesy;

/** Numbers that were given are kept, and who got them learns when corrections move them. */
class KeptReportsTest {
  private static final String CITY = "p41";
  private static final Pattern NUMBER = Pattern.compile("已登记 (V\\d+)");
  private final Station station = new Station();
  private String visit = "";

  @BeforeEach
  void aVisitAndAReport() {
    station.day("2022-05-09");
    visit = visit(1, 5);
    visit(2, 3);
    station.day("2022-05-14");
    assertThat(station.say(CITY, "汇总 行动 全市 5月9日-13日")).contains("走访2户、8人次").endsWith("（编号 R1）");
  }

  private String visit(int household, int people) {
    var receipt =
        station.say("p01", "走访石巷村" + household + "号户" + people + "人防汛 入户 没有隐患", "跳过", "提交");
    var number = NUMBER.matcher(receipt);
    assertThat(number.find()).as(receipt).isTrue();
    return number.group(1);
  }

  private void correct(int people) {
    assertThat(station.say("p01", "更正 " + visit + " 人数 " + people, "确认")).contains("已更正");
  }

  @Test
  void aReportIsShownAgainAsItWas() {
    correct(4);

    assertThat(station.say(CITY, "r1")).contains("R1（5月14日 12:00）：", "走访2户、8人次");
    assertThat(station.sayInGroup(CITY, "R1")).isEqualTo("请在和我的私聊里看。");
    assertThat(station.say("p01", "R1")).isEqualTo("R1 不是您能看的范围。");
  }

  @Test
  void whoAskedIsToldOnceOfAllThatWasCorrectedInAMinute() {
    for (int nth = 0; nth < 30; nth++) {
      correct(6 + nth % 9);
      station.look();
    }
    station.pass(Duration.ofMinutes(5));

    assertThat(station.told(CITY)).containsExactly("您查过的数有变动（有更正或撤回）：\nR1 人次8→11\n看原因请回复 对比 R1");
    station.pass(Duration.ofMinutes(5));
    assertThat(station.told(CITY)).hasSize(1);
  }

  @Test
  void itIsToldAgainWhenTheNumbersMoveAgainAlsoBack() {
    correct(4);
    station.pass(Duration.ofMinutes(5));
    correct(5);
    station.pass(Duration.ofMinutes(5));
    station.say("p01", "撤回 " + visit + " 登记重复了", "确认");
    station.pass(Duration.ofMinutes(5));

    assertThat(station.told(CITY))
        .extracting(text -> text.lines().toList().get(1))
        .containsExactly("R1 人次8→7", "R1 人次7→8", "R1 户2→1、人次8→3");
  }

  @Test
  void correctionsBesideItAndNewRecordsAreNotTold() {
    station.say(CITY, "汇总 本月 富林镇");
    assertThat(station.say("p03", "走访富林镇9号户4人日常 入户 没有隐患", "跳过", "提交")).contains("已登记");
    visit = visit(4, 9);
    correct(4);
    station.pass(Duration.ofMinutes(5));

    assertThat(station.told(CITY)).isEmpty();
  }

  @Test
  void whereTheDaysWereNotOverItSaysThatLaterRecordsAreAmongIt() {
    station.say(CITY, "汇总 本月 罗定市");
    visit(3, 9);
    correct(4);
    station.pass(Duration.ofMinutes(5));

    assertThat(station.told(CITY).getFirst())
        .startsWith("您查过的数有变动（有更正或撤回，也有后来登记的）：\nR1 人次8→7\nR2 人次8→16、户2→3\n");
  }

  @Test
  void comparingTellsWhatMovedAndWhy() {
    assertThat(station.say(CITY, "对比 R1")).isEqualTo("R1 的数没有变，登记也没有变动。");
    station.pass(Duration.ofHours(1));
    correct(4);
    visit(3, 9);

    assertThat(station.say(CITY, "对比R1"))
        .isEqualTo("R1 人次8→7。后来有1处变动，最近的在前：\n" + visit + " 更正 5月14日 13:00");
    assertThat(station.say("p01", "对比 R1")).isEqualTo("R1 不是您能看的范围。");
  }

  @Test
  void whatIsRevisedInTheVeryMomentOfTheReportIsToldInItsOrder() {
    correct(4);
    assertThat(station.say(CITY, "对比 R1"))
        .isEqualTo("R1 人次8→7。后来有1处变动，最近的在前：\n" + visit + " 更正 5月14日 12:00");
    station.pass(Duration.ofHours(1));
    visit = visit(3, 9);
    correct(4);
    station.say("p01", "撤回 " + visit + " 登记重复了", "确认");

    station.say(CITY, "汇总 本月 罗定市");
    assertThat(station.say(CITY, "对比 R2")).isEqualTo("R2 的数没有变，登记也没有变动。");
    assertThat(station.say(CITY, "汇总 行动 全市 5月14日")).contains("R3");
    station.pass(Duration.ofHours(1));
    visit = visit(4, 9);
    correct(4);
    station.say("p01", "撤回 " + visit + " 登记重复了", "确认");
    assertThat(station.say(CITY, "对比 R3"))
        .isEqualTo(
            """
            R3 的数没有变。后来有3处变动，最近的在前：
            %1$s 撤回 5月14日 14:00
            %1$s 更正 5月14日 14:00
            %1$s 新登记 5月14日 14:00\
            """
                .formatted(visit));
  }

  @Test
  void aNumberThatARecordOfAnotherDayMovesIsToldWithoutChangesOfTheseDays() {
    visit = "V3";
    assertThat(station.say("p01", "走访石巷村7号户2人防汛 入户 有隐患 用电", "跳过", "跳过", "提交")).contains("H1");
    station.day("2022-05-15");
    station.say("p01", "整改 H1", "已整改", "换了新线", "供电所", "跳过", "跳过", "提交");
    assertThat(station.say(CITY, "汇总 本月 罗定市 5月15日")).contains("整改1处").contains("R2");
    station.pass(Duration.ofHours(1));

    assertThat(station.say("p01", "撤回 V3 弄错了", "确认")).contains("V3");

    assertThat(station.say(CITY, "对比 R2")).isEqualTo("R2 整改1→0。这些天的登记没有变动，是别的日子的登记带来的。");
  }

  @Test
  void aWorkbookIsKeptToo() {
    assertThat(station.say(CITY, "导出 走访 5月9日-13日")).contains("（编号 R2）");
    station.pass(Duration.ofHours(1));
    correct(4);

    assertThat(station.say(CITY, "R2")).contains("台账 云浮市 5月9日-5月13日：2条");
    assertThat(station.say(CITY, "对比 R2")).startsWith("R2 的数没有变。后来有1处变动").contains(visit + " 更正");
  }

  @Test
  void numbersOfMattersAreComparedToldAndTraced() {
    var found = station.say("p01", "走访石巷村7号户2人防汛 入户 有隐患 用电", "跳过", "跳过", "提交");
    assertThat(found).contains("H1");
    station.say("p01", "整改 H1", "已整改", "换了新线", "供电所", "跳过", "跳过", "提交");
    assertThat(station.say(CITY, "汇总 本月 罗定市")).contains("发现隐患1处，整改1处").contains("R2");
    assertThat(station.say(CITY, "明细 R2 整改")).startsWith("R2 整改 罗定市 5月1日-5月14日：1件\nH1 5月14日 ");
    assertThat(station.say(CITY, "明细 R2 隐患")).contains("：1件\nH1 ");
    station.pass(Duration.ofHours(1));

    assertThat(station.say("p01", "撤回 Z1 弄错了", "确认")).contains("Z1");

    assertThat(station.say(CITY, "对比 R2")).startsWith("R2 整改1→0。").contains("Z1 撤回");
    station.pass(Duration.ofMinutes(5));
    assertThat(station.told(CITY)).anyMatch(told -> told.contains("R2 整改1→0"));
  }

  @Test
  void afterTheDaysOfTheSettingsNobodyIsToldAnyMore() {
    var usual = Courtesy.USUAL;
    station.restart(
        new Courtesy(
            usual.quietFrom(),
            usual.quietTo(),
            usual.reminders(),
            usual.days(),
            usual.keepDrafts(),
            1,
            7,
            1));
    station.pass(Duration.ofDays(1).plusHours(1));
    correct(4);
    station.pass(Duration.ofMinutes(5));

    assertThat(station.told(CITY)).noneMatch(told -> told.contains("R1"));
  }
}
