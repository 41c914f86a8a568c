package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The households that a campaign is to reach: who of them was visited, and who was found. */
class CampaignListsTest {
  private static final String CITY = "p41";
  private static final String WORKER = "p03";
  private final Station station = new Station();

  @BeforeEach
  void twoHouseholdsAndACampaign() {
    put("J101", "张三");
    put("J102", "王四");
    station.say(CITY, "行动 龙舟水 云安区 今天");
    station.say(CITY, "确认");
  }

  private void put(String number, String head) {
    station.file(Station.household(number, "445303104901", head));
  }

  @Test
  void theListTellsWhoWasVisitedAndWhoWasNot() {
    assertThat(station.say(CITY, "进度 A1")).contains("还没有名单");
    assertThat(station.say(CITY, "行动 名单 A1 全部")).contains("加了2户，一共2户");
    assertThat(station.say(CITY, "行动 名单 A1 全部")).contains("加了0户，一共2户");
    assertThat(station.say(CITY, "进度 A1")).contains("名单2户，已访0户，未访2户", "石巷村（云安区富林镇） 0/2");

    station.say(WORKER, "走访 J101 3人 防汛 没有隐患", "跳过", "跳过", "提交");
    assertThat(station.say(CITY, "进度 行动 龙舟水")).contains("已访1户，未访1户", "石巷村（云安区富林镇） 1/2");
    assertThat(station.say(WORKER, "未访 A1")).contains("未访1户", "J102 王*").doesNotContain("王四", "张");
    assertThat(station.say("p02", "未访 A1")).doesNotContain("J102");
  }

  @Test
  void whoIsFoundBeforeThereIsAListIsToldAndOnItOnceItIsMade() {
    station.say(WORKER, "建档 石巷村 赵六 2口 独居", "跳过", "提交");

    assertThat(station.say(CITY, "进度 A1")).contains("还没有名单；期间新发现1户，已访0户，未访1户", "石巷村（云安区富林镇） 0/1");
    assertThat(station.say(WORKER, "未访 A1")).contains("赵*");
    assertThat(station.say(CITY, "行动 名单 A1 全部")).contains("加了2户，一共3户");
    assertThat(station.say(CITY, "进度 A1")).contains("名单3户，已访0户，未访3户，其中新发现1户");
  }

  @Test
  void aVisitToSomebodyUnknownOffersToPutThemOnFileWithOnePress() {
    station.say(WORKER, "走访 石巷村 赵六 2人 入户 防汛 没有隐患", "跳过");
    var receipt = station.reply(WORKER, "提交");

    assertThat(Scene.text(receipt)).contains("已登记", "赵六还没有档案");
    var choice = receipt.parts().getFirst().choices().getFirst();
    assertThat(choice.label()).isEqualTo("建档 赵六");
    assertThat(station.say(WORKER, choice.say())).contains("赵六", "家里几口人");
    station.say(WORKER, "2", "独居", "跳过");
    assertThat(station.say(WORKER, "提交")).contains("已建档");
    station.say(WORKER, "走访 石巷村 赵六 2人 入户 防汛 没有隐患", "跳过");
    assertThat(station.reply(WORKER, "提交").parts().getFirst().choices()).isEmpty();
  }

  @Test
  void aNumberThatIsNoCampaignOfTheirsIsToldSo() {
    for (String word : List.of("进度", "未访", "首访用时")) {
      assertThat(station.say(CITY, word + " A9")).startsWith("没有 A9");
      assertThat(station.say("p02", word + " A1")).startsWith("没有 A1");
    }
  }

  @Test
  void groupsAreToldNoNames() {
    station.say(CITY, "行动 名单 A1 全部");

    var said = station.inGroup(WORKER, "g03", "未访 A1");
    assertThat(said).contains("未访2户").doesNotContain("王", "张", "J10");
  }

  @Test
  void whoIsPutOnFileWhileItRunsJoinsTheList() {
    station.say(CITY, "行动 名单 A1 全部");
    station.say(WORKER, "建档 石巷村 赵六 2口 独居", "跳过", "提交");
    station.restart();

    assertThat(station.say(CITY, "进度 A1")).contains("名单3户，已访0户，未访3户，其中新发现1户");
  }

