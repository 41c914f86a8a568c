package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lanshao.turn.Unavailable;

/** Campaigns as people meet them: begun by a warning or by hand, joined, listed, ended. */
class CampaignsTest {
  private final AlertScene scene = new AlertScene();

  private String send(String words) {
    assertThat(scene.say(AlertScene.COUNTY, words)).contains("预览");
    return scene.say(AlertScene.COUNTY, "确认");
  }

  private String list() {
    return scene.say(AlertScene.COUNTY, "行动");
  }

  @Test
  void anOrangeWarningBeginsOneThatEndsWithIt() {
    send("预警 暴雨 橙 连滩镇");

    assertThat(list()).contains("正在进行", "A1 暴雨（连滩镇）5月10日起，N1 有效");
    assertThat(scene.say(AlertScene.WORKER, "行动")).contains("A1 暴雨");
    assertThat(scene.say(AlertScene.ELSEWHERE, "行动")).contains("现在没有行动").doesNotContain("A1");

    send("解除 N1");
    assertThat(list()).contains("现在没有行动", "最近结束", "A1 暴雨（连滩镇）今天（5月10日）");
  }

  @Test
  void whatBeganWhileSomebodyLookedIsShownBeforeTheyBeginAnother() {
    scene.say(AlertScene.CITY, "行动 龙舟水 郁南县 5月21日");
    scene.say(AlertScene.COUNTY, "行动 清障 连滩镇 5月20日");
    scene.clock.pass(Duration.ofSeconds(1));
    assertThat(scene.say(AlertScene.CITY, "确认")).contains("A1 龙舟水", "开始了");

    assertThat(scene.say(AlertScene.COUNTY, "确认"))
        .contains("那里有别的行动开始了，A2 先没有开始", "预览", "A2 清障", "那里已经有 A1 龙舟水")
        .doesNotContain("看数请发");
    assertThat(list()).doesNotContain("A2");
    assertThat(scene.say(AlertScene.COUNTY, "确认")).contains("A2 清障", "开始了");
  }

  @Test
  void aYellowWarningAPlainNoticeAndPracticeBeginNone() {
    send("预警 暴雨 黄 连滩镇");
    send("通知 连滩镇 明天开会");
    send("演练 预警 暴雨 红 连滩镇");
    send("响应 防汛 关注 连滩镇");
    send("预警 高温 红 连滩镇");

    assertThat(list()).contains("现在没有行动").doesNotContain("A1");
  }

  @Test
  void whatOverlapsJoinsAndTheLastToEndEndsIt() {
    send("预警 暴雨 红 连滩镇");
    send("响应 防汛 Ⅳ 郁南县");
    assertThat(list()).contains("A1 暴雨（郁南县）", "N1、N2 有效").doesNotContain("A2");

    send("解除 N1");
    assertThat(list()).contains("A1 暴雨（郁南县）", "N2 有效").doesNotContain("N1");
    send("解除 N2");
    assertThat(list()).contains("现在没有行动");
  }

  @Test
  void whatTakesThePlaceOfACauseIsOneHoweverLow() {
    send("预警 暴雨 橙 连滩镇");
    assertThat(send("预警 暴雨 黄 连滩镇")).contains("N2");

    assertThat(list()).contains("A1 暴雨", "N2 有效");
    scene.wait(Duration.ofHours(25));
    assertThat(list()).contains("现在没有行动", "最近结束");
  }

  @Test
  void eachBeginningIsCountedSoThatOfTwoAtOnceOneJoins() throws Unavailable {
    send("预警 暴雨 橙 连滩镇");
    assertThat(scene.store.campaigns().beginnings()).isEqualTo(1);
    send("响应 防汛 Ⅳ 郁南县");
    assertThat(scene.store.campaigns().beginnings()).as("it joined").isEqualTo(1);

    scene.say(AlertScene.COUNTY, "行动 龙舟水 郁南县 5月9日");
    assertThat(scene.store.campaigns().beginnings()).as("it is only shown").isEqualTo(1);
    scene.say(AlertScene.COUNTY, "确认");
    assertThat(scene.store.campaigns().beginnings()).isEqualTo(2);
  }

  @Test
  void elsewhereIsAnotherOne() {
    send("预警 暴雨 红 连滩镇");
    send("预警 暴雨 红 东坝镇");

    assertThat(list()).contains("A1 暴雨（连滩镇）", "A2 暴雨（东坝镇）");
  }

  @Test
  void aCoordinatorBeginsOneAfterAPreviewAndEndsItAfterAnother() {
    var preview = scene.say(AlertScene.COUNTY, "行动 龙舟水 郁南县 5月9日");
    assertThat(preview).contains("预览", "A1 龙舟水（郁南县）5月9日起", "15个镇街");
    assertThat(list()).contains("现在没有行动");

    assertThat(scene.say(AlertScene.COUNTY, "确认")).contains("A1 龙舟水", "开始了");
    assertThat(scene.say(AlertScene.WORKER, "行动 龙舟水")).contains("A1 龙舟水（郁南县）5月9日起");
    assertThat(scene.say(AlertScene.COUNTY, "结束 龙舟水")).contains("预览", "A1");
    assertThat(list()).contains("正在进行");
    assertThat(scene.say(AlertScene.COUNTY, "取消")).contains("照旧");
    scene.say(AlertScene.COUNTY, "结束 A1");
    assertThat(scene.say(AlertScene.COUNTY, "确认")).contains("A1 龙舟水（郁南县）5月9日-5月10日", "结束了");
    assertThat(scene.say(AlertScene.COUNTY, "结束 A1")).contains("已经结束");
  }

