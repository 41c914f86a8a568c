package org.lanshao.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.reading.Folding;

/** Finds the people and places that words name. It never guesses: several are told apart. */
final class Names {
  /** What may stand between the parts of a command. */
  private static final String BETWEEN =
      "调到|調到|调去|调往|調往|分配到|安排到|交给|交給|移交给|移交給|到|去|至|往|给|給|从|從|的|和|与|及|跟";

  private final Directory directory;
  private final AreaCode near;

  /** For somebody of this area. */
  Names(Directory directory, AreaCode near) {
    this.directory = directory;
    this.near = near;
  }

  /** What words name. */
  sealed interface Which<T> {
    /** This one; {@code rest} is what else was said. */
    record One<T>(T one, String rest) implements Which<T> {}

    /** One of these, at least two. */
    record Several<T>(String name, List<T> all, String rest) implements Which<T> {}

    /** Nothing that is known. */
    record Nothing<T>(String said) implements Which<T> {}
  }

  /**
   * The people that words name among these, each by name or id, the first named first. Of several
   * of one name those stay who belong to a place that is named too.
   */
  List<Which<Person>> people(String text, List<Person> among) {
    var said = Folding.fold(text);
    var names = new LinkedHashMap<String, List<Person>>();
    for (Person person : among) {
      names.computeIfAbsent(Folding.fold(person.name()), n -> new ArrayList<>()).add(person);
      names.computeIfAbsent(id(person), n -> new ArrayList<>()).add(person);
    }
    var longest =
        names.keySet().stream().sorted(Comparator.comparing(String::length).reversed()).toList();
    Map<Integer, String> found = new java.util.TreeMap<>();
    var left = said;
    for (String name : longest) {
      for (int at = find(left, name); at >= 0; at = find(left, name)) {
        found.put(at, name);
        left =
            left.substring(0, at) + "|".repeat(name.length()) + left.substring(at + name.length());
      }
    }
    var rest = left.replaceAll("\\|+", " ").strip();
    return found.values().stream()
        .map(name -> which(name, names.getOrDefault(name, List.of()), rest))
        .toList();
  }

  private static String id(Person person) {
    return person.id().text().toLowerCase(Locale.ROOT);
  }

  /** An id is only found where it stands apart: p1 is not in p11. */
  private static int find(String text, String name) {
    int at = text.indexOf(name);
    while (at >= 0 && !isApart(text, at, at + name.length())) {
      at = text.indexOf(name, at + 1);
    }
    return at;
  }

  private static boolean isApart(String text, int from, int to) {
    return !(isWord(text, from) && isWord(text, from - 1))
        && !(isWord(text, to - 1) && isWord(text, to));
  }

  private static boolean isWord(String text, int at) {
    return at >= 0
        && at < text.length()
        && (text.charAt(at) < 128 && Character.isLetterOrDigit(text.charAt(at)));
  }

  private Which<Person> which(String name, List<Person> all, String rest) {
    if (all.size() == 1) {
      return new Which.One<>(all.getFirst(), rest);
    }
    if (place(rest) instanceof Which.One<Area>(Area area, String more)) {
      var there = all.stream().filter(p -> directory.within(p.area(), area.code())).toList();
      if (there.size() == 1) {
        return new Which.One<>(there.getFirst(), more);
      }
    }
    return new Which.Several<>(name, all, rest);
  }

  /** The one place that words name, with whatever else is said round it. */
  Which<Area> place(String text) {
    var said = Folding.fold(text);
    Optional<Which<Area>> best = Optional.empty();
    for (String part : parts(said)) {
      var which = exactly(part, without(said, part));
      if (!(which instanceof Which.Nothing<Area>)) {
        return which;
      }
      best = best.or(() -> inside(part, said));
    }
    return best.orElseGet(() -> new Which.Nothing<>(said));
  }

  private static String without(String text, String part) {
    return text.replaceFirst(java.util.regex.Pattern.quote(part), " ").strip();
  }

  private static List<String> parts(String said) {
    var parts = new ArrayList<String>();
    for (String part : said.split("[\\s,，、;；:：。]+")) {
      parts.add(part);
      parts.add(part.replaceFirst("^(?:" + BETWEEN + ")", ""));
    }
    return parts.stream().filter(part -> part.length() > 1).distinct().toList();
  }

  private Which<Area> exactly(String name, String rest) {
    var byCode = directory.area(new AreaCode(name));
    if (byCode.isPresent()) {
      return new Which.One<>(byCode.get(), rest);
    }
    return switch (directory.find(name, near)) {
      case Found.One(Area area) -> new Which.One<>(area, rest);
      case Found.Several(List<Area> areas) -> new Which.Several<>(name, areas, rest);
      case Found.Nothing() -> new Which.Nothing<>(name);
    };
  }

  /** A name of a place that stands somewhere inside a longer word: 我是连滩镇社工站陈小雨. */
  private Optional<Which<Area>> inside(String part, String said) {
    for (int at = 0; at < part.length() - 1; at++) {
      int end = directory.endOfNameAt(part, at);
      for (int next = directory.endOfNameAt(part, end); next > end; ) {
        if (exactly(part.substring(at, next), "") instanceof Which.Nothing<Area>) {
          break;
        }
        end = next;
        next = directory.endOfNameAt(part, end);
      }
      if (end > at) {
        var name = part.substring(at, end);
        return Optional.of(exactly(name, without(said, name)))
            .filter(which -> !(which instanceof Which.Nothing<Area>));
      }
    }
    return Optional.empty();
  }

  /** A person with what tells them from others of the same name. */
  String full(Person person) {
    return person.name() + "（" + plainly(person.area()) + "）";
  }

  /** How an area is called inside brackets: 罗定市太平镇 for 太平镇（罗定市）. */
  String plainly(AreaCode area) {
    return where(area).replaceFirst("^(.+)（(.+)）$", "$2$1");
  }

  /** How an area is called. */
  String where(AreaCode area) {
    return directory.area(area).map(directory::fullName).orElse(area.text());
  }

  /** People by name, those of one name with their place. */
  String list(List<Person> people) {
    return people.stream().map(Person::name).collect(Collectors.joining("、"));
  }
}
