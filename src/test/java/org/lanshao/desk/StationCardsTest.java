package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;
import org.lanshao.directory.DirectoryRead;
import org.lanshao.directory.DirectoryReader;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.SendAdvice;

/** Stations as the directory tells of them: since when they work, and who and what is there. */
class StationCardsTest {
  private static final String CITY = "p41";
  private final Station station = new Station(directory());

  /** The bundled one; 连滩镇 and 富林镇 say since when they work. */
  private static Directory directory() {
    var files = BundledDirectory.files();
    var areas =
        new String(files.get("areas.csv"), StandardCharsets.UTF_8)
            .lines()
            .map(
                line ->
                    line.startsWith("code,")
                        ? line + ",founded,branch"
                        : line.contains(",连滩镇,")
                            ? line + ",2017-07,2022-04-04"
                            : line.contains(",富林镇,") ? line + ",2022-05,2022-06-01" : line + ",,")
            .collect(Collectors.joining("\n"));
    files.put("areas.csv", areas.getBytes(StandardCharsets.UTF_8));
    var outside = new DirectoryReader.Outside(Map.of(), SendAdvice.NONE);
    return switch (DirectoryReader.read("config/directory", files, outside)) {
      case DirectoryRead.Valid(Directory directory) -> directory;
      case DirectoryRead.Invalid(var mistakes) -> throw new AssertionError(mistakes);
    };
  }

  @Test
  void aCardTellsSinceWhenAStationWorksAndHasAPartyBranch() {
    assertThat(station.say(CITY, "社工站 连滩镇").lines())
        .startsWith("连滩镇社工站", "成立于2017年7月", "2022年4月4日成立党支部");
    assertThat(station.say("p03", "社工站").lines()).startsWith("富林镇社工站", "成立于2022年5月");
  }

  @Test
  void whoLeadsAndWorksThereIsToldAndWhatLiesThere() {
    var head = station.directory.person(new PersonId("p12")).orElseThrow();

    assertThat(station.say(CITY, "社工站富林镇"))
        .contains("站长：" + head.name() + "；社工", "村居2个")
        .doesNotContain("还没有");
    assertThat(station.say(CITY, "社工站 都城镇")).contains("成立日期通讯录里没有写");
  }

  @Test
  void aNameOfSeveralIsAskedBackAndACountyHasNone() {
    assertThat(station.say(CITY, "社工站 太平镇")).contains("请写全称", "太平镇（罗定市）");
    assertThat(station.say(CITY, "社工站 云安区")).startsWith("社工站 后面写镇街");
  }

  @Test
  void theNetworkCountsThoseFoundedInItsDaysAndWithABranchByTheirEnd() {
    station.publish("reports/network.md", "{新增: 大事记 站点建设 个 今年}", "{新增: 党支部}、{新站: 新成立社工站}");

    assertThat(station.say(CITY, "汇总 网络 全市 5月1日-6月30日")).contains("今年新增2、1个");
    assertThat(station.say(CITY, "汇总 网络 全市 2017年")).contains("今年新增0、1个");
    assertThat(station.say(CITY, "汇总 网络 全市 2018年")).contains("今年新增0、0个");
  }
}