  @Test
  void whoIsFoundInAVerificationIsPutOnFileAndJoinsTheListOnce() {
    station.say(CITY, "行动 名单 A1 全部");
    var receipt = verify("石巷村赵六", "再来一个", "石巷村钱七", "再来一个", "石巷村赵六", "完");
    assertThat(receipt).contains("档案：C1-1 赵六、C1-2 钱七。");
    assertThat(verify("石巷村赵六", "完")).contains("档案：C1-1 赵六。");
    station.restart();

    assertThat(station.say(CITY, "进度 A1")).contains("名单4户，已访0户，未访4户，其中新发现2户");
    assertThat(station.say(WORKER, "档案 C1-2")).contains("钱七", "石巷村");
  }

  @Test
  void whoIsOnFileAlreadyJoinsTheListByTheNumber() {
    station.say(CITY, "行动 名单 A1 全部");
    put("J103", "赵六");
    station.restart();

    assertThat(verify("石巷村赵六", "完")).contains("档案：J103 赵六。");
    assertThat(station.say(CITY, "进度 A1")).contains("名单3户，已访0户，未访3户，其中新发现1户");
    assertThat(verify("石巷村张三", "完")).contains("档案：J101 张三。");
    assertThat(station.say(CITY, "进度 A1")).contains("名单3户，已访0户，未访3户，其中新发现1户");
  }

  @Test
  void whoIsPutOnFileWhileSomebodyElseNamesThemIsNotPutThereTwice() {
    station.say(CITY, "行动 名单 A1 全部");
    fill("石巷村赵六", "完");
    put("J103", "赵六");
    station.restart();

    assertThat(station.say(WORKER, "提交")).contains("档案：J103 赵六。");
    assertThat(station.say(CITY, "进度 A1")).contains("名单3户，已访0户，未访3户，其中新发现1户");
    station.say(WORKER, "建档 石巷村 钱七 2口 独居", "跳过");
    put("J105", "钱七");
    station.restart();
    station.say(WORKER, "提交");
    assertThat(station.say(CITY, "进度 A1")).contains("名单4户，已访0户，未访4户，其中新发现2户");
    assertThat(station.say(WORKER, "档案 J105")).contains("钱七", "2人");
  }

  @Test
  void aCorrectedNameChangesTheFileThatTheVerificationMade() {
    station.say(CITY, "行动 名单 A1 全部");
    verify("石巷村赵六", "再来一个", "石巷村钱七", "完");
    station.restart();
    station.say(WORKER, "更正 C1", "改9", "1", "1", "石巷村孙八", "提交");
    station.restart();

    assertThat(station.say(WORKER, "档案 C1-1")).contains("C1-1 孙八", "户主 赵六 → 孙八");
    assertThat(station.say(WORKER, "档案 C1-2")).contains("钱七");
    assertThat(station.say(CITY, "进度 A1")).contains("名单4户，已访0户，未访4户，其中新发现2户");
  }

  @Test
  void practiceAndWhatIsGivenUpPutNobodyOnFile() {
    station.say(CITY, "行动 名单 A1 全部");
    fill("石巷村赵六", "完");
    station.say(WORKER, "取消");
    station.say(WORKER, "演练 核查 石巷村", "入户", "12", "30", "0", "0", "2", "是", "石巷村赵六", "完");
    assertThat(station.say(WORKER, "收入", "提交")).contains("CX1").doesNotContain("档案：");
    station.restart();

    assertThat(station.say(CITY, "进度 A1")).contains("名单2户，已访0户，未访2户");
  }

  /** A verification that finds households: what is answered about them, and its receipt. */
  private String verify(String... found) {
    fill(found);
    return station.say(WORKER, "提交");
  }

  private void fill(String... found) {
    station.say(WORKER, "核查 石巷村", "入户", "12", "30", "0", "0", "2", "是");
    station.say(WORKER, found);
    station.say(WORKER, "收入");
  }

  @Test
  void onlyWhoIsInChargePutsHouseholdsOnTheList() {
    assertThat(station.say(WORKER, "行动 名单 A1 全部")).contains("协调员");
    assertThat(station.say(CITY, "行动 名单 A1 外星人")).contains("看不懂");
    assertThat(station.say(CITY, "行动 名单 A7 全部")).contains("没有 A7");
    assertThat(station.say(CITY, "行动 名单 A1 低保")).contains("加了0户");
  }
}
