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
  void townsStandUponOneAnotherInTheirCounties() {
    station.visit(WORKER, "3");
    station.say(CITY, "统计 走访 今天 按县区 按镇", "图");

    Chart chart = station.drawn.getFirst();
    assertThat(chart.labels()).containsExactly("罗定市");
    assertThat(chart.series()).containsExactly(new Series("太平镇（罗定市）", List.of(1L)));
  }

  @Test
  void aPictureAsksOnFromTheCount() {
    station.visit(WORKER, "3");
    station.say(CITY, "统计 走访 罗定市 今天");

    assertThat(station.say(CITY, "图 按镇")).isEqualTo("走访 罗定市 今天（5月10日） 按镇街\n太平镇 1户 1户次 3人次");
    assertThat(station.say(CITY, "图按目的")).contains("按目的", "\n防汛 1户 1户次 3人次");
    station.say(CITY, "按方式");
    assertThat(station.say(CITY, "图")).contains("\n入户 1户次 3人次");
    assertThat(station.drawn.getFirst().labels()).containsExactly("太平镇");

    assertThat(station.say(CITY, "图 按天气")).isEqualTo("没看懂这句话。回复 帮助 看看可以做什么。");
    station.say(CITY, "统计 罗定市 今天");
    assertThat(station.say(CITY, "图 按方式")).startsWith("图一次画一张表的");
  }

  @Test
  void itsWordsNameFormsAndAnswersBeforeTheirNumbers() {
    station.visit(WORKER, "3");
    station.say(CITY, "统计 走访 今天 按镇 按目的");
    assertThat(station.say(CITY, "图")).endsWith("太平镇（罗定市） 防汛1");
    station.say(CITY, "统计 罗定市 今天");
    assertThat(station.say(CITY, "图")).contains("\n太平镇 走访户次1");
  }

  @Test
  void aPictureOfSomeAnswersAloneSaysWhich() {
    station.visit(WORKER, "3");
    station.say(CITY, "统计 走访 防汛 入户 罗定市 今天");
    assertThat(station.say(CITY, "图")).startsWith("走访 防汛 入户 罗定市 今天（5月10日）\n太平镇 ");
    assertThat(station.say(CITY, "图 按目的")).startsWith("走访 防汛 入户 罗定市 ");
    station.say(CITY, "统计 防汛 罗定市 今天");
    assertThat(station.say(CITY, "图")).startsWith("防汛 罗定市 今天（5月10日）\n");
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
    assertThat(chart.series()).extracting(Series::name).containsExactly("走访户次");
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
  void theirOwnNumbersOfOneDayAreBarsUnderThatDay() {
    station.visit(WORKER, "3");
    station.say(WORKER, "统计 走访", "图");

    assertThat(station.drawn.getFirst().labels()).containsExactly("今天（5月10日）");
    assertThat(station.drawn.getFirst().series().getLast().numbers()).containsExactly(3L);
  }

  @Test
  void theLastOfSeveralCountsIsDrawnAlsoBehindOtherWords() {
    station.say(CITY, "统计 走访 罗定市 今天", "统计 宣传 罗定市 今天", "帮助", "图");
    assertThat(station.drawn.getFirst().title()).startsWith("宣传");
    assertThat(station.drawn.getFirst().series()).hasSize(1);
  }

  private void twoTowns() {
    station.say(WORKER, "走访石巷村1号户3人防汛 入户 没有隐患", "跳过", "提交");
    station.say(WORKER, "走访石巷村2号户4人日常 入户 没有隐患", "跳过", "提交");
    station.say("p03", "走访富林镇3号户5人防汛 电访 没有隐患", "跳过", "提交");
  }

  private List<List<Long>> drawn() {
    return station.drawn.getLast().series().stream().map(Series::numbers).toList();
  }

  @Test
  void ofTwoBreakdownsThePartsStandOnTopOfOneAnother() {
    twoTowns();
    station.say(CITY, "统计 走访 人次 今天 按县区 按方式", "图");

    Chart chart = station.drawn.getFirst();
    assertThat(chart.title()).isEqualTo("走访 云浮市 今天（5月10日） 按县区、方式（人次）");
    assertThat(chart.shape()).isEqualTo(Shape.STACKED);
    assertThat(chart.labels()).containsExactly("云安区", "罗定市");
    assertThat(chart.series()).extracting(Series::name).containsExactly("入户", "电访");
    assertThat(drawn()).containsExactly(List.of(0L, 7L), List.of(5L, 0L));
  }

  @Test
  void partsThatOverlapStandSideBySide() {
    twoTowns();
    station.say(WORKER, "走访石巷村4号户2人防汛日常 入户 没有隐患", "跳过", "提交");
    station.say(CITY, "统计 走访 户 今天 按县区 按目的", "图");

    Chart chart = station.drawn.getFirst();
    assertThat(chart.shape()).isEqualTo(Shape.BARS);
    assertThat(chart.title()).endsWith("按县区、目的（可重叠，一条可以算几类）（户）");
  }

  @Test
  void oneBreakdownIsAlongTheBottomAndTimeIsALine() {
    twoTowns();
    station.say(CITY, "统计 走访 今天 按方式", "图");
    Chart ways = station.drawn.getFirst();
    assertThat(ways.title()).isEqualTo("走访 云浮市 今天（5月10日） 按方式");
    assertThat(ways.labels()).containsExactly("入户", "电访");
    assertThat(ways.series()).extracting(Series::name).containsExactly("户次", "人次");
    assertThat(drawn()).containsExactly(List.of(2L, 1L), List.of(7L, 5L));

    station.say(CITY, "统计 走访 人次 3月1日-5月10日 按月", "图");
    Chart months = station.drawn.getLast();
    assertThat(months.shape()).isEqualTo(Shape.LINES);
    assertThat(months.labels()).containsExactly("3月", "4月", "5月");
    assertThat(drawn()).containsExactly(List.of(0L, 0L, 12L));

    station.say(CITY, "行动 龙舟水 罗定市 5月9日", "确认", "统计 走访 本月 按行动", "图");
    assertThat(station.drawn.getLast().labels()).containsExactly("A1 龙舟水");
    station.say(Station.HEAD, "统计 走访 今天 按社工", "图");
    assertThat(station.drawn.getLast().labels()).hasSize(1);
  }

  @Test
  void townsOfOneNameAreToldApartAndDaysWithoutAnythingAreDrawnButNotSaid() {
    station.visit(WORKER, "3");
    station.visit("p02", "3");
    station.say("p02", "走访", "新兴县太平镇", "陈伯", "入户", "2", "防汛", "没有", "跳过", "提交");
    assertThat(station.say(CITY, "统计 走访 今天 按镇")).contains("太平镇（罗定市）：", "太平镇（新兴县）：");
    station.say(CITY, "图");
    assertThat(station.drawn.getFirst().labels()).contains("太平镇（罗定市）", "太平镇（新兴县）");

    station.say(CITY, "统计 走访 4月1日-5月10日 按天");
    assertThat(station.say(CITY, "图").lines()).hasSize(2).last().asString().startsWith("5月10日 ");
    assertThat(station.drawn.getLast().labels()).hasSize(40);
  }

  @Test
  void aBreakdownWithoutAnythingIsStillAPicture() {
    station.say(CITY, "统计 走访 今天 按县区 按方式", "图", "统计 走访 今天 按方式", "图");
    assertThat(station.drawn).extracting(Chart::labels).containsOnly(List.of("今天（5月10日）"));
  }

  @Test
  void groupsAreNotShownHowFewThereAreOfAKind() {
    twoTowns();
    station.sayInGroup(CITY, "统计 走访 户次 今天 按方式");
    assertThat(station.sayInGroup(CITY, "图")).isEqualTo("有的类别不到3个，图请在和我的私聊里看。");
    station.sayInGroup(CITY, "统计 走访 人次 今天 按方式");
    station.sayInGroup(CITY, "图");
    assertThat(station.drawn).hasSize(1);
  }

  @Test
  void ofManyPartsTheSmallOnesAreOne() {
    twoTowns();
    for (var purpose : List.of("防溺水", "核查", "建档", "慰问", "探视", "政策", "节日", "个案")) {
      station.say(WORKER, "走访石巷村9号户2人" + purpose + " 入户 没有隐患", "跳过", "提交");
    }
    station.say(CITY, "统计 走访 户次 今天 按县区 按目的", "图");
    assertThat(station.drawn.getFirst().series()).hasSizeLessThanOrEqualTo(8);
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
