package org.lanshao.register;

import java.util.List;

/**
 * Something that is on file, as a text: one word for the file, the ledger's column and what is said
 * in the chat.
 */
public sealed interface Field permits HouseholdField, ClientField {
  /** What it is called, and what its texts are. */
  Column column();

  /** Its name for people: 电话. */
  default String label() {
    return column().label();
  }

  /** Other names by which it is called, in ledgers and by people. */
  default List<String> others() {
    return column().others();
  }

  /** What its texts are. */
  default Kind kind() {
    return column().kind();
  }

  /** Whether this is one of its names. */
  default boolean isCalled(String name) {
    var key = NameKey.folded(name);
    return NameKey.folded(label()).equals(key)
        || others().stream().anyMatch(other -> NameKey.folded(other).equals(key));
  }

  /** As {@link #label}, {@link #kind} and {@link #others}. */
  record Column(String label, Kind kind, List<String> others) {
    /** Copies the list. */
    public Column {
      others = List.copyOf(others);
    }
  }

  /** What a text can be; the text is kept in one writing. */
  enum Kind {
    /** As written. */
    TEXT,
    /** Several names, kept with ; between them. */
    NAMES,
    /** The code of an area. */
    AREA,
    /** Digits alone. */
    PHONE,
    /** Eighteen signs, X large. */
    ID_NUMBER,
    /** A whole number. */
    NUMBER,
    /** So many days. */
    DAYS,
    /** A day: 2022-05-10. */
    DAY
  }
}
