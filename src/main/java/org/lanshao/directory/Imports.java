package org.lanshao.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What files ask to change, compared with what they held when they were last read in. */
public final class Imports {
  private Imports() {}

  /**
   * The edits that make of one directory the areas, people and groups of another. Somebody whose
   * row is gone has left, so that records keep their name.
   *
   * @param before as the files were
   * @param after as they are
   */
  public static List<Edit> between(Directory before, Directory after) {
    var edits = new ArrayList<Edit>();
    compare(before.areas(), after.areas(), Area::code, Edit.PutArea::new, edits);
    missing(before.areas(), after.areas(), Area::code)
        .forEach(area -> edits.add(new Edit.DropArea(area.code())));
    var wasThere = Index.of(before.people(), Person::id);
    compare(
        before.people(),
        after.people(),
        Person::id,
        person -> new Edit.PutPerson(person, Optional.ofNullable(wasThere.get(person.id()))),
        edits);
    missing(before.people(), after.people(), Person::id)
        .forEach(gone -> edits.add(new Edit.PutPerson(gone.left(true), Optional.of(gone))));
    compare(before.groups(), after.groups(), Group::id, Edit.PutGroup::new, edits);
    missing(before.groups(), after.groups(), Group::id)
        .forEach(group -> edits.add(new Edit.DropGroup(group.id())));
    return edits;
  }

  private static <T, K> void compare(
      List<T> before, List<T> after, Function<T, K> key, Function<T, Edit> put, List<Edit> into) {
    var known = Index.of(before, key);
    after.stream()
        .filter(row -> !row.equals(known.get(key.apply(row))))
        .map(put)
        .forEach(into::add);
  }

  private static <T, K> List<T> missing(List<T> before, List<T> after, Function<T, K> key) {
    var still = Index.of(after, key);
    return before.stream().filter(row -> !still.containsKey(key.apply(row))).toList();
  }
}
