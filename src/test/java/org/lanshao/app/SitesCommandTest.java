package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Matter;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Unavailable;

/** {@code lanshao sites} with tables of sites, into a database of its own. */
class SitesCommandTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final AreaCode CITY = new AreaCode("445300");
  private static final String SAMPLE = "config/ledgers/sites.csv";
  private final StringWriter out = new StringWriter();
  private final Path dir;
  private final Path config;

  SitesCommandTest(@TempDir Path dir) throws IOException {
    this.dir = dir;
    this.config = dir.resolve("lanshao.yaml");
    Files.writeString(
        config,
        "store: {url: \"jdbc:sqlite:%s/lanshao.db\"}\ndata: {dir: \"%s\", key: \"%s\"}\n"
            .formatted(dir, dir, KEY));
  }

  private int run(String command, String file, String... more) {
    var arguments = new ArrayList<>(List.of(command, file, "--config", config.toString()));
    arguments.addAll(List.of(more));
    var line = Lanshao.commands();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(out, true));
    return line.execute(arguments.toArray(String[]::new));
  }

  private Store open() throws Unavailable {
    return Store.open(
        new StoreSettings(
            "jdbc:sqlite:" + dir.resolve("lanshao.db"), "", "", dir, Optional.of(KEY)),
        new Store.Surroundings(
            Clock.systemUTC(),
            new SimpleMeterRegistry(),
            area -> List.of(area, CITY),
            StoreLimits.USUAL));
  }

  private List<Matter> sites() throws Unavailable {
    try (var store = open()) {
      return store.matters().open("W", CITY, 10_000);
    }
  }

  @Test
  void theSampleIsShownFirstAndThenEnteredWhole() throws Unavailable {
    assertThat(run("sites", SAMPLE)).as(out.toString()).isZero();
    assertThat(out.toString()).contains("新增 4 处，变更 0 处，不变 0 处，拒绝 0 行", "--yes");
    assertThat(out.toString()).doesNotContain("水塘", "1380000");
    assertThat(sites()).isEmpty();

    assertThat(run("sites", SAMPLE, "--yes")).isZero();

    assertThat(out.toString()).contains("已登记 4 处新点位");
    assertThat(sites())
        .extracting(Matter::number, Matter::state)
        .contains(
            org.assertj.core.groups.Tuple.tuple("W1", "good"),
            org.assertj.core.groups.Tuple.tuple("W2", "no_sign"));
    out.getBuffer().setLength(0);
    assertThat(run("sites", SAMPLE, "--yes")).isZero();
    assertThat(out.toString()).contains("不变 4 处", "没有要导入的");
  }

  @Test
  void theSampleOfHouseholdsIsTakenInToo() {
    assertThat(run("register", "config/ledgers/households.csv", "--yes"))
        .as(out.toString())
        .isZero();
    assertThat(out.toString()).contains("新增 3 户", "拒绝 0 行", "已导入 3 户");
  }

  @Test
  void sitesAreCountedAsWhatPeopleEnter() throws IOException, Unavailable {
    var rows =
        IntStream.range(0, 300)
            .mapToObj(i -> "富林镇石巷村,塘" + i + ",河塘,有,有,有")
            .collect(Collectors.joining("\n"));
    var file = Files.writeString(dir.resolve("many.csv"), "地点,名称,种类,警示牌,围栏,救生设备\n" + rows + "\n");

    assertThat(run("sites", file.toString(), "--yes")).as(out.toString()).isZero();

    assertThat(sites()).hasSize(300);
    try (var store = open()) {
      var today = LocalDate.now(Clock.systemUTC());
      var range = new DayRange(today.minusDays(1), today.plusDays(1));
      assertThat(store.sum("site.sites", new Scope.InArea(CITY), range)).isEqualTo(300);
    }
  }

  @Test
  void aTableThatCannotBeReadAndAFolderWithoutTheFormAreTold() throws IOException {
    var file = Files.writeString(dir.resolve("other.csv"), "姓名\n张三\n");

    assertThat(run("sites", file.toString())).isOne();
    assertThat(out.toString()).contains("要有一行列名，有“地点”和“名称”两列");
    assertThat(run("sites", dir.resolve("none.csv").toString())).isOne();
    assertThat(out.toString()).contains("读不了 none.csv");
  }
}
