package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lanshao.turn.Unavailable;

/** Hazards, relocations, cases and links that go from record to record, with the bundled forms. */
class MattersTest {
  private static final String W = Station.WORKER;
  private final Station station = new Station();

  @Test
  void aVisitWithAHazardOpensANumberThatIsReportedFixedAndClosed() {
    assertThat(visit("12号户")).contains("隐患编号 H1，待反馈。");
    assertThat(station.say(W, "反馈 H1 镇街", "提交")).contains("已登记 R1：", "H1：已反馈。");
    assertThat(station.say(W, "整改 H1 部分整改 换了插座 自己", "跳过", "提交")).contains("H1：整改中。");
    assertThat(station.say(W, "整改", "1", "已整改", "换了电线", "供电所", "跳过", "提交"))
        .contains("已登记 Z2：", "H1：已整改。");

    assertThat(station.say(W, "隐患 H1").lines())
        .containsExactly(
            "H1 隐患：太平镇（罗定市） 12号户 用电。现在：已整改",
            "5月10日 09:30 陈小雨 V1：待反馈",
            "5月10日 09:30 陈小雨 R1：已反馈",
            "5月10日 09:30 陈小雨 Z1：整改中",
            "5月10日 09:30 陈小雨 Z2：已整改");
    assertThat(station.say(W, "明细 H1")).isEqualTo(station.say(W, "隐患 h1"));
    assertThat(station.say(W, "整改 H1")).contains("H1已经是“已整改”", "（现在没有还没办完的）");
  }

  @Test
  void whoMayNotReadANameWholeStillFindsTheMatterByIt() {
    visit("钟阿婆");

    assertThat(station.say("p21", "整改")).contains("H1 ", "钟*").doesNotContain("钟阿婆");
    assertThat(station.say("p21", "钟阿婆")).contains("隐患：H1", "钟*");
  }

  @Test
  void aFloodCheckOpensOneTooAndTheHazardFormItsOwnNumber() {
    assertThat(
            station.say(W, "排查", "太平镇张三", "正常", "有问题", "正常", "正常", "正常", "不需要", "镇街", "跳过", "提交"))
        .contains("隐患编号 H1，已反馈。");
    assertThat(station.say(W, "隐患", "太平镇", "用电", "电线老化", "一般", "跳过", "跳过", "提交"))
        .contains("已登记 H2：", "H2：待反馈。");
    assertThat(station.say(W, "明细 H2")).startsWith("H2 隐患登记").contains("程度：一般", "现在：待反馈");
    assertThat(visitWithout()).doesNotContain("隐患编号");
  }

  @Test
  void whatIsSaidOfAHazardOpensTheFormThatTakesIt() {
    visit("12号户");

    assertThat(station.say(W, "隐患 H1 已整改")).startsWith("整改登记开始").contains("结果：已整改");
    station.say(W, "取消");
    assertThat(station.say(W, "隐患 H1 三防办")).contains("反馈登记，请核对", "反馈给：三防办");
    station.say(W, "取消");
    assertThat(station.say(W, "隐患 H9")).isEqualTo("没有H9，或者它不归您这里。");
  }

  @Test
  void correctionsAndWithdrawalsMoveTheHazardBack() {
    visit("12号户");
    station.say(W, "整改 H1 已整改 换了电线 自己", "跳过", "提交");

    assertThat(station.say(W, "更正 Z1 结果 部分整改", "确认")).contains("H1：整改中。");
    assertThat(station.say(W, "撤回 Z1", "确认")).contains("H1：待反馈。");
    assertThat(station.say(W, "更正 V1 反馈给 镇街", "确认")).contains("H1：已反馈。");
    assertThat(station.say(W, "更正 V1 有隐患 没有", "确认")).contains("H1已撤销。");
    assertThat(station.say(W, "整改 H1")).contains("没有H1");
    station.say(W, "取消");
    assertThat(station.say(W, "更正 V1 隐患种类 房屋", "跳过", "确认")).contains("H1：待反馈。");
    assertThat(station.say(W, "撤回 V1", "确认")).contains("H1已撤销。");
    assertThat(station.say(W, "隐患 H1")).contains("现在：已撤销");
  }

  @Test
  void aNumberThatWasOpenedByAnotherRecordIsCorrectedThere() {
    visit("12号户");

    assertThat(station.say(W, "更正 H1 种类 房屋")).isEqualTo("H1是V1开出来的，请更正或撤回V1。");
    assertThat(station.say(W, "撤回 H1")).contains("请更正或撤回V1");
  }

