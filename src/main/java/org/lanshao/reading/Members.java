package org.lanshao.reading;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.lanshao.form.Grouping;
import org.lanshao.register.Categories;
import org.lanshao.register.Client;
import org.lanshao.register.Household;

/**
 * To which category each of a household's people is counted, one for each: their own primary one,
 * or that of the household for who has none on file and who is not listed.
 *
 * @param counted the categories whose people are asked about
 * @param categories one for each of its people, by option id
 */
record Members(List<String> counted, List<String> categories) {
  static Members of(Household household, Grouping grouping, LocalDate day) {
    var all = new Categories(grouping.list());
    var common = all.primary(household, day);
    var own =
        household.clients().stream()
            .map(client -> isGrouped(client, day) ? all.primary(client, day) : common);
    int unlisted = Math.max(0, household.size() - household.clients().size());
    return new Members(
        grouping.of(), Stream.concat(own, Collections.nCopies(unlisted, common).stream()).toList());
  }

  private static boolean isGrouped(Client client, LocalDate day) {
    return client.tags().stream().anyMatch(tag -> tag.holds(day));
  }

  /**
   * How many of so many people belong to the categories; 0 also where that depends on who they are:
   * when not all are told of, and not all are of one category.
   */
  int among(int people) {
    if (categories.stream().distinct().count() == 1) {
      return counted.contains(categories.getFirst()) ? people : 0;
    }
    return people == categories.size()
        ? (int) categories.stream().filter(counted::contains).count()
        : 0;
  }
}
