package org.lanshao.record;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;

/**
 * Who may revise a record. It is in the hands of one rung at a time: its author, or if they left
 * whoever took their work over, then the head of its station, after the month's end the coordinator
 * of its county or city. Where nobody stands on a rung, because they left or there never was one,
 * the next one up has it, or else the one below: somebody always may.
 */
public final class RevisionRights {
  private final Directory directory;
  private final RevisionLimits limits;
  private final ZoneId zone;

  /** By the people of this directory; days are those of {@code zone}. */
  public RevisionRights(Directory directory, RevisionLimits limits, ZoneId zone) {
    this.directory = directory;
    this.limits = limits;
    this.zone = zone;
  }

  /** In whose hands a record may be, from the first to the last. */
  public enum Rung {
    AUTHOR,
    HEAD,
    COORDINATOR
  }

  /** Whether somebody may. */
  public sealed interface Verdict {
    /**
     * They may.
     *
     * @param explain whether only with a reason
     */
    record Allowed(boolean explain) implements Verdict {}

    /** The record is none of their business. */
    record Stranger() implements Verdict {}

    /** Not any more: it is in the hands of somebody above. */
    record TooLate(Rung holder) implements Verdict {}

    /** Not yet: it is in the hands of somebody below. */
    record TooEarly(Rung holder) implements Verdict {}
  }

  /** Whether somebody may correct or withdraw a record on this day. */
  public Verdict revise(Revision standing, Person person, LocalDate today) {
    var rungs = rungs(standing.record(), person);
    var holder = holder(standing, today);
    if (rungs.contains(holder)) {
      return new Verdict.Allowed(holder != Rung.AUTHOR);
    }
    return refusal(rungs, holder);
  }

  /** Whether somebody may return a record to its author on this day: always with a reason. */
  public Verdict giveBack(Revision standing, Person person, LocalDate today) {
    var rungs = EnumSet.noneOf(Rung.class);
    rungs.addAll(rungs(standing.record(), person));
    rungs.remove(Rung.AUTHOR);
    var holder = holder(standing, today);
    return rungs.stream().anyMatch(rung -> rung.compareTo(holder) >= 0)
        ? new Verdict.Allowed(true)
        : refusal(rungs, holder);
  }

  private static Verdict refusal(Set<Rung> rungs, Rung holder) {
    if (rungs.isEmpty()) {
      return new Verdict.Stranger();
    }
    boolean below = rungs.stream().allMatch(rung -> rung.compareTo(holder) < 0);
    return below ? new Verdict.TooLate(holder) : new Verdict.TooEarly(holder);
  }

  /** In whose hands a record is on this day. */
  Rung holder(Revision standing, LocalDate today) {
    var due = due(standing, today);
    var manned =
        Arrays.stream(Rung.values())
            .filter(rung -> people(rung, standing.record()).findAny().isPresent())
            .toList();
    return manned.stream()
        .filter(rung -> rung.compareTo(due) >= 0)
        .findFirst()
        .or(() -> last(manned))
        .orElse(due);
  }

  private static Optional<Rung> last(List<Rung> rungs) {
    return rungs.isEmpty() ? Optional.empty() : Optional.of(rungs.getLast());
  }

  private Rung due(Revision standing, LocalDate today) {
    var filed = standing.record().day();
    boolean returned = standing.state() == Revision.State.RETURNED;
    var handed = returned ? standing.at().atZone(zone).toLocalDate() : filed;
    if (!today.isAfter(handed.plusDays(limits.authorDays()))) {
      return Rung.AUTHOR;
    }
    var closed = YearMonth.from(filed).atEndOfMonth().plusDays(limits.headDays());
    return today.isAfter(closed) ? Rung.COORDINATOR : Rung.HEAD;
  }

  private Set<Rung> rungs(Submission record, Person person) {
    return Arrays.stream(Rung.values())
        .filter(rung -> stands(person, rung, record))
        .collect(Collectors.toSet());
  }

  private Stream<Person> people(Rung rung, Submission record) {
    return directory.people().stream().filter(person -> stands(person, rung, record));
  }

  private boolean stands(Person person, Rung rung, Submission record) {
    return switch (rung) {
      case AUTHOR ->
          person.id().equals(record.person())
              || directory.heir(record.person()).equals(Optional.of(person.id()));
      case HEAD ->
          person.role() == Role.HEAD
              && station(record).isPresent()
              && station(record).equals(directory.around(person.area(), Area.Kind.TOWN));
      case COORDINATOR ->
          (person.role() == Role.COUNTY || person.role() == Role.CITY)
              && directory.within(record.area(), person.area());
    };
  }

  private Optional<Area> station(Submission record) {
    return directory.around(record.area(), Area.Kind.TOWN);
  }
}
