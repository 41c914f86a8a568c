package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Matter;
import org.lanshao.turn.Unavailable;

/** {@code lanshao sites} with tables of sites, into a database of its own. */
class SitesCommandTest {
  private static final AreaCode CITY = new AreaCode("445300");
  private static final String SAMPLE = "config/ledgers/sites.csv";

  private final Operator operator;

  SitesCommandTest(@TempDir Path dir) {
    this.operator = new Operator(dir);
  }

  private List<Matter> sites() throws Unavailable {
    try (var store = operator.open()) {
      return store.matters().open("W", CITY, 10_000);
    }
  }

  @Test
  void theSampleIsShownFirstAndThenEnteredWhole() throws Unavailable {
    assertThat(operator.run("sites", SAMPLE)).as(operator.out()).isZero();
    assertThat(operator.out()).contains("新增 4 处，变更 0 处，不变 0 处，拒绝 0 行", "--yes");
    assertThat(operator.out()).doesNotContain("水塘", "1380000");
    assertThat(sites()).isEmpty();

    assertThat(operator.run("sites", SAMPLE, "--yes")).isZero();

    assertThat(operator.out()).contains("已登记 4 处新点位");
    assertThat(sites())
        .extracting(Matter::number, Matter::state)
        .contains(tuple("W1", "good"), tuple("W2", "no_sign"));
    operator.forget();
    assertThat(operator.run("sites", SAMPLE, "--yes")).isZero();
    assertThat(operator.out()).contains("不变 4 处", "没有要导入的");
  }

  @Test
  void theSampleOfHouseholdsIsTakenInToo() {
    assertThat(operator.run("register", "config/ledgers/households.csv", "--yes"))
        .as(operator.out())
        .isZero();
    assertThat(operator.out()).contains("新增 3 户", "拒绝 0 行", "已导入 3 户");
  }

  @Test
  void sitesAreCountedAsWhatPeopleEnter() throws Unavailable {
    var rows =
        Stream.concat(
            Stream.of("地点,名称,种类,警示牌,围栏,救生设备"),
            IntStream.range(0, 300).mapToObj(i -> "富林镇石巷村,塘" + i + ",河塘,有,有,有"));
    var file = operator.write("many.csv", rows.toArray(String[]::new));

    assertThat(operator.run("sites", file.toString(), "--yes")).as(operator.out()).isZero();

    assertThat(sites()).hasSize(300);
    try (var store = operator.open()) {
      var today = LocalDate.now(Clock.systemUTC());
      var range = new DayRange(today.minusDays(1), today.plusDays(1));
      assertThat(store.sum("site.sites", new Scope.InArea(CITY), range)).isEqualTo(300);
    }
  }

  @Test
  void aTableThatCannotBeReadIsTold() {
    var file = operator.write("other.csv", "姓名", "张三");

    assertThat(operator.run("sites", file.toString())).isOne();
    assertThat(operator.out()).contains("要有一行列名，有“地点”和“名称”两列");
    assertThat(operator.run("sites", file.resolveSibling("none.csv").toString())).isOne();
    assertThat(operator.out()).contains("读不了 none.csv");
  }
}
