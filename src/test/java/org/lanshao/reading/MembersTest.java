package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.form.Grouping;
import org.lanshao.form.Option;
import org.lanshao.form.QuestionId;
import org.lanshao.register.Client;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Tag;

/** How many of a household's people belong to a category: each to one alone. */
class MembersTest {
  private static final LocalDate DAY = LocalDate.of(2022, 5, 10);
  private static final List<Option> LIST =
      Stream.of("tekun", "dibao", "disabled", "other")
          .map(id -> new Option(id, id, List.of()))
          .toList();

  @ParameterizedTest(name = "{0} of {1} people on file, {2} told: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        // one whose file tells of the head alone: all are counted with them
        "dibao, 3, 3, 0 3 0 0",
        "dibao, 3, 2, 0 2 0 0",
        "dibao, 3, 5, 0 5 0 0",
        // nobody belongs to any
        "'', 2, 2, 0 0 0 2",
        // of several of one person the first of the list
        "disabled+dibao, 1, 1, 0 1 0 0",
        // each their own; who has none goes with the household
        "disabled dibao, 2, 2, 0 1 1 0",
        "dibao '', 3, 3, 0 3 0 0",
        "disabled other, 2, 2, 0 0 1 1",
        // who of them is told of is not known
        "disabled other, 2, 1, 0 0 0 0",
        // more are listed than belong to it by number
        "tekun other, 1, 2, 1 0 0 1"
      })
  void peopleAreCountedToOneCategoryEach(String people, int size, int told, String counted) {
    var household = household(people, size);

    assertThat(LIST)
        .extracting(category -> Members.of(household, grouping(category), DAY).among(told))
        .containsExactly(
            Arrays.stream(counted.split(" ")).map(Integer::valueOf).toArray(Integer[]::new));
  }

  private static Grouping grouping(Option category) {
    return new Grouping(List.of(category.id()), LIST, new QuestionId("people"));
  }

  private static Household household(String people, int size) {
    var each = people.split(" ");
    var clients =
        IntStream.range(0, each.length)
            .mapToObj(i -> new Client(new FileNumber("J1-" + (i + 1)), Map.of(), tags(each[i])))
            .toList();
    return new Household(
        new FileNumber("J1"),
        Map.of(
            HouseholdField.AREA, "445303105201",
            HouseholdField.HEAD, "张三",
            HouseholdField.SIZE, Integer.toString(size)),
        clients);
  }

  private static List<Tag> tags(String names) {
    return Arrays.stream(names.split("\\+"))
        .filter(name -> name.matches("\\w+"))
        .map(Tag::of)
        .toList();
  }
}
