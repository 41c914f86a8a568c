package org.lanshao.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Found;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;

/** 简报: a newsletter composed of numbers, activities, events, closed cases and fixed hazards. */
class BulletinsTest {
  private static final String CITY = "p41";
  private static final String WORKER = "p01";
  private static final String ELSEWHERE = "p03";
  private final Station station = new Station();

  @Test
  void whoTookWhichDaysAwayIsNotedAsPeopleSayIt() {
    station.day("2022-05-13");
    station.say(CITY, "简报 4月");

    assertThat(station.store.noted().getLast().about()).isEqualTo("工作简报 云浮市 4月1日-4月30日");
  }

  private void aMonthOfWork() {
    station.day("2022-05-09");
    station.say(WORKER, "走访石巷村1号户3人防汛 入户 有隐患 用电", "跳过", "跳过", "提交");
    station.say(ELSEWHERE, "宣传", "防溺水", "120人次", "喇叭", "富林镇", "蓝天救援队", "提交");
    station.day("2022-05-10");
    station.say(WORKER, "整改 H1", "已整改", "张三家换了新线", "供电所", "跳过", "跳过", "提交");
    station.say(CITY, "大事记", "5月8日", "会议", "太平镇（罗定市）", "开了村民议事会", "跳过", "跳过", "提交");
    station.say(CITY, "行动 龙舟水 罗定市 5月9日", "确认");
    station.say(CITY, "预警 暴雨 红 太平镇（罗定市）", "确认");
    station.say(ELSEWHERE, "个案 石巷村张三 走访发现 父母过世", "是", "跳过", "跳过", "跳过", "提交");
    station.say(ELSEWHERE, "结案 G1", "目标达到", "今天", "张三能上学了", "提交");
    station.day("2022-05-13");
  }

  private String sections(String text) {
    return text.substring(text.indexOf("## 二"));
  }

  @Test
  void itHasTheNumbersAndTheDatedLinesOfTheMonth() {
    aMonthOfWork();

    var text = station.say(CITY, "简报 本月");

    assertThat(text).startsWith("# 云浮市双百社工工作简报（5月1日-5月13日）\n\n## 一、工作数据\n\n走访服务3人次（1户），宣传120人次，");
    assertThat(text).contains("新开个案1个、结案1个，发现隐患1处、整改1处。");
    assertThat(sections(text))
        .startsWith(
            """
            ## 二、宣传和活动

            - 5月9日 富林镇：防溺水宣传，120人次，与蓝天救援队一起

            ## 三、大事记

            - 5月8日 太平镇（罗定市）：开了村民议事会（会议）
            - 5月9日 罗定市：龙舟水行动开始
            - 5月10日 太平镇（罗定市）：暴雨红色预警（N1号通知）

            ## 四、结了的个案

            - 5月10日 富林镇 张*（走访发现）：结案，目标达到

            ## 五、整改好的隐患

            - 5月10日 太平镇（罗定市）：用电隐患，已整改，供电所整改
            """);
    assertThat(text).contains("这是初稿，姓名已经遮住。", "（编号 R1）").doesNotContain("张三");
  }

  @Test
  void anEmptyMonthSaysSoInOneLineOfEachSection() {
    station.day("2022-05-20");

    var text = station.say("p31", "简报 4月");

    assertThat(sections(text))
        .startsWith(
            """
            ## 二、宣传和活动

            这段时间没有登记。

            ## 三、大事记

            这段时间没有登记。

            ## 四、结了的个案

            这段时间没有登记。

            ## 五、整改好的隐患

            这段时间没有登记。
            """);
    assertThat(text).contains("走访服务未上报人次");
  }

  @Test
  void aStationAloneHasItsOwnAndCampaignsAroundIt() {
    aMonthOfWork();

    var text = station.say("p11", "简报 本月");

    assertThat(text).startsWith("# 太平镇（罗定市）双百社工").contains("龙舟水行动开始", "供电所整改");
    assertThat(text).doesNotContain("防溺水", "张*");
  }

  @Test
  void itIsHandedOutAsAFileToo() {
    aMonthOfWork();

    var parts = station.reply(CITY, "简报 本月").parts();

    var file = parts.getLast().extras().file().orElseThrow();
    assertThat(file.name()).isEqualTo("工作简报 云浮市 R1.md");
    var text = new String(station.files.getFirst(), UTF_8);
    assertThat(text).startsWith("# 云浮市双百社工工作简报（5月1日-5月13日）\n").endsWith("供电所整改\n");
    station.withoutHandouts();
    assertThat(station.reply(CITY, "简报 本月").parts()).hasSize(1);
  }

