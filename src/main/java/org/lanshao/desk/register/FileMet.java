package org.lanshao.desk.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lanshao.directory.PersonId;
import org.lanshao.reading.DayRange;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.Register;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Which households on file were visited, by the numbers that they have now: a visit of one that was
 * merged into another is a visit of the other.
 */
public record FileMet(Facts facts, Register register) {
  /** Those visited on the days of a range. */
  public Set<FileNumber> on(DayRange range) throws Unavailable {
    return now(facts.register().met(FileCard.VISIT, range));
  }

  /** Those that somebody ever visited. */
  Set<FileNumber> by(PersonId person) throws Unavailable {
    return now(facts.register().metBy(FileCard.VISIT, person));
  }

  /** The day of the last visit until a day, of each household with one. */
  Map<FileNumber, LocalDate> last(LocalDate until) throws Unavailable {
    var last = new HashMap<FileNumber, LocalDate>();
    facts
        .register()
        .lastMet(FileCard.VISIT, until)
        .forEach((number, day) -> last.merge(now(number), day, FileMet::later));
    return last;
  }

  private Set<FileNumber> now(Set<FileNumber> numbers) {
    var now = new HashSet<FileNumber>();
    numbers.forEach(number -> now.add(now(number)));
    return now;
  }

  private FileNumber now(FileNumber number) {
    return register.household(number).map(Household::number).orElse(number);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
