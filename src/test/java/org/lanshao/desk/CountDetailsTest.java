package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a number to its records. */
class CountDetailsTest {
  private static final String CITY = "p41";
  private final Station station = new Station();

  @BeforeEach
  void someVisits() {
    station.day("2022-05-10");
    visit("p01", "石巷村1号户2人防汛");
    visit("p01", "石巷村1号户3人慰问");
    visit("p03", "富林镇2号户4人防汛");
    station.say("p01", "撤回 " + visit("p01", "石巷村9号户9人防汛") + " 登记重复了", "确认");
  }

  private String visit(String person, String words) {
    var receipt = station.say(person, "走访" + words + " 入户 没有隐患", "跳过", "提交");
    var number = Pattern.compile("已登记 (V\\d+)").matcher(receipt);
    assertThat(number.find()).as(receipt).isTrue();
    return number.group(1);
  }

  @Test
  void theRecordsOfACountAddUpToIt() {
    assertThat(station.say(CITY, "统计 走访 全市 5月10日")).contains("2户 3户次 9人次");
    assertThat(station.say(CITY, "明细 统计 走访 全市 5月10日"))
        .isEqualTo(
            """
            走访登记 云浮市 今天（5月10日）：3条，合计2户 3户次 9人次
            V1 5月10日 石巷村（罗定市太平镇） 1户 1户次 2人次
            V2 5月10日 石巷村（罗定市太平镇） 0户 1户次 3人次
            V3 5月10日 富林镇 1户 1户次 4人次\
            """);
  }

  @Test
  void rightAfterACountItsRecordsAreMeant() {
    assertThat(station.say(CITY, "明细")).doesNotContain("合计");
    station.say(CITY, "统计 走访 防汛 人次 今天");
    station.say(CITY, "谢谢");

    assertThat(station.say(CITY, "明细"))
        .startsWith("走访登记 防汛 云浮市 今天（5月10日）：2条，合计6人次\nV1 ")
        .endsWith("V3 5月10日 富林镇 4人次");
  }

  @Test
  void visitsWithAHazardAreCountedApart() {
    assertThat(station.say(CITY, "统计 走访 今天 没有隐患")).startsWith("走访 没有隐患 云浮市").contains("2户 3户次");
    assertThat(station.say(CITY, "统计 走访 今天 按有隐患")).contains("\n没有隐患：2户 3户次");
  }

  @Test
  void ofTwoLevelsTheNarrowerLiesInTheWiderInWhateverOrder() {
    assertThat(station.say(CITY, "统计 走访 今天 按镇 按县区"))
        .contains("户次，按县区、镇街：\n云安区 1：富林镇1\n罗定市 2：太平镇（罗定市）2\n")
        .isEqualTo(station.say(CITY, "统计 走访 今天 按县区 按镇"));
    assertThat(station.say(CITY, "统计 走访 今年 按月 按周")).contains("不能按“月、周”");
    assertThat(station.say(CITY, "统计 走访 今天 按社工")).endsWith("例如：统计 走访 云城街道 本周 按社工");
  }

  @Test
  void whatIsWrongWithTheCountIsTold() {
    assertThat(station.say(CITY, "明细 统计 走坊 本月")).contains("是不是“走访”");
    assertThat(station.say(CITY, "明细 统计 走访 全市 罗定市 今天")).contains("一次查一个地区");
  }

  @Test
  void nobodySeesRecordsBeyondTheirCounts() {
    assertThat(station.say("p11", "明细 统计 走访 今天")).contains("：2条").doesNotContain("V3");
    assertThat(station.say("p03", "明细 统计 走访 今天")).contains("：1条", "V3").doesNotContain("V1");
    assertThat(station.say("p11", "明细 统计 走访 富林镇 今天")).doesNotContain("V3");
    assertThat(station.sayInGroup(CITY, "明细 统计 走访 今天")).isEqualTo("请在和我的私聊里看。");
  }

  @Test
  void manyRecordsComePageByPage() {
    for (int nth = 0; nth < 25; nth++) {
      visit("p02", "里洞镇" + nth + "号户2人日常");
    }
    var seen = new ArrayList<String>();
    var asked = "明细 统计 走访 新兴县 今天";
    for (int page = 0; page < 2; page++) {
      var answer = station.say(CITY, asked);
      assertThat(answer).contains("25条，合计25户 25户次 50人次");
      answer.lines().filter(line -> line.startsWith("V")).forEach(seen::add);
      asked = answer.replaceFirst("(?s).*请回复 ", "");
    }
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThat(station.say(CITY, "明细 统计 走访 新兴县 今天 第2页")).doesNotContain("下一页");
    station.speaks(CITY, "en");
    assertThat(station.say(CITY, "detail count visit 新兴县 5/10"))
        .endsWith("reply detail count visit 新兴县 5/10 page 2");
    assertThat(station.say(CITY, "detail count visit 新兴县 5/10 page 2")).contains("V25");
  }

  @Test
  void aNumberOfAReportHasItsRecordsToo() {
    assertThat(station.say(CITY, "汇总 行动 全市 5月10日")).contains("（编号 R1）");

    assertThat(station.say(CITY, "明细 R1 人次")).contains("：2条，合计6人次", "V1", "V3");
    assertThat(station.say(CITY, "R1 人次")).isEqualTo(station.say(CITY, "明细 R1 人次"));
    assertThat(station.say("p01", "R1 人次")).isEqualTo("R1 不是您能看的范围。");
    assertThat(station.say(CITY, "明细r1户")).contains("：2条，合计2户");
    assertThat(station.say(CITY, "明细 R1")).contains("户、户（补报）、人次、");
    assertThat(station.say("p01", "明细 R1 人次")).isEqualTo("R1 不是您能看的范围。");
    assertThat(station.say(CITY, "明细 V1")).contains("V1 走访登记");
  }
}