  @Test
  void aWarningJoinsOneThatWasBegunByHandWhichStays() {
    scene.say(AlertScene.COUNTY, "行动 龙舟水 郁南县 今天");
    scene.say(AlertScene.COUNTY, "确认");
    send("预警 暴雨 红 连滩镇");
    assertThat(list()).contains("A1 龙舟水", "N1 有效").doesNotContain("暴雨");
    send("解除 N1");

    assertThat(list()).contains("正在进行", "A1 龙舟水");
  }

  @Test
  void oneThatIsEndedByHandStaysEndedThoughItsWarningHolds() {
    send("预警 暴雨 红 连滩镇");
    assertThat(scene.say(AlertScene.COUNTY, "结束 A1")).contains("N1 还没有解除");
    scene.say(AlertScene.COUNTY, "确认");
    assertThat(list()).contains("现在没有行动");
    send("解除 N1");
    assertThat(list()).contains("现在没有行动");
  }

  @Test
  void oneWithALastDayIsOverWhenThatIs() {
    scene.say(AlertScene.COUNTY, "行动 春汛 郁南县 5月9日-5月11日");
    assertThat(scene.say(AlertScene.COUNTY, "确认")).contains("5月9日-5月11日");

    assertThat(list()).contains("正在进行");
    scene.wait(Duration.ofDays(2));
    assertThat(list()).contains("现在没有行动", "A1 春汛");
  }

  @Test
  void othersBeginAndEndNoneAndNobodyOutsideTheirArea() {
    assertThat(scene.say(AlertScene.HEAD, "行动 龙舟水 连滩镇 今天")).contains("协调员");
    assertThat(scene.say(AlertScene.COUNTY, "行动 龙舟水 全市 今天")).contains("只能在郁南县里面");
    scene.say(AlertScene.CITY, "行动 龙舟水 全市 今天");
    scene.say(AlertScene.CITY, "确认");
    assertThat(scene.say(AlertScene.COUNTY, "结束 A1")).contains("协调员");
    assertThat(scene.say(AlertScene.WORKER, "行动")).contains("A1");
  }

  @Test
  void anAnswerIsToWhatWasShownLast() {
    scene.say(AlertScene.COUNTY, "行动 龙舟水 郁南县 今天");
    scene.wait(Duration.ofSeconds(5));
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇");
    assertThat(scene.say(AlertScene.COUNTY, "确认")).contains("N1 已发");
    assertThat(scene.say(AlertScene.COUNTY, "确认A1")).contains("A1 龙舟水", "开始了");

    scene.say(AlertScene.COUNTY, "预警 雷电 红 连滩镇");
    scene.wait(Duration.ofSeconds(5));
    scene.say(AlertScene.COUNTY, "行动 汛情 郁南县 今天");
    assertThat(scene.say(AlertScene.COUNTY, "确认")).contains("汛情", "开始了");
  }

  @Test
  void aPreviewIsForgottenAfterHalfAnHour() {
    scene.say(AlertScene.COUNTY, "行动 龙舟水 郁南县 今天");
    scene.wait(Duration.ofMinutes(31));
    assertThat(scene.say(AlertScene.COUNTY, "确认")).doesNotContain("开始了");
    assertThat(list()).contains("现在没有行动");
  }

  @Test
  void whatIsMissingIsAskedFor() {
    assertThat(scene.say(AlertScene.COUNTY, "行动 龙舟水")).contains("哪里");
    assertThat(scene.say(AlertScene.COUNTY, "行动 郁南县 今天")).contains("叫什么");
    assertThat(scene.say(AlertScene.COUNTY, "行动 龙舟水 郁南县 2月30日")).contains("看不懂");
    assertThat(scene.say(AlertScene.CITY, "行动 龙舟水 太平镇 今天")).contains("有几个");
    assertThat(scene.say(AlertScene.COUNTY, "结束")).contains("现在没有行动");
    assertThat(scene.say(AlertScene.COUNTY, "结束 A9")).contains("没有 A9");
  }

  @Test
  void ordinaryWordsThatBeginSoAreNoCommands() {
    assertThat(scene.say(AlertScene.WORKER, "行动不便的老人")).doesNotContain("行动 龙舟水");
    assertThat(scene.say(AlertScene.WORKER, "结束服务")).doesNotContain("结束哪一个");
    assertThat(scene.say(AlertScene.COUNTY, "帮助")).contains("行动、结束");
    assertThat(scene.say(AlertScene.WORKER, "帮助")).contains("行动：").doesNotContain("行动、结束");
  }
}
