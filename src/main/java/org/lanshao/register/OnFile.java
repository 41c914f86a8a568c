package org.lanshao.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;

/** What a name or number can mean on file. */
public sealed interface OnFile {
  /** Just this. */
  record One(Household household) implements OnFile {}

  /** Any of these, at least two: ask by number. */
  record Several(List<Household> households) implements OnFile {
    /** Copies the list. */
    public Several {
      households = List.copyOf(households);
    }
  }

  /** Nobody on file. */
  record Nothing() implements OnFile {}

  /**
   * What is meant: a number, wherever it is; else a name in the place that was named, where a head
   * or another name goes before somebody else in a household. Without a place it is sought in the
   * speaker's village first, then in their town, or in all that they are in charge of.
   *
   * @param place the area that was named, if any
   * @param near the speaker's own area
   */
  static OnFile household(
      String name,
      Optional<AreaCode> place,
      AreaCode near,
      Register register,
      Directory directory) {
    var number = FileNumber.read(name).flatMap(register::household);
    if (number.isPresent() && place.isEmpty()) {
      return new One(number.get());
    }
    if (place.isPresent()) {
      var inside = number.filter(one -> directory.within(one.area(), place.get()));
      return inside
          .<OnFile>map(One::new)
          .orElseGet(() -> in(name, area -> directory.within(area, place.get()), register));
    }
    var village = in(name, near::equals, register);
    return village instanceof Nothing
        ? in(name, area -> directory.within(area, around(near, directory)), register)
        : village;
  }

  /**
   * The people on file of a name, or of a number, where {@link #household} would look for them.
   *
   * @param place the area that was named, if any
   * @param near the speaker's own area
   */
  static List<Client> people(
      String name,
      Optional<AreaCode> place,
      AreaCode near,
      Register register,
      Directory directory) {
    var where = place.orElseGet(() -> around(near, directory));
    var key = NameKey.of(name);
    return register.named(name, area -> directory.within(area, where)).stream()
        .flatMap(household -> household.clients().stream())
        .filter(client -> NameKey.of(client.name()).equals(key))
        .toList();
  }

  private static AreaCode around(AreaCode near, Directory directory) {
    return directory.around(near, Area.Kind.TOWN).map(Area::code).orElse(near);
  }

  private static OnFile in(String name, Predicate<AreaCode> inside, Register register) {
    var all = register.named(name, inside);
    var key = NameKey.of(name);
    var own = all.stream().filter(household -> isOwn(household, key)).toList();
    var meant = own.isEmpty() ? all : own;
    return switch (meant.size()) {
      case 0 -> new Nothing();
      case 1 -> new One(meant.getFirst());
      default -> new Several(meant);
    };
  }

  private static boolean isOwn(Household household, String key) {
    return NameKey.of(household.head()).equals(key)
        || household.aliases().stream().anyMatch(alias -> NameKey.of(alias).equals(key));
  }
}
