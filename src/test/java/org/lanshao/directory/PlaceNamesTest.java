package org.lanshao.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What place names mean, as a table, and how areas are told apart. */
class PlaceNamesTest {
  private static final Directory DIRECTORY = BundledDirectory.read();

  @ParameterizedTest(name = "{1} said in {0}")
  @CsvFileSource(resources = "/directory/names.tsv", delimiter = '\t', emptyValue = "")
  void aNameMeansWhatTheTableSays(String near, String name, String codes) {
    var found = DIRECTORY.find(name == null ? "" : name, new AreaCode(near));
    assertThat(codes(found)).isEqualTo(codes);
  }

  private static String codes(Found found) {
    return switch (found) {
      case Found.Nothing() -> "-";
      case Found.One(Area area) -> area.code().text();
      case Found.Several(List<Area> areas) ->
          String.join(" ", areas.stream().map(area -> area.code().text()).toList());
    };
  }

  @Test
  void onlyAreasThatShareTheirNameAreToldApart() {
    assertThat(fullName("445381101")).isEqualTo("太平镇（罗定市）");
    assertThat(fullName("445381101903")).isEqualTo("新村（罗定市太平镇）");
    assertThat(fullName("445302003")).isEqualTo("河口街道");
    assertThat(fullName("445300")).isEqualTo("云浮市");
  }

  private static String fullName(String code) {
    return DIRECTORY.fullName(DIRECTORY.area(new AreaCode(code)).orElseThrow());
  }

  @Test
  void aTextOfAnyLengthIsAnswered() {
    var near = new AreaCode("445381");
    assertThat(DIRECTORY.find("罗定太平".repeat(5000), near)).isEqualTo(new Found.Nothing());
    assertThat(DIRECTORY.find("罗定".repeat(20), near)).isEqualTo(new Found.Nothing());
  }
}