  @Test
  void whoClosesWhatWasClosedInTheMeantimeIsToldAndFilesNothing() throws Unavailable {
    visit("12号户");
    station.say(W, "整改 H1 已整改 换了电线 自己", "跳过");
    station.say(Station.HEAD, "整改 H1 已整改 换了插座 自己", "跳过", "提交");

    var told = station.say(W, "提交");

    assertThat(told).startsWith("H1已经是“已整改”（Z1），这次没有登记。").contains("整改的是哪一条隐患？");
    assertThat(station.store.record("Z2")).isEmpty();
    assertThat(station.store.matters().story("H1")).hasSize(2);
    station.say(W, "取消");
    visit("13号户");
    assertThat(station.say(W, "整改 H2 已整改 换了插座 自己", "跳过", "提交")).contains("H2：已整改。");
  }

  @Test
  void nobodyFollowsOrSeesWhatLiesElsewhere() {
    visit("12号户");

    assertThat(station.say(Station.STRANGER, "整改")).contains("（现在没有还没办完的）");
    assertThat(station.say(Station.STRANGER, "H1")).contains("没有H1，或者它不归您这里。");
    station.say(Station.STRANGER, "取消");
    assertThat(station.say(Station.STRANGER, "隐患 H1")).doesNotContain("12号户");
    assertThat(station.sayInGroup(W, "隐患 H1")).doesNotContain("12号户");
  }

  @Test
  void aHouseholdIsHomeWhenAllOfItAre() {
    assertThat(relocation()).contains("已登记 T1：", "T1：还没返家，还有3人。");
    assertThat(station.say(Station.COORDINATOR, "统计 转移 今天")).contains("转移：新开1，办完0；现在还有1：还没返家1（3人）");
    assertThat(station.say(W, "返家 张三 2人 今天上午九点", "提交")).contains("T1：还没返家，还有1人。");
    assertThat(station.say(W, "隐患 T1")).startsWith("T1 转移：");
    assertThat(station.say(W, "转移 T1")).contains("现在：还没返家，还有1人");
    assertThat(station.say(W, "更正 B1 人数 3", "确认")).contains("T1：已返家。");
    assertThat(station.say(W, "撤回 B1", "确认")).contains("T1：还没返家，还有3人。");
    assertThat(station.say(W, "返家", "跳过", "3", "今天上午九点", "提交")).contains("T1：已返家。");
  }

  @Test
  void aCaseIsFollowedWhileItIsOpenAndALinkUntilItIsDecided() {
    station.say(W, "个案", "太平镇张三", "走访发现", "生活困难", "是", "跳过", "跳过", "跳过", "提交");
    assertThat(station.say(W, "跟进 G1", "入户", "陪同办事", "跳过", "跳过", "提交")).contains("G1：跟进中。");
    assertThat(station.say(W, "结案 G1 目标达到 今天", "跳过", "提交")).contains("G1：已结案。");
    assertThat(station.say(W, "跟进 G1")).contains("G1已经是“已结案”");
    station.say(W, "取消");

    station.say(W, "资源链接", "太平镇张三", "生活费", "民政", "临时救助", "已申请", "今天", "跳过", "提交");
    assertThat(station.say(W, "批复 L1 没批 今天", "提交")).contains("L1：未批。");
    assertThat(station.say(W, "资源链接 L1")).contains("现在：未批");
  }

  @Test
  void twoLinesOfOneMessageThatFollowTheSameAreTakenInTheirOrder() throws Unavailable {
    visit("12号户");

    var told = station.say(W, "整改 H1 部分整改 换了插座 自己\n整改 H1 已整改 换了电线 自己\n整改 H1 已整改 又换了 自己", "提交");

    assertThat(told).contains("已登记 Z1", "已登记 Z2", "H1：已整改。", "这次没有登记");
    assertThat(station.store.matters().story("H1")).hasSize(3);
  }

  @Test
  void openedAndClosedAreCountedOnTheirDays() {
    visit("12号户");
    visit("13号户");
    station.day("2022-05-12");
    station.say(W, "整改 H1 已整改 换了电线 自己", "跳过", "提交");

    assertThat(station.say(Station.COORDINATOR, "统计 隐患 5月10日")).contains("隐患：新开2，办完0；现在还有1：待反馈1");
    assertThat(station.say(Station.COORDINATOR, "统计 隐患 5月12日")).contains("新开0，办完1");
  }

  private String visit(String household) {
    return station.say(W, "走访太平镇" + household + "3人防汛 入户 电线老化", "跳过", "跳过", "提交");
  }

  private String visitWithout() {
    return station.say(W, "走访太平镇14号户3人防汛 入户 没有隐患", "跳过", "提交");
  }

  private String relocation() {
    return station.say(
        W, "转移", "太平镇张三", "3", "1", "1", "1", "0", "跳过", "亲友家", "今天上午九点", "跳过", "提交");
  }
}
