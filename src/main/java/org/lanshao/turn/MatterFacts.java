package org.lanshao.turn;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.count.Scope;
import org.lanshao.count.Source;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Matter;

/** What the store knows of matters. Methods block: call them on virtual threads. */
public interface MatterFacts {
  /** A matter as it stands now; empty when there is none of this number. */
  Optional<Matter> matter(String number) throws Unavailable;

  /** All versions of a matter, the first one first; none when there is none. */
  List<Matter> story(String matter) throws Unavailable;

  /** The matters that a record ever opened or followed, as they stand now. */
  List<Matter> of(String record) throws Unavailable;

  /**
   * The open matters of a letter in an area, the newest first.
   *
   * @param most at most so many
   */
  List<Matter> open(String letter, AreaCode area, int most) throws Unavailable;

  /**
   * The open matters of an area that were to be followed by a day before this one, of all letters,
   * the longest overdue first.
   *
   * @param most at most so many
   */
  List<Matter> due(AreaCode area, LocalDate before, int most) throws Unavailable;

  /** The open matters that are in somebody's hands, of all letters, the oldest first. */
  List<Matter> ofOwner(PersonId owner) throws Unavailable;

  /** How many matters of a letter were opened and closed in a range, and how many are open now. */
  MatterCount count(String letter, Scope scope, DayRange range) throws Unavailable;

  /** The matters of a letter that were opened on the days of a range, the first one first. */
  List<Matter> opened(String letter, Scope scope, DayRange range) throws Unavailable;

  /** The open matters of a letter, whenever they were opened, the first one first. */
  List<Matter> open(String letter, Scope scope) throws Unavailable;

  /** The matters of a letter that were closed on the days of a range, the first one first. */
  List<Matter> closed(String letter, Scope scope, DayRange range) throws Unavailable;

  /**
   * How many days each matter of a letter that was closed on the days of a range had been open, the
   * shortest first; those that were never open, because their first record told the end, are left
   * out.
   */
  List<Long> daysOpen(String letter, Scope scope, DayRange range) throws Unavailable;

  /**
   * Numbers of matters. Those that are not any more, because the record that opened them was
   * withdrawn, are in none.
   *
   * @param opened on the days of a range
   * @param closed on the days of a range
   * @param open now, by state
   * @param left the amounts left of those, by state
   */
  record MatterCount(long opened, long closed, Map<String, Long> open, Map<String, Long> left) {
    /** Copies the maps. */
    public MatterCount {
      open = Map.copyOf(open);
      left = Map.copyOf(left);
    }

    /** How many of them are meant. */
    public long of(Source.Stage stage) {
      return switch (stage) {
        case OPENED -> opened;
        case CLOSED -> closed;
        case OPEN -> open.values().stream().mapToLong(Long::longValue).sum();
      };
    }

    /** Whether there is nothing to tell. */
    public boolean isNothing() {
      return opened == 0 && closed == 0 && open.isEmpty();
    }
  }
}