  @Test
  void aMinorOnFileIsNoNameAtAll() {
    var village = (Found.One) station.directory().find("石巷村", new AreaCode("445303104"));
    put(village.area().code(), "J101", "陈小宝", "2012-03-01");
    station.day("2022-05-10");
    station.say(ELSEWHERE, "个案 J101 走访发现 父母过世", "是", "跳过", "跳过", "跳过", "提交");
    station.say(ELSEWHERE, "结案 G1", "目标达到", "今天", "跳过", "提交");

    assertThat(station.say(CITY, "简报 本月"))
        .contains("- 5月10日 富林镇 儿童A（走访发现）：结案，目标达到")
        .doesNotContain("陈");
  }

  private void put(AreaCode village, String number, String name, String birth) {
    var child =
        new Client(
            new FileNumber("M1"),
            Map.of(ClientField.NAME, name, ClientField.BIRTH, birth),
            List.of());
    var fields = Map.of(HouseholdField.AREA, village.text(), HouseholdField.HEAD, name);
    var household = new Household(new FileNumber(number), fields, List.of(child));
    station.file(household);
  }

  @Test
  void anEmergencyThatWasSettledIsAnEvent() {
    var scene = new AlertScene();
    scene.say(AlertScene.WORKER, "紧急 连滩镇 一户着火");
    scene.say(AlertScene.HEAD, "接手 E1", "终报 E1 火灭了", "结案 E1 已安置");

    assertThat(scene.say(AlertScene.COUNTY, "简报 本月")).contains("日 连滩镇：一起险情处置完毕");
  }

  @Test
  void itIsKeptAndItsReaderLearnsOfCorrections() {
    aMonthOfWork();
    station.say(CITY, "简报 本月");
    station.pass(Duration.ofHours(1));

    station.say(WORKER, "更正 V1 人数 4", "确认");
    station.pass(Duration.ofMinutes(5));

    assertThat(station.told(CITY)).anyMatch(told -> told.contains("R1 人次3→4"));
    assertThat(station.say(CITY, "对比 R1")).startsWith("R1 人次3→4。后来有1处变动").contains("V1 更正");
    assertThat(station.say(CITY, "R1")).contains("走访服务3人次", "龙舟水行动开始");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p01|简报 本月|简报由站长和各级负责人出。自己的数请发 统计。
          p11|简报 富林镇|你可以查
          p11|简报|# 太平镇（罗定市）双百社工
          p31|简报 本月 新兴县|你可以查
          p31|简报 工作简报 上月|# 罗定市双百社工工作简报（4月1日-4月30日）
          p31|bulletin 上月|# 罗定市双百社工工作简报（4月1日-4月30日）
          p31|简报 天气|没看懂“天气”
          """)
  void whoAsksGetsWhatIsTheirs(String who, String words, String begin) {
    station.day("2022-05-20");

    assertThat(station.say(who, words)).startsWith(begin);
  }

  @Test
  void groupsGetNone() {
    assertThat(station.sayInGroup(CITY, "简报 本月")).isEqualTo("请在和我的私聊里看。");
    assertThat(station.say("p11", "帮助")).contains("简报：");
    assertThat(station.say(WORKER, "帮助")).doesNotContain("简报：");
  }

  @Test
  void aLongListTellsHowManyMoreThereAre() {
    station.day("2022-05-10");
    for (int nth = 0; nth < 42; nth++) {
      station.say(ELSEWHERE, "宣传", "防汛", "10人次", "喇叭", "富林镇", "跳过", "提交");
    }

    var text = station.say(CITY, "简报 本月");

    assertThat(text).contains("（另有2条没有列，全部请发 导出。）");
    assertThat(text.lines().filter(line -> line.startsWith("- 5月10日"))).hasSize(40);
  }

  @Test
  void whoSpeaksEnglishGetsItInEnglish() {
    aMonthOfWork();
    station.speaks(CITY, "en");

    var text = station.say(CITY, "bulletin 本月");

    assertThat(text)
        .startsWith(
            "# Newsletter of the social workers of 云浮市 (5/1-5/13)\n\n## Numbers\n\nVisits 3")
        .contains("- 5/10 富林镇 张* (走访发现): closed, 目标达到", "This is a draft", "campaign 龙舟水 began");
  }
}
