package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 按镇, 环比 and 上月呢 after a count: the same with one thing else. */
class FollowUpTest {
  private static final String WORKER = Station.WORKER;
  private static final String CITY = "p41";
  private final Station station = new Station();

  @BeforeEach
  void aVisitIsFiled() {
    station.visit(WORKER, "3");
  }

  @ParameterizedTest
  @CsvSource({
    "按县区, 统计 走访 本周 按县区",
    "按目的, 统计 走访 本周 按目的",
    "按目的呢？, 统计 走访 本周 按目的",
    "按县区 按目的, 统计 走访 本周 按县区 按目的",
    "上月呢, 统计 走访 上月",
    "那今年呢？, 统计 走访 今年",
    "罗定市呢, 统计 走访 罗定市 本周",
    "咁云安区呢, 统计 走访 云安区 本周",
    "宣传呢, 统计 宣传 本周",
    "环比, 统计 走访 本周 环比",
    "环比呢, 统计 走访 本周 环比",
    "人次呢, 统计 走访 人次 本周",
    "what about 罗定市, 统计 走访 罗定市 本周",
  })
  void whatIsSaidAnewTakesThePlaceOfWhatTheCountHad(String more, String whole) {
    var expected = station.say(CITY, whole);
    station.say(CITY, "统计 走访 本周");

    assertThat(station.say(CITY, more)).isEqualTo(expected);
  }

  @Test
  void oneAsksOnFromWhatWasAskedOn() {
    station.say(CITY, "统计 走访 本周", "罗定市呢", "按镇", "人次呢");

    assertThat(station.say(CITY, "按目的")).isEqualTo(station.say(CITY, "统计 走访 罗定市 人次 本周 按目的"));
  }

  @Test
  void todayStaysTheDayOfTheCount() {
    station.say(CITY, "统计 走访 今天");
    station.day("2022-05-12");

    assertThat(station.say(CITY, "罗定市呢")).contains("5月10日", "3人次");
  }

  @Test
  void recordsAndPicturesAreOfWhatWasAskedLast() {
    station.say(CITY, "统计 走访 云安区 本周", "罗定市呢");

    assertThat(station.say(CITY, "明细")).contains("V1");
    station.say(CITY, "图");
    assertThat(station.drawn.getFirst().title()).contains("罗定市");
  }

  @Test
  void whatCannotBeAskedIsToldAndChangesNothing() {
    station.say(CITY, "统计 走访 罗定市 本周");

    assertThat(station.say(CITY, "按流行")).contains("没看懂");
    assertThat(station.say(CITY, "按县区")).contains("分不了");
    assertThat(station.say(CITY, "按镇")).contains("太平镇：1户 1户次 3人次");
  }

  @ParameterizedTest
  @ValueSource(strings = {"今天天气好呢", "你好呢", "在呢", "呢", "按", "按摩", "谢谢呢"})
  void otherWordsAreNone(String words) {
    station.say(CITY, "统计 走访 本周");

    assertThat(station.say(CITY, words)).startsWith("没看懂");
  }

  @Test
  void withoutACountAndInAFormTheWordsAreWhatTheyWere() {
    assertThat(station.say(CITY, "上月呢")).startsWith("没看懂");
    station.say(WORKER, "统计 走访 本周", "走访", "太平镇");

    assertThat(station.say(WORKER, "按镇")).doesNotContain("户次");
  }
}
