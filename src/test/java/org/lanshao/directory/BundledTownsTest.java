package org.lanshao.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every town of the city, by its full and its short name, said in every county. */
class BundledTownsTest {
  private static final Directory DIRECTORY = BundledDirectory.read();
  private static final AreaCode CITY = new AreaCode("445300");

  /** Names that are there twice when the suffix is dropped. */
  private static final Set<String> SAME_NAMES = Set.of("太平", "河口");

  private static List<Area> ofKind(Area.Kind kind) {
    return DIRECTORY.areas().stream().filter(area -> area.kind() == kind).toList();
  }

  private static Stream<Arguments> townsSaidInEveryCounty() {
    return ofKind(Area.Kind.TOWN).stream()
        .flatMap(
            town ->
                ofKind(Area.Kind.COUNTY).stream().map(county -> arguments(town, county.code())));
  }

  @Test
  void thereAreFiveCountiesAndSixtyThreeTowns() {
    assertThat(ofKind(Area.Kind.COUNTY)).hasSize(5);
    assertThat(ofKind(Area.Kind.TOWN)).hasSize(63).allSatisfy(BundledTownsTest::liesInItsCounty);
  }

  private static void liesInItsCounty(Area town) {
    assertThat(town.code().text()).hasSize(9);
    assertThat(town.parent()).contains(new AreaCode(town.code().text().substring(0, 6)));
    assertThat(DIRECTORY.within(town.code(), CITY)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("townsSaidInEveryCounty")
  void aTownIsFoundByItsFullName(Area town, AreaCode near) {
    var found = DIRECTORY.find(town.name(), near);
    boolean twice = town.name().equals("太平镇");
    boolean away = !DIRECTORY.within(town.code(), near);
    if (twice && DIRECTORY.find("太平镇", near) instanceof Found.One(Area own)) {
      assertThat(DIRECTORY.within(own.code(), near)).isTrue();
    } else if (twice && away) {
      assertThat(found).isInstanceOf(Found.Several.class);
    } else {
      assertThat(found).isEqualTo(new Found.One(town));
    }
  }

  @ParameterizedTest
  @MethodSource("townsSaidInEveryCounty")
  void aTownIsFoundWithoutItsSuffixUnlessAnotherHasTheSameName(Area town, AreaCode near) {
    var shortName = town.name().replaceFirst("(镇|街道)$", "");
    if (!SAME_NAMES.contains(shortName) && !shortName.equals("云城")) {
      assertThat(DIRECTORY.find(shortName, near)).isEqualTo(new Found.One(town));
      assertThat(DIRECTORY.find(" " + shortName + "　", near)).isEqualTo(new Found.One(town));
    }
  }

  @ParameterizedTest
  @MethodSource("townsSaidInEveryCounty")
  void aTownIsFoundBehindTheNameOfItsCounty(Area town, AreaCode near) {
    var county = DIRECTORY.around(town.code(), Area.Kind.COUNTY).orElseThrow().name();
    var shortCounty = county.substring(0, 2);
    var shortTown = town.name().replaceFirst("(镇|街道)$", "");
    for (String name :
        List.of(
            county + town.name(),
            shortCounty + shortTown,
            "云浮市" + county + town.name(),
            town.name() + "（" + county + "）",
            shortTown + "(" + shortCounty + ")",
            county + " " + town.name())) {
      assertThat(DIRECTORY.find(name, near)).as(name).isEqualTo(new Found.One(town));
    }
  }

  @ParameterizedTest
  @MethodSource("townsSaidInEveryCounty")
  void theNameThatTellsATownFromOthersLeadsBackToIt(Area town, AreaCode near) {
    assertThat(DIRECTORY.find(DIRECTORY.fullName(town), near)).isEqualTo(new Found.One(town));
  }

  @Test
  void everyAreaIsFoundByTheNameThatTellsItFromOthers() {
    for (Area near : DIRECTORY.areas()) {
      for (Area area : DIRECTORY.areas()) {
        assertThat(DIRECTORY.find(DIRECTORY.fullName(area), near.code()))
            .as(DIRECTORY.fullName(area))
            .isEqualTo(new Found.One(area));
      }
    }
  }
}
