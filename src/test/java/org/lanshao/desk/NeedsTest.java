package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people ask for, from the visit that heard it to its end, and lists of what is not done. */
class NeedsTest {
  private static final String W = Station.WORKER;
  private final Station station = new Station();

  @Test
  void aVisitThatHearsOfANeedOpensANumberThatIsFollowedToItsEnd() {
    assertThat(visit("12号户", "想装洗澡扶手", "设施改造")).contains("诉求编号 SQ1，待办理。");
    assertThat(station.say(W, "诉求办理 SQ1 转办", "交给残联了", "跳过", "提交")).contains("SQ1：办理中。");
    assertThat(station.say(W, "诉求 SQ1")).contains("现在：办理中");
    assertThat(station.say(W, "诉求")).contains("没办完的1件：办理中1。", "按种类：设施改造1。", "SQ1 ");
    assertThat(station.say(W, "诉求办理 SQ1 已解决", "装好了", "残联", "提交")).contains("SQ1：已解决。");
    assertThat(station.say(W, "诉求")).isEqualTo("太平镇（罗定市）没有这样的诉求。");
  }

  @Test
  void needsOfVisitsAndOfTheirOwnFormAreCountedTogetherByKind() {
    visit("12号户", "想装洗澡扶手", "设施改造");
    station.say(W, "登记诉求 石巷村张三", "看病", "想有人陪去县医院", "提交");

    assertThat(station.say(Station.COORDINATOR, "统计 诉求 今天"))
        .contains("2件", "（其中走访登记1件）", "诉求：新开2，办完0；现在还有2：待办理2");
    assertThat(station.say(Station.COORDINATOR, "统计 诉求 今天 按种类")).contains("看病用药：1件", "设施改造：1件");
    station.say(W, "更正 V1 诉求种类 住房", "确认");
    assertThat(station.say(Station.COORDINATOR, "统计 诉求 今天 按种类"))
        .contains("住房：1件")
        .doesNotContain("设施改造：");
    assertThat(station.say(W, "诉求 住房")).contains("没办完的1件", "SQ1 ").doesNotContain("SQ2");
    station.say(W, "撤回 V1", "确认");
    assertThat(station.say(Station.COORDINATOR, "统计 诉求 今天")).contains("1件").doesNotContain("其中");
    assertThat(station.say(W, "诉求 住房")).isEqualTo("太平镇（罗定市）没有这样的诉求。");
  }

  @Test
  void theOldestStandFirstAndWhatIsPastItsDaysIsOverdue() {
    station.say(W, "登记诉求 石巷村张三", "看病", "想有人陪去县医院", "提交");
    station.day("2022-05-30");
    station.say(W, "登记诉求 石巷村李四", "上学", "想有人辅导", "提交");

    assertThat(station.say(W, "诉求").lines().skip(2))
        .satisfiesExactly(
            ages -> assertThat(ages).isEqualTo("7天以内1件，8到30天1件，30天以上0件；最久的在前："),
            first -> assertThat(first).startsWith("SQ1 ").endsWith("待办理，20天"),
            second -> assertThat(second).startsWith("SQ2 ").endsWith("待办理，0天"));
    assertThat(station.say(W, "逾期 诉求")).contains("SQ1").doesNotContain("SQ2");
  }

  @Test
  void listsAreOfOnesOwnAreaAndNotToldInGroups() {
    visit("12号户", "想装洗澡扶手", "设施改造");

    assertThat(station.say(Station.STRANGER, "诉求")).doesNotContain("SQ1");
    assertThat(station.say(Station.STRANGER, "诉求 罗定市太平镇")).contains("不归您管");
    assertThat(station.sayInGroup(W, "诉求")).doesNotContain("12号户");
    assertThat(station.say(W, "诉求 想去县城")).startsWith("“想去县城”没看懂。").contains("登记诉求");
    assertThat(station.say(W, "诉求 登记 石巷村张三")).startsWith("诉求登记开始");
  }

  @Test
  void aNeedThatIsAddedToAVisitInHandIsNoQuestionForTheList() {
    station.say(W, "走访太平镇12号户3人日常 入户 没有隐患", "跳过");

    assertThat(station.say(W, "诉求 住房")).contains("是哪一类诉求？");
    assertThat(station.say(W, "住房", "提交")).contains("诉求编号 SQ1");
  }

  @Test
  void hazardsThatWereNotPassedOnAreListedByThatWord() {
    station.say(W, "隐患", "太平镇", "用电", "12号户电线老化", "一般", "跳过", "跳过", "提交");
    station.say(W, "隐患", "太平镇", "房屋", "13号户墙裂", "一般", "镇街", "今天上午九点", "跳过", "提交");
    station.say(W, "走访太平镇15号户3人防汛 入户 屋顶漏雨", "跳过", "跳过", "提交");

    assertThat(station.say(W, "隐患 未反馈"))
        .contains("隐患（太平镇（罗定市））没办完的2件：待反馈2。", "按种类：房屋1、用电1。", "H1 ", "H3 ")
        .doesNotContain("H2");
    assertThat(station.say(W, "隐患未反馈 用电")).contains("没办完的1件", "H1 ");
    assertThat(station.say(W, "隐患 在办")).contains("没办完的3件：待反馈2、已反馈1。");
    assertThat(station.say(W, "隐患 用电")).contains("隐患登记开始");
  }

  private String visit(String household, String need, String kind) {
    return station.say(W, "走访太平镇" + household + "3人日常 入户 没有隐患 诉求：" + need, "跳过", kind, "提交");
  }
}
