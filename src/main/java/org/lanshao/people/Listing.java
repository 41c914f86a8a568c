package org.lanshao.people;

import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.message.Content;

/** How a platform's directory has somebody, in so far as it can be used here. */
record Listing(Content.Listed told, Said.Place place, Directory directory) {
  /** Letters and the dot of names such as 阿不都·买买提; what is longer is no name. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}·・. ]{1,20}");

  /** What many organisations write behind a name: 陈小雨（副站长）. */
  private static final Pattern BEHIND = Pattern.compile("[（(].*");

  private static final Pattern MOBILE = Pattern.compile("(?:\\+?86)?[ -]?(1\\d{10})");

  /** Theirs from now on. */
  String account() {
    return told.renamed().isBlank() ? place.origin().account() : told.renamed();
  }

  /** Without what stands behind it in brackets; empty where none was told. */
  Optional<String> name() {
    var bare = BEHIND.matcher(told.name()).replaceFirst("").strip();
    return Optional.of(bare).filter(name -> NAME.matcher(name).matches());
  }

  /** Eleven digits; empty text if none was told. */
  String phone() {
    var number = MOBILE.matcher(told.phone().strip());
    return number.matches() ? number.group(1) : "";
  }

  /** A station or what lies in one; empty for what the directory does not know. */
  Optional<AreaCode> area() {
    return directory
        .area(new AreaCode(told.area()))
        .filter(area -> area.kind().compareTo(Area.Kind.TOWN) >= 0)
        .map(Area::code);
  }

  /** Somebody as they are with what was told; as they were in all else. */
  Person of(Person before) {
    var accounts = new HashMap<>(before.accounts());
    if (!told.renamed().isBlank() && directory.known(place.kind(), account()).isEmpty()) {
      accounts.put(place.kind(), account());
    }
    return new Person(
        before.id(),
        name().orElse(before.name()),
        before.role(),
        area().filter(area -> isMove(before, area)).orElse(before.area()),
        accounts,
        phone().isEmpty() ? before.phone() : phone(),
        before.language(),
        before.left(),
        before.agency());
  }

  /** Who works at a point or in a village of the station stays there. */
  private boolean isMove(Person person, AreaCode to) {
    return !directory.within(person.area(), to)
        && directory.area(to).filter(area -> Moves.fits(person, area)).isPresent();
  }

  /** Without who it is. */
  @Override
  public String toString() {
    return "Listing[" + told + "]";
  }
}
