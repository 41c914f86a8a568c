package org.lanshao.command;

import java.util.List;
import java.util.Map.Entry;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.count.Axis;
import org.lanshao.count.Period;
import org.lanshao.directory.Area;
import org.lanshao.directory.Person;
import org.lanshao.form.QuestionId;

/** One side of a table: what the store is asked for, and its places as people read them. */
record Side(Axis axis, List<Place> places) {
  /** A place by its key in {@link org.lanshao.count.Cells}. */
  record Place(String key, String name) {}

  /** Areas by their names; {@code whole} tells those apart that are called the same. */
  static Side of(List<Area> areas, Function<Area, String> whole) {
    var nameToCount =
        areas.stream().collect(Collectors.groupingBy(Area::name, Collectors.counting()));
    return new Side(
        new Axis.Areas(areas.stream().map(Area::code).toList()),
        areas.stream()
            .map(
                area ->
                    new Place(
                        area.code().text(),
                        nameToCount.getOrDefault(area.name(), 1L) > 1
                            ? whole.apply(area)
                            : area.name()))
            .toList());
  }

  static Side ofPeople(List<Person> people) {
    return new Side(
        new Axis.People(people.stream().map(Person::id).toList()),
        people.stream().map(person -> new Place(person.id().text(), person.name())).toList());
  }

  static Side of(Period period, List<Entry<String, String>> keysToNames) {
    return new Side(new Axis.Times(period), places(keysToNames.stream()));
  }

  static Side of(QuestionId question, List<Entry<String, String>> valuesToLabels) {
    var values = valuesToLabels.stream().map(Entry::getKey).toList();
    return new Side(new Axis.Answers(question, values), places(valuesToLabels.stream()));
  }

  private static List<Place> places(Stream<Entry<String, String>> keysToNames) {
    return keysToNames.map(entry -> new Place(entry.getKey(), entry.getValue())).toList();
  }
}
