package org.lanshao.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.form.FormReader;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Schema;

class FormAreasTest {
  private static final String FORM =
      """
      id: patrol
      title: 巡查
      number: P
      start: [巡查]
      who: [worker]
      %s
      questions:
        - {id: where, type: text, ask: 在哪里？}
      receipt: 已登记 {no}。
      """;

  private final Directory directory =
      new Directory(
          List.of(
              area("1", "云浮市", Area.Kind.CITY, ""),
              area("11", "云城区", Area.Kind.COUNTY, "1"),
              area("12", "罗定市", Area.Kind.COUNTY, "1"),
              area("111", "太平镇", Area.Kind.TOWN, "11"),
              area("121", "太平镇", Area.Kind.TOWN, "12"),
              area("122", "船步镇", Area.Kind.TOWN, "12"),
              area("1221", "石巷村", Area.Kind.VILLAGE, "122")),
          List.of(),
          List.of());
  private final FormAreas areas = new FormAreas(directory);

  @ParameterizedTest
  @CsvSource({
    "area: 罗定市, 12, true",
    "area: 罗定市, 122, true",
    "area: 12, 1221, true",
    "area: 船步镇, 12, true",
    "area: 船步镇, 1, true",
    "area: 船步镇, 121, false",
    "area: 罗定市, 11, false",
    "area: 罗定太平镇, 121, true",
    "area: 罗定太平镇, 111, false",
    "area: 没有的镇, 12, false",
    "chat: any, 11, true",
  })
  void aFormOpensForThoseOfItsAreaAndAbove(String key, String speaker, boolean allowed) {
    assertThat(areas.allows(read(key).sources().getFirst().form(), new AreaCode(speaker)))
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "area: 没有的镇, L716",
    "area: 太平镇, L717",
    "area: 石巷村, L718",
    "area: 云浮市, L718",
  })
  void anAreaThatIsNotOneCountyOrTownIsToldAtItsLine(String key, String code) {
    var mistakes = new Mistakes();
    areas.check(read(key).sources(), mistakes);

    assertThat(mistakes.sorted()).hasSize(1);
    assertThat(mistakes.sorted().getFirst().toString()).startsWith("patrol.yaml:6: " + code);
  }

  @Test
  void aFormWithoutALimitOrWithAGoodOneHasNoMistake() {
    var mistakes = new Mistakes();
    areas.check(read("chat: any").sources(), mistakes);
    areas.check(read("area: 罗定太平镇").sources(), mistakes);

    assertThat(mistakes.sorted()).isEmpty();
  }

  private static FormReader.Result read(String key) {
    var schema = new Schema(Set.of("worker"), Set.of(), Set.of());
    return FormReader.read(Map.of("patrol.yaml", FORM.formatted(key)), schema, Set.of());
  }

  private static Area area(String code, String name, Area.Kind kind, String parent) {
    return new Area(
        new AreaCode(code),
        name,
        kind,
        Optional.of(parent).filter(text -> !text.isEmpty()).map(AreaCode::new),
        List.of());
  }
}
