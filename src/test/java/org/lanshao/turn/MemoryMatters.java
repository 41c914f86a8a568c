package org.lanshao.turn;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.PersonId;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.Practice;
import org.lanshao.record.Matter;

/** Matters in memory, by number, each with all its versions. */
final class MemoryMatters implements MatterFacts {
  private static final Comparator<Matter> LATER =
      Comparator.comparing((Matter matter) -> matter.made().at()).thenComparing(Matter::number);

  private final Directory directory;
  private final Map<String, List<Matter>> stories = new LinkedHashMap<>();

  MemoryMatters(Directory directory) {
    this.directory = directory;
  }

  /** Whether these follow right upon what is there. */
  synchronized boolean isNext(List<Matter> versions) {
    var last = new HashMap<String, Integer>();
    for (Matter matter : versions) {
      int before = last.getOrDefault(matter.number(), story(matter.number()).size());
      if (matter.version() != before + 1) {
        return false;
      }
      last.put(matter.number(), matter.version());
    }
    return true;
  }

  synchronized void removeOpenedBy(String record) {
    stories.values().removeIf(story -> story.getFirst().opener().equals(record));
  }

  synchronized void add(List<Matter> versions) {
    versions.forEach(
        matter -> stories.computeIfAbsent(matter.number(), n -> new ArrayList<>()).add(matter));
  }

  @Override
  public synchronized Optional<Matter> matter(String number) {
    return story(number).reversed().stream().findFirst();
  }

  @Override
  public synchronized List<Matter> story(String number) {
    return List.copyOf(stories.getOrDefault(number, List.of()));
  }

  @Override
  public synchronized List<Matter> of(String record) {
    return stories.values().stream()
        .filter(story -> story.stream().anyMatch(m -> m.made().record().equals(record)))
        .map(List::getLast)
        .sorted(Comparator.comparing(Matter::number))
        .toList();
  }

  @Override
  public synchronized List<Matter> open(String letter, AreaCode area, int most) {
    return standing(letter)
        .filter(matter -> matter.isOpen() && directory.within(matter.area(), area))
        .sorted(
            Comparator.comparing(Matter::day)
                .thenComparing(matter -> matter.made().at())
                .thenComparing(Matter::number)
                .reversed())
        .limit(most)
        .toList();
  }

  @Override
  public synchronized List<Matter> due(AreaCode area, LocalDate before, int most) {
    return open()
        .filter(matter -> directory.within(matter.area(), area))
        .filter(matter -> matter.care().due().filter(day -> day.isBefore(before)).isPresent())
        .sorted(
            Comparator.comparing((Matter matter) -> matter.care().due().orElseThrow())
                .thenComparing(matter -> matter.made().at())
                .thenComparing(Matter::number))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized List<Matter> ofOwner(PersonId owner) {
    return open()
        .filter(matter -> matter.care().owner().equals(owner))
        .sorted(
            Comparator.comparing(Matter::day)
                .thenComparing(matter -> matter.made().at())
                .thenComparing(Matter::number))
        .toList();
  }

  private Stream<Matter> open() {
    return stories.values().stream()
        .map(List::getLast)
        .filter(matter -> matter.isOpen() && !Practice.is(matter.number()));
  }

  @Override
  public synchronized MatterCount count(String letter, Scope scope, DayRange range) {
    var all = standing(letter, scope).toList();
    var open = new HashMap<String, Long>();
    var left = new HashMap<String, Long>();
    for (Matter matter : all) {
      if (matter.isOpen()) {
        open.merge(matter.state(), 1L, Long::sum);
        left.merge(matter.state(), matter.left(), Long::sum);
      }
    }
    long opened = all.stream().filter(matter -> holds(range, matter.day())).count();
    long closed = all.stream().filter(m -> !m.isOpen() && holds(range, m.made().day())).count();
    return new MatterCount(opened, closed, open, left);
  }

  @Override
  public synchronized List<Matter> opened(String letter, Scope scope, DayRange range) {
    return standing(letter, scope)
        .filter(matter -> holds(range, matter.day()))
        .sorted(Comparator.comparing(Matter::day).thenComparing(LATER))
        .toList();
  }

  @Override
  public synchronized List<Matter> open(String letter, Scope scope) {
    return standing(letter, scope)
        .filter(Matter::isOpen)
        .sorted(Comparator.comparing(Matter::day).thenComparing(LATER))
        .toList();
  }

  @Override
  public synchronized List<Matter> closed(String letter, Scope scope, DayRange range) {
    return standing(letter, scope)
        .filter(matter -> !matter.isOpen() && holds(range, matter.made().day()))
        .sorted(Comparator.comparing((Matter matter) -> matter.made().day()).thenComparing(LATER))
        .toList();
  }

  @Override
  public List<Long> daysOpen(String letter, Scope scope, DayRange range) {
    return closed(letter, scope, range).stream()
        .filter(matter -> matter.version() > 1)
        .map(matter -> matter.day().until(matter.made().day(), ChronoUnit.DAYS))
        .sorted()
        .toList();
  }

  private Stream<Matter> standing(String letter, Scope scope) {
    return standing(letter)
        .filter(matter -> matter.standing().isPresent())
        .filter(
            matter ->
                switch (scope) {
                  case Scope.ByPerson(PersonId person) -> matter.person().equals(person);
                  case Scope.InArea(AreaCode area) -> directory.within(matter.area(), area);
                  case Scope.InAreas(var areas) ->
                      areas.stream().anyMatch(a -> directory.within(matter.area(), a));
                });
  }

  private static boolean holds(DayRange range, LocalDate day) {
    return !day.isBefore(range.first()) && !day.isAfter(range.last());
  }

  private Stream<Matter> standing(String letter) {
    return stories.values().stream()
        .map(List::getLast)
        .filter(matter -> matter.letter().equals(letter));
  }
}
