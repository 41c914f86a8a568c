package org.lanshao.alert;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Numbers;

/**
 * What first words tell of people and places. It never guesses: what is not clear is not there, and
 * the alert goes by its reporter's own station, with the words as they were written.
 *
 * @param people how many are spoken of; of several numbers the largest
 * @param place where, if one place is named and no other
 */
public record Sighting(Optional<Long> people, Optional<Area> place) {
  /** Nothing was seen. */
  public static final Sighting NOTHING = new Sighting(Optional.empty(), Optional.empty());

  private static final Pattern PEOPLE =
      Pattern.compile(
          "(?<![第\\d.])([\\d一二两兩三四五六七八九十百廿]{1,6})(?:多|几)?(?:个|個|名|位|口|条|條)?"
              + "(?:人|老人|小孩|细路|細路|孩子|学生|學生|细蚊仔|小朋友|阿婆|阿伯|阿公|婆婆|阿姨|工人|群众|群眾|村民|大人|妇女|后生|男|女)");

  /** A name that cannot be another word. */
  private static final Pattern FULL = Pattern.compile(".*(?:镇|鎮|乡|街道|街|村|社区|居委会)");

  /**
   * Reads a text.
   *
   * @param near the reporter's own area; empty for somebody the directory does not know
   */
  public static Sighting of(String text, Directory directory, Optional<AreaCode> near) {
    var plain = Folding.fold(text).replace(" ", "");
    return new Sighting(people(plain), place(plain, directory, near));
  }

  private static Optional<Long> people(String plain) {
    var found = PEOPLE.matcher(plain);
    Optional<Long> most = Optional.empty();
    while (found.find()) {
      OptionalLong read = Numbers.read(found.group(1).replace('兩', '两'));
      if (read.isPresent() && read.getAsLong() > most.orElse(0L)) {
        most = Optional.of(read.getAsLong());
      }
    }
    return most;
  }

  private static Optional<Area> place(String plain, Directory directory, Optional<AreaCode> near) {
    var widest = directory.areas().stream().filter(area -> area.parent().isEmpty()).findFirst();
    var from = near.or(() -> widest.map(Area::code));
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Set<Area> named = new LinkedHashSet<>();
    for (int at = 0; at < plain.length(); at++) {
      int end = end(plain, at, directory, from.get());
      if (end > at) {
        named(plain.substring(at, end), directory, from.get()).ifPresent(named::add);
        at = end - 1;
      }
    }
    var narrow =
        named.stream()
            .filter(
                area ->
                    named.stream()
                        .noneMatch(
                            other ->
                                !other.equals(area) && directory.within(other.code(), area.code())))
            .toList();
    return narrow.size() == 1 ? Optional.of(narrow.getFirst()) : Optional.empty();
  }

  /** The end of the longest place that begins here, with what lies in it: 富林镇石巷村. */
  private static int end(String plain, int at, Directory directory, AreaCode near) {
    int end = directory.endOfNameAt(plain, at);
    int next = end > at ? directory.endOfNameAt(plain, end) : end;
    while (next > end
        && !(directory.find(plain.substring(at, next), near) instanceof Found.Nothing)) {
      end = next;
      next = directory.endOfNameAt(plain, end);
    }
    return end;
  }

  /** A short name counts in the reporter's own county alone: 大江 is a river too. */
  private static Optional<Area> named(String name, Directory directory, AreaCode near) {
    if (!(directory.find(name, near) instanceof Found.One(Area area))
        || area.kind().compareTo(Area.Kind.TOWN) < 0) {
      return Optional.empty();
    }
    boolean own =
        directory
            .around(near, Area.Kind.COUNTY)
            .filter(county -> directory.within(area.code(), county.code()))
            .isPresent();
    return FULL.matcher(name).matches() || own ? Optional.of(area) : Optional.empty();
  }
}
