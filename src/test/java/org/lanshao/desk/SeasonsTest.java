package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.desk.Station.COORDINATOR;
import static org.lanshao.desk.Station.HEAD;
import static org.lanshao.desk.Station.WORKER;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.desk.season.SeasonAsked;
import org.lanshao.directory.AreaCode;
import org.lanshao.season.BundledReminders;
import org.lanshao.season.Declaration;
import org.lanshao.turn.Unavailable;

/** 汛期 开始, 汛期 结束: seasons as they are announced, by chat; it is 10 May 2022. */
class SeasonsTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 5, 10);

  /** A worker of 富林镇, and the coordinator of its county. */
  private static final String FULIN = "p03";

  private static final String YUNAN = "p32";

  private static final String CITY = "p41";

  private static final AreaCode LUODING = new AreaCode("445381");

  private final Station station = new Station();

  @Test
  void aSeasonIsDeclaredOnceWhatItChangesWasSeen() {
    assertThat(station.say(COORDINATOR, "汛期")).contains("汛期（2022年）：4月15日-10月15日");

    assertThat(station.say(COORDINATOR, "汛期 开始 4月4日"))
        .contains("4月15日-10月15日 → 4月4日-10月15日")
        .contains("确认");
    assertThat(station.store.reminders().declared()).isEmpty();

    assertThat(station.say(COORDINATOR, "确认")).contains("汛期（2022年，罗定市）：4月4日-10月15日");
    assertThat(station.store.reminders().declared())
        .containsExactly(
            new Declaration(
                "flood",
                2022,
                Optional.of(LUODING),
                Optional.of(LocalDate.of(2022, 4, 4)),
                Optional.empty()));
    assertThat(station.say(WORKER, "汛期")).contains("4月4日-10月15日（聊天里宣布）");
    assertThat(station.say(COORDINATOR, "日历 下周")).contains("汛期4月4日到10月15日（聊天里宣布）");
  }

  @Test
  void itsEndTellsWhatIsOpenAndOffersTheReport() {
    station.say(FULIN, "隐患", "石巷村", "用电", "电线老化", "一般", "跳过", "跳过", "提交");
    station.say(FULIN, "转移", "石巷村张三", "3", "1", "0", "0", "2", "跳过", "亲友家", "今天上午九点", "跳过", "提交");
    station.say(YUNAN, "行动 龙舟水 云安区 5月9日", "确认");

    assertThat(station.say(YUNAN, "汛期 结束 10月20日"))
        .contains("4月15日-10月15日 → 4月15日-10月20日")
        .contains("云安区还有没完的：\n行动 A1 龙舟水")
        .contains("隐患还有1件没办完\n仍在避难点：1户3人\n");
    assertThat(station.say(YUNAN, "确认")).contains("汇总 行动 4月15日-10月20日");
    assertThat(station.store.reminders().declared()).hasSize(1);
    assertThat(station.say(COORDINATOR, "汛期 结束")).contains("罗定市没有没完的行动");
  }

  @Test
  void onlyWhoIsInChargeOfACountyDeclaresAndAnythingElseSaidLeavesItAsItWas() {
    assertThat(station.say(HEAD, "汛期 开始 4月4日")).contains("由县区、市的协调员来宣布");
    station.say(HEAD, "确认");
    station.say(COORDINATOR, "汛期 开始 4月4日", "取消");
    station.say(COORDINATOR, "汛期 开始 4月4日", "汛期", "确认");
    assertThat(station.say(COORDINATOR, "汛期 结束 3月1日")).contains("没有改");
    station.say(COORDINATOR, "确认");

    assertThat(station.store.reminders().declared()).isEmpty();
  }

  @Test
  void aCountysSeasonIsItsOwnAndStandsOverTheCitys() throws Unavailable {
    station.say(YUNAN, "汛期 开始 4月4日", "确认");
    assertThat(station.say(WORKER, "汛期")).contains("4月15日-10月15日");
    assertThat(station.say(FULIN, "汛期")).contains("4月4日-10月15日（聊天里宣布）");
    assertThat(station.say(WORKER, "汛期 云安区")).contains("4月4日-10月15日");
    assertThat(station.say(YUNAN, "统计 走访 汛期")).contains("4月4日");
    assertThat(station.say(COORDINATOR, "统计 走访 汛期")).contains("4月15日").doesNotContain("4月4日");

    assertThat(station.say(CITY, "汛期 开始 4月10日")).contains("云浮市", "4月15日-10月15日 → 4月10日-10月15日");
    station.say(CITY, "确认");
    assertThat(station.say(CITY, "汛期 结束 罗定市 9月30日")).contains("罗定市没有没完的行动");
    station.say(CITY, "确认");

    assertThat(station.say(FULIN, "汛期")).contains("4月4日-10月15日");
    assertThat(station.say(WORKER, "汛期")).contains("4月10日-9月30日");
    assertThat(station.say(CITY, "汛期")).contains("4月10日-10月15日");
    assertThat(station.store.reminders().declared()).hasSize(3);
  }

  @Test
  void nobodyDeclaresBeyondTheirAreaNorForATown() throws Unavailable {
    assertThat(station.say(YUNAN, "汛期 开始 新兴县 4月4日")).contains("您只能宣布云安区的");
    assertThat(station.say(YUNAN, "汛期 开始 云浮市 4月4日")).contains("您只能宣布云安区的");
    assertThat(station.say(YUNAN, "汛期 开始 富林镇 4月4日")).contains("按县区或全市宣布");
    station.say(YUNAN, "确认");

    assertThat(station.store.reminders().declared()).isEmpty();
  }

  @Test
  void amidAFormTheNameOfASeasonIsAnAnswer() {
    assertThat(station.say(WORKER, "宣传", "防溺水")).contains("多少人次");
  }

  private Optional<SeasonAsked> read(String text) {
    var seasons = BundledReminders.read().seasons().seasons();
    return SeasonAsked.read(text, seasons, station.directory, LUODING, TODAY);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          汛期开始 | flood | FIRST | 2022-05-10
          汛期 开始 4月4日 | flood | FIRST | 2022-04-04
          汛期4月4日开始 | flood | FIRST | 2022-04-04
          汛期从4月4日开始 | flood | FIRST | 2022-04-04
          汛期 结束 | flood | LAST | 2022-05-10
          汛期 结束 10月31日 | flood | LAST | 2022-10-31
          汛期１０月３１日结束 | flood | LAST | 2022-10-31
          汛期 开始 昨天 | flood | FIRST | 2022-05-09
          防溺水季 开始 4月1号 | drowning | FIRST | 2022-04-01
          防溺水 结束 2022年10月31日 | drowning | LAST | 2022-10-31
          暑假 开始 7月9日 | summer | FIRST | 2022-07-09
          汛期 开始 新兴县 4月4日 | flood | FIRST | 2022-04-04
          汛期新兴县4月4日开始 | flood | FIRST | 2022-04-04
          汛期 结束 10月31日 云浮市 | flood | LAST | 2022-10-31
          汛期 新兴县 结束 10月31日 | flood | LAST | 2022-10-31
          """,
      delimiter = '|')
  void isReadAsPeopleSayIt(String text, String season, SeasonAsked.End end, LocalDate day) {
    var asked = read(text);

    assertThat(asked.map(one -> one.season().id())).contains(season);
    assertThat(asked.flatMap(SeasonAsked::end)).contains(end);
    assertThat(asked.map(SeasonAsked::day)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"汛期注意安全", "防溺水 夏洞市场 120人", "暑假开始前走访", "汛期 开始 本周", "开始", "防汛开始", "汛期开始结束"})
  void otherWordsDeclareNothing(String text) {
    assertThat(read(text)).isEmpty();
  }
}
