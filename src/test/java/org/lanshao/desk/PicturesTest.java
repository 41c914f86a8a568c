package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.message.Extras.Attachment;
import org.lanshao.picture.Chart;
import org.lanshao.picture.Chart.Series;
import org.lanshao.picture.Chart.Shape;

/** 图 after a count. */
class PicturesTest {
  private static final String WORKER = Station.WORKER;
  private static final String CITY = "p41";
  private final Station station = new Station();

  @Test
  void thereIsNoPictureOfNoCount() {
    assertThat(station.say(CITY, "图")).startsWith("还没有统计过，不知道画什么。先发 统计 ").endsWith("，再发 图");
    assertThat(station.drawn).isEmpty();
  }

  @Test
  void theAreasOfACountAreBarsOfAllItsMeasures() {
    station.visit(WORKER, "3");
    station.say(CITY, "统计 走访 罗定市 今天");

    var part = station.reply(CITY, "图").parts().getFirst();

    Chart chart = station.drawn.getFirst();
    assertThat(chart.title()).isEqualTo("走访 罗定市 今天（5月10日）");
    assertThat(chart.shape()).isEqualTo(Shape.BARS);
    assertThat(chart.labels()).hasSize(21).contains("太平镇", "榃滨镇", "罗城街道");
    assertThat(chart.series()).extracting(Series::name).containsExactly("户", "户次", "人次");
    int town = chart.labels().indexOf("太平镇");
    assertThat(chart.series())
        .extracting(series -> series.numbers().get(town))
        .containsExactly(1L, 1L, 3L);
    assertThat(chart.series())
        .extracting(series -> series.numbers().stream().mapToLong(n -> n).sum())
        .containsExactly(1L, 1L, 3L);
    Attachment file = part.extras().file().orElseThrow();
    assertThat(file.kind()).isEqualTo(Attachment.Kind.IMAGE);
    assertThat(file.name()).isEqualTo("走访 罗定市 今天 5月10日.png");
    assertThat(part.text()).contains("太平镇 1户 1户次 3人次");
  }

  @Test
  void daysAreALineAndTheCountStaysThatOfItsDay() {
    station.visit(WORKER, "3");
    station.say(CITY, "统计 走访 太平镇（罗定市） 本周");
    station.day("2022-05-20");

    station.say(CITY, "图 按天");

    Chart chart = station.drawn.getFirst();
    assertThat(chart.shape()).isEqualTo(Shape.LINES);
    assertThat(chart.labels()).startsWith("5月9日", "5月10日").hasSize(2);
    assertThat(chart.series().getLast().numbers()).containsExactly(0L, 3L);
  }

  @Test
  void longRangesAreToldByMonth() {
    station.visit(WORKER, "3");
    station.say(CITY, "统计 走访 罗定市 2021年11月1日-2022年5月10日", "折线图");

    Chart chart = station.drawn.getFirst();
    assertThat(chart.labels())
        .containsExactly(
            "2021年11月", "2021年12月", "2022年1月", "2022年2月", "2022年3月", "2022年4月", "2022年5月");
    assertThat(chart.series().getLast().numbers()).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 3L);
  }

  @Test
  void ofSeveralFormsEachIsOneKindOfBarAndWhatIsNothingIsLeftOut() {
    station.visit(WORKER, "3");
    station.say(CITY, "统计 罗定市 今天", "图");

    Chart chart = station.drawn.getFirst();
    assertThat(chart.title()).isEqualTo("罗定市 今天（5月10日）");
    assertThat(chart.series()).extracting(Series::name).containsExactly("走访");
  }

  @Test
  void aWorkerSeesTheirOwnAndTheLastCountIsOfTheirOwnConversation() {
    station.visit(WORKER, "3");
    station.say(CITY, "统计 走访 罗定市 今天");

    assertThat(station.say(WORKER, "图")).startsWith("还没有统计过");
    station.say(WORKER, "统计 走访 本周", "图");

    assertThat(station.drawn).hasSize(1);
    assertThat(station.drawn.getFirst().title()).startsWith("走访 我的登记");
    assertThat(station.drawn.getFirst().shape()).isEqualTo(Shape.LINES);
  }

  @Test
  void theLastOfSeveralCountsIsDrawnAlsoBehindOtherWords() {
    station.say(CITY, "统计 走访 罗定市 今天", "统计 宣传 罗定市 今天", "帮助", "图");
    assertThat(station.drawn.getFirst().title()).startsWith("宣传");
    assertThat(station.drawn.getFirst().series()).hasSize(1);
  }

  @Test
  void aMachineWithoutAFontSaysSo() {
    station.withoutHandouts();
    assertThat(station.say(CITY, "统计 走访 今天", "图")).contains("fonts-noto-cjk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"图", "图表", "画图", " 图 ", "chart", "Chart", "图 按镇", "柱状图"})
  void manyWordsAskForIt(String words) {
    station.say(CITY, "统计 走访 罗定市 今天", words);
    assertThat(station.drawn).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"图书馆", "图片呢", "地图"})
  void otherWordsDoNot(String words) {
    station.say(CITY, "统计 走访 罗定市 今天", words);
    assertThat(station.drawn).isEqualTo(List.of());
  }
}
