package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** Households and people as they are said, by a table. */
class NamedTest {
  @ParameterizedTest(name = "in {0}, {2} is {3}")
  @MethodSource
  void aHouseholdOrPersonIsReadAsTheTableSays(
      String near, String question, String message, String meaning) {
    var type =
        switch (question) {
          case "person" -> new Type.Person();
          case "household" -> new Type.Household(true);
          default -> new Type.Household(false);
        };

    assertThat(told(read(near, message, type))).isEqualTo(meaning);
  }

  static Stream<Object[]> aHouseholdOrPersonIsReadAsTheTableSays() {
    return Tables.rows(NamedTest.class, "/reading/named.tsv", 4).stream()
        .map(row -> (Object[]) row);
  }

  @Test
  void aNameOfManyCharactersIsTooLong() {
    assertThat(read("445303104", "石巷村" + "张".repeat(31), new Type.Household(true)))
        .isEqualTo(new Reading.TooLong(30));
  }

  @Test
  void aPlaceByItsNameAnswersALocation() {
    assertThat(read("445303104", "富林镇", new Type.Location()))
        .isEqualTo(
            new Reading.Understood(
                new Value.Location(
                    Optional.empty(), Optional.of(new Value.Place("445303104", "富林镇")))));
  }

  private static Reading read(String near, String message, Type type) {
    var now = LocalDateTime.of(2022, 5, 14, 12, 0);
    return Answer.read(
        message, type, new Hearing(BundledDirectory.read(), new AreaCode(near), now));
  }

  private static String told(Reading reading) {
    return switch (reading) {
      case Reading.Understood(Value value) -> told(value);
      case Reading.Ambiguous(List<Value> candidates) ->
          candidates.stream().map(NamedTest::told).collect(Collectors.joining(" | "));
      case Reading.NoVillage noVillage -> "no village";
      default -> "?";
    };
  }

  private static String told(Value value) {
    return switch (value) {
      case Value.Person(var village, String name, var file) -> code(village) + name;
      case Value.Household(var village, String name, var file) -> code(village) + name;
      default -> value.toString();
    };
  }

  private static String code(Optional<Value.Place> village) {
    return village.map(Value.Place::code).orElse("-") + " ";
  }
}
