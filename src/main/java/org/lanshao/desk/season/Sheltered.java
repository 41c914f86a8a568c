package org.lanshao.desk.season;

import java.util.List;
import java.util.Map;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.FormId;
import org.lanshao.record.Matter;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Who was moved and is not home: the open matters of the form {@code relocation}. A form writer may
 * change all of it but its id.
 */
final class Sheltered {
  private static final FormId RELOCATION = new FormId("relocation");

  /** No flood moves more households of a city at once. */
  private static final int MOST = 20_000;

  private final Facts facts;
  private final Shelf shelf;

  Sheltered(Facts facts, Shelf shelf) {
    this.facts = facts;
    this.shelf = shelf;
  }

  /**
   * Households that are not home.
   *
   * @param moved their relocations, the newest first
   */
  record Left(List<Matter> moved) {
    Left {
      moved = List.copyOf(moved);
    }

    boolean isEmpty() {
      return moved.isEmpty();
    }

    long people() {
      return moved.stream().mapToLong(Matter::left).sum();
    }

    Map<String, String> slots() {
      return Map.of(
          "households", Integer.toString(moved.size()), "people", Long.toString(people()));
    }
  }

  /** Those of an area. */
  Left in(AreaCode area) throws Unavailable {
    for (var form : shelf.current()) {
      if (form.id().equals(RELOCATION)) {
        return new Left(open(facts, form.number(), area));
      }
    }
    return new Left(List.of());
  }

  /** All open matters of a letter in an area. */
  static List<Matter> open(Facts facts, String letter, AreaCode area) throws Unavailable {
    return facts.matters().open(letter, area, MOST);
  }
}
