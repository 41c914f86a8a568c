package org.lanshao.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  /** A person on file, and their household. */
  record Member(Household household, Client client) {}

  /**
   * The people on file who are meant: by their number, or that of their household, wherever that
   * is; else by name where {@link #household} would look for them, or by another name of their
   * household its head.
   *
   * @param place the area that was named, if any
   * @param near the speaker's own area
   */
  static List<Member> people(
      String name,
      Optional<AreaCode> place,
      AreaCode near,
      Register register,
      Directory directory) {
    var numbered =
        FileNumber.read(name).stream()
            .flatMap(number -> numbered(number, register))
            .filter(one -> place.filter(at -> !isIn(one, at, directory)).isEmpty())
            .toList();
    if (!numbered.isEmpty()) {
      return numbered;
    }
    var where = place.orElseGet(() -> around(near, directory));
    var key = NameKey.of(name);
    return register.named(name, area -> directory.within(area, where)).stream()
        .flatMap(household -> called(household, key).map(client -> new Member(household, client)))
        .toList();
  }

  private static boolean isIn(Member one, AreaCode place, Directory directory) {
    return directory.within(one.household().area(), place);
  }

  /** Whoever has this number, as J12-2; all people of a household by its own. */
  private static Stream<Member> numbered(FileNumber number, Register register) {
    var whole = register.household(number);
    return whole.isPresent()
        ? members(whole.get())
        : number.household().flatMap(register::household).stream()
            .flatMap(OnFile::members)
            .filter(one -> one.client().number().equals(number));
  }

  private static Stream<Member> members(Household household) {
    return household.clients().stream()
        .filter(client -> !client.name().isEmpty())
        .map(client -> new Member(household, client));
  }

  /** Those of a household who have this name; by another name of the household its head. */
  private static Stream<Client> called(Household household, String key) {
    boolean other = household.aliases().stream().anyMatch(alias -> NameKey.of(alias).equals(key));
    var named = other ? NameKey.of(household.head()) : key;
    return household.clients().stream()
        .filter(
            client -> {
              var own = NameKey.of(client.name());
              return own.equals(key) || own.equals(named);
            });
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
