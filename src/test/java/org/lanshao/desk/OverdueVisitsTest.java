package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;

/** 逾期 走访: who was not visited within the rhythm on file. p03 and p08 work in 富林镇. */
class OverdueVisitsTest {
  private static final String WORKER = "p03";
  private static final String HEAD = "p12";
  private static final String COUNTY = "p32";

  private final Station station = new Station();

  @BeforeEach
  void households() {
    station.file(
        household("J101", "张三", "30"),
        household("J102", "李四", "7").with(HouseholdField.CONTACT, "苏小安"),
        household("J103", "四婆", "90").with(HouseholdField.CONTACT, "李小荷"),
        household("J104", "赵六", ""),
        Station.household("J901", "445303102", "钱七").with(HouseholdField.EVERY, "30"));
    station.day("2022-04-01");
    station.say(WORKER, "走访 J101 1人 入户 防汛 没有隐患", "跳过", "提交");
    station.day("2022-05-02");
    station.say(HEAD, "走访 J102 1人 入户 防汛 没有隐患", "跳过", "提交");
    station.day("2022-05-10");
  }

  private static Household household(String number, String head, String every) {
    return Station.household(number, "445303104901", head).with(HouseholdField.EVERY, every);
  }

  @Test
  void whoAnswersForThemSeesThemTheLongestPastFirst() {
    assertThat(station.say(HEAD, "逾期 走访").lines())
        .containsExactly(
            "富林镇 截至5月10日，过了走访周期3户，写了周期的3户：",
            "J103 石巷村（云安区富林镇） 四婆（其他） 每90天，还没有走访记录",
            "J101 石巷村（云安区富林镇） 张三（其他） 每30天，5月1日就要走访，过了9天",
            "J102 石巷村（云安区富林镇） 李四（其他） 每7天，5月9日就要走访，过了1天",
            "其中：石巷村（云安区富林镇）3户");
    assertThat(station.say(COUNTY, "逾期 走访"))
        .startsWith("云安区 截至5月10日，过了走访周期4户，写了周期的4户：")
        .endsWith("其中：白石镇1户、富林镇3户");
  }

  @Test
  void aVisitMakesItDueLaterAndAWithdrawnOneDoesNot() {
    station.say(WORKER, "走访 J101 1人 入户 防汛 没有隐患", "跳过", "提交");
    assertThat(station.say(HEAD, "逾期 走访")).contains("过了走访周期2户").doesNotContain("张三");

    station.say(WORKER, "撤回 V3", "确认");

    assertThat(station.say(HEAD, "逾期 走访")).contains("过了走访周期3户").contains("张三");
  }

  @Test
  void whoIsDueTodayIsNotYetOverdue() {
    station.day("2022-05-09");
    assertThat(station.say(HEAD, "逾期 走访")).doesNotContain("李四");
  }

  @Test
  void anotherDayIsTakenAsThatDayWasOrWillBe() {
    assertThat(station.say(HEAD, "逾期 走访 4月")).contains("截至4月30日，过了走访周期2户").doesNotContain("张三");
    assertThat(station.say(HEAD, "逾期 走访 本月")).contains("过了走访周期3户");
  }

  @Test
  void workersGetTheirOwnAndHowManyMoreTheStationHas() {
    assertThat(station.say(WORKER, "逾期 走访").lines())
        .containsExactly(
            "截至5月10日，您联系的户里，过了走访周期2户：",
            "J103 石巷村（云安区富林镇） 四婆（其他） 每90天，还没有走访记录",
            "J101 石巷村（云安区富林镇） 张三（其他） 每30天，5月1日就要走访，过了9天",
            "站里另有1户：发 逾期 走访 富林镇");
    assertThat(station.say(WORKER, "逾期 走访 富林镇")).contains("李四");
    assertThat(station.say("p08", "overdue visits"))
        .contains("1 of the households you look after", "J102", "Your station has 2 more");
  }

  @Test
  void onlyTheOwnAreaIsTold() {
    assertThat(station.say(HEAD, "逾期 走访 白石镇")).contains("你可以查富林镇").doesNotContain("钱七");
    assertThat(station.say("p01", "逾期 走访")).contains("没有一户写了走访周期").doesNotContain("张三");
    assertThat(station.say("p71", "逾期 走访")).contains("不能").doesNotContain("J101");
  }

  @Test
  void whoDoesNotDoTheWorkReadsNoNames() {
    assertThat(station.say("p51", "逾期 走访")).contains("张*").doesNotContain("张三");
  }

  @ParameterizedTest
  @ValueSource(strings = {"p03", "p12", "p32", "p51"})
  void inGroupsThereAreNumbersAlone(String person) {
    assertThat(station.inGroup(person, "g03", "逾期 走访"))
        .contains("过了走访周期", "其中：")
        .doesNotContain("J1", "张", "四婆");
  }

  @ParameterizedTest
  @ValueSource(strings = {"超期走访富林镇", "走访逾期 富林镇", "逾期未走访 富林镇 本月", "逾期走访富林镇的户", "到期 走访 富林镇"})
  void peopleSayItInMoreWaysThanOne(String words) {
    assertThat(station.say(WORKER, words)).startsWith("富林镇 截至5月10日，过了走访周期3户");
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertThat(station.say(HEAD, "逾期 走访 火星")).contains("没看懂“火星”", "逾期 走访 富林镇");
  }

  @Test
  void aMergedHouseholdWasVisitedWhenTheOneThatItWasIs() {
    station.say(HEAD, "合并 J101 J104 确认");

    assertThat(station.say(HEAD, "未访 4月 富林镇")).contains("未访2户，在册3户");
    assertThat(station.say(HEAD, "覆盖率 4月")).contains("走访1户，在册3户");
    assertThat(station.say(HEAD, "档案 J104")).contains("上次走访：2022-04-01");
  }

  @Test
  void listsAreAskedForWithoutBlanksToo() {
    for (String words : List.of("未访富林镇4月", "未访4月富林镇的户", "未访户 4月 富林镇")) {
      assertThat(station.say(HEAD, words)).contains("未访3户，在册4户");
    }
    assertThat(station.say(HEAD, "名单富林镇其他")).contains("4户");
  }
}
