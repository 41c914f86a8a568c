package org.lanshao.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.form.Value;

/**
 * Reads who or which household is meant: perhaps the name of a place, then a name or a number, as
 * in 石巷村张三, 富林镇石巷村 12号户, 张三. A place is taken for one only where its name is written out or
 * something parts it from the rest: 罗平安 is a person, not 安 of 罗平镇.
 */
final class Named {
  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_PLACE = 20;
  private static final Pattern WRITTEN_OUT =
      Pattern.compile(".*(?:村|社区|镇|街道|街|居委会?|村委会?|站|点|）|\\))");
  private static final Pattern PARTED = Pattern.compile("^[ ,，、:：.。/\\-的]+");
  private static final Pattern LABEL = Pattern.compile("^(?:户主|姓名|名字|叫|是)[:：是]?");
  private static final Pattern END = Pattern.compile("[ ,，、:：.。!！]+$");
  private static final Pattern HOUSE_NUMBER = Pattern.compile("第?(\\d{1,5})(?:号|号户|号家)?");
  private static final Pattern FAMILY = Pattern.compile("(\\p{IsHan}{2,4})(?:家|一家|家里|户|这户)");

  private final Hearing hearing;
  private final Kind kind;

  private Named(Hearing hearing, Kind kind) {
    this.hearing = hearing;
    this.kind = kind;
  }

  /** What a name in a place can be: who is on file, all of them if several are, else as typed. */
  private interface Kind {
    List<Value> values(Optional<Value.Place> place, String name);
  }

  /** Somebody by name, perhaps after the name of a place. */
  static Reading person(String text, Hearing hearing) {
    var files = new Files(hearing);
    var reading = new Named(hearing, files::people).read(text, false);
    return reading instanceof Reading.Understood(Value.Person(var village, String name, var number))
            && HOUSE_NUMBER.matcher(name).matches()
        ? new Reading.NotUnderstood()
        : reading;
  }

  /**
   * A household.
   *
   * @param village whether the place must be said; somebody who works in one village need not
   */
  static Reading household(String text, boolean village, Hearing hearing) {
    var files = new Files(hearing);
    return new Named(hearing, (place, name) -> files.households(place, house(name), village))
        .read(text, village);
  }

  private Reading read(String text, boolean village) {
    var said = END.matcher(Folding.fold(text)).replaceFirst("");
    for (int end = Math.min(said.length(), LONGEST_PLACE); end >= 2; end--) {
      var places = places(said.substring(0, end), said.substring(end));
      var name = name(said.substring(end));
      if (!places.isEmpty()) {
        return isName(name) ? placed(places, name) : tooLong(name);
      }
    }
    if (WRITTEN_OUT.matcher(said).matches() && !places(said, " -").isEmpty()) {
      return new Reading.NotUnderstood();
    }
    var own = village ? own() : Optional.<Value.Place>empty();
    var name = name(said);
    if (!isName(name)) {
      return tooLong(name);
    }
    var filed = own.isEmpty() ? kind.values(own, name) : List.<Value>of();
    if (village && filed.stream().anyMatch(Named::isFiled)) {
      return reading(filed);
    }
    return village && own.isEmpty() ? new Reading.NoVillage() : reading(kind.values(own, name));
  }

  private Reading placed(List<Value.Place> places, String name) {
    return reading(
        places.stream()
            .flatMap(place -> kind.values(Optional.of(place), name).stream())
            .distinct()
            .toList());
  }

  private static Reading reading(List<Value> meant) {
    return meant.size() == 1
        ? new Reading.Understood(meant.getFirst())
        : new Reading.Ambiguous(meant);
  }

  private static boolean isFiled(Value value) {
    return value instanceof Value.Household household && household.number().isPresent();
  }

  private static Reading tooLong(String name) {
    return name.length() > LONGEST_NAME
        ? new Reading.TooLong(LONGEST_NAME)
        : new Reading.NotUnderstood();
  }

  /** The places that the beginning of a text names, if its end may begin something else. */
  private List<Value.Place> places(String begin, String rest) {
    boolean apart = WRITTEN_OUT.matcher(begin).matches() || PARTED.matcher(rest).find();
    if (!apart || rest.isBlank() || begin.endsWith(" ")) {
      return List.of();
    }
    Directory directory = hearing.directory();
    var found =
        switch (directory.find(begin.replace(" ", ""), hearing.near())) {
          case Found.One(Area area) -> List.of(area);
          case Found.Several(List<Area> areas) -> areas;
          case Found.Nothing() -> List.<Area>of();
        };
    return found.stream()
        .filter(area -> area.kind().compareTo(Area.Kind.TOWN) >= 0)
        .map(area -> place(area, directory))
        .toList();
  }

  private static Value.Place place(Area area, Directory directory) {
    return new Value.Place(area.code().text(), directory.fullName(area));
  }

  /** The speaker's own village, if they work in one. */
  private Optional<Value.Place> own() {
    var directory = hearing.directory();
    return directory
        .area(hearing.near())
        .filter(area -> area.kind().compareTo(Area.Kind.TOWN) > 0)
        .map(area -> place(area, directory));
  }

  private static String name(String rest) {
    var bare = PARTED.matcher(rest).replaceFirst("");
    return Folding.keep(PARTED.matcher(LABEL.matcher(bare).replaceFirst("")).replaceFirst(""));
  }

  /** One character alone is no name, but one digit is a number. */
  private static boolean isName(String name) {
    int length = name.codePointCount(0, name.length());
    boolean number = HOUSE_NUMBER.matcher(name).matches();
    return (length >= 2 || number)
        && length <= LONGEST_NAME
        && name.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** One writing for each household: 12 and 12号 are 12号户, 张三家 is 张三. */
  private static String house(String name) {
    var number = HOUSE_NUMBER.matcher(name);
    if (number.matches()) {
      return number.group(1) + "号户";
    }
    var family = FAMILY.matcher(name);
    return family.matches() ? family.group(1) : name;
  }
}
