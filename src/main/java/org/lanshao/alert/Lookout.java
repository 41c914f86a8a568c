package org.lanshao.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;

/**
 * Looks at an alert when something is due: sends the next wave, tells who is late. For one look.
 */
public final class Lookout {
  private static final Comparator<PersonId> BY_ID = Comparator.comparing(PersonId::text);

  private final Roster roster;
  private final Echo echo;
  private final By clock;
  private final List<AlertEvent> events = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  /**
   * At a moment.
   *
   * @param clock who looks and when
   */
  public Lookout(Roster roster, Echo echo, By clock) {
    this.roster = roster;
    this.echo = echo;
    this.clock = clock;
  }

  /**
   * All that is due now. Waves that nobody fills are passed at once, so that one look reaches the
   * first level where somebody is.
   */
  public Look look(Alert before) {
    Alert alert = before;
    Optional<Due> due = next(alert);
    while (due.isPresent()) {
      var event = act(alert, due.get());
      events.add(event);
      alert = Life.after(alert, event);
      due = next(alert);
    }
    return new Look(alert, events, notices);
  }

  private Optional<Due> next(Alert alert) {
    return alert.core().clocks().passed(clock.at()).stream().findFirst();
  }

  private AlertEvent act(Alert alert, Due due) {
    return switch (due) {
      case ASK -> new AlertEvent.Confirmed(clock, unanswered(alert.core().certainty()));
      case CHECK -> check((Alert.Open) alert);
      case CLIMB -> climb((Alert.Open) alert);
      case CALL -> call(alert);
      case SILENT -> silent(alert);
      case FOLLOW_UP, LAST -> late((Alert.Running) alert, due);
    };
  }

  /** What somebody unknown said stays unverified. */
  private static Certainty unanswered(Certainty before) {
    return before == Certainty.UNVERIFIED ? before : Certainty.SUSPECTED;
  }

  private AlertEvent climb(Alert.Open open) {
    var core = open.core();
    var wave = core.begun().plan().wave(open.step());
    var people = new LinkedHashSet<PersonId>();
    wave.people()
        .forEach(slot -> people(slot, core).ifPresent(all -> people.addAll(reachable(all, core))));
    boolean hole = wave.people().stream().anyMatch(slot -> isEmpty(slot, core));
    var groups = new LinkedHashSet<GroupId>();
    wave.groups().forEach(level -> groups.addAll(roster.groups(level, core.known().area())));
    notices.add(
        new Notice.Wave(
            open.step(), List.copyOf(people), List.copyOf(groups), unreached(core), empty(open)));
    return new AlertEvent.Climbed(clock, open.step(), people, groups, hole);
  }

  /** The slots up to this wave that nobody fills: why those of this one are told. */
  private List<Slot> empty(Alert.Open open) {
    return open.core().begun().plan().waves().stream()
        .limit(open.step() + 1L)
        .flatMap(wave -> wave.people().stream())
        .filter(slot -> isEmpty(slot, open.core()))
        .distinct()
        .toList();
  }

  private boolean isEmpty(Slot slot, Core core) {
    return people(slot, core).filter(all -> reachable(all, core).isEmpty()).isPresent();
  }

  private Optional<List<PersonId>> people(Slot slot, Core core) {
    return roster.people(slot, core.known().area());
  }

  private List<PersonId> reachable(List<PersonId> people, Core core) {
    return people.stream()
        .filter(roster::hasAddress)
        .filter(person -> !core.begun().reporter().is(person))
        .toList();
  }

  /** Who was told and has not answered, and who should have been and has no address. */
  private List<PersonId> unreached(Core core) {
    var withoutAddress =
        core.begun().plan().waves().stream()
            .flatMap(wave -> wave.people().stream())
            .flatMap(slot -> people(slot, core).stream())
            .flatMap(List::stream)
            .filter(person -> !roster.hasAddress(person));
    return Stream.concat(core.told().stream().sorted(BY_ID), withoutAddress)
        .filter(person -> !echo.seen().contains(person))
        .filter(person -> !core.begun().reporter().is(person))
        .distinct()
        .toList();
  }

  /** Whether a slot of the last wave reached nobody, or one of its groups is gone. */
  private AlertEvent check(Alert.Open open) {
    var core = open.core();
    var wave = core.begun().plan().wave(Math.max(open.step() - 1, 0));
    boolean nobody =
        wave.people().stream()
            .flatMap(slot -> people(slot, core).stream())
            .map(all -> reachable(all, core))
            .anyMatch(all -> all.stream().noneMatch(echo::reaches));
    boolean gone =
        wave.groups().stream()
            .flatMap(level -> roster.groups(level, core.known().area()).stream())
            .anyMatch(echo.unwritten()::contains);
    return new AlertEvent.Checked(clock, nobody || gone);
  }

  private AlertEvent call(Alert alert) {
    var core = alert.core();
    var whom =
        core.begun().plan().waves().stream()
            .flatMap(wave -> wave.people().stream())
            .flatMap(slot -> people(slot, core).stream())
            .flatMap(List::stream)
            .filter(person -> !core.begun().reporter().is(person))
            .distinct()
            .toList();
    notices.add(new Notice.Call(whom));
    return new AlertEvent.Reminded(clock, Due.CALL, List.of());
  }

  private AlertEvent silent(Alert alert) {
    var people = informed(alert);
    notices.add(new Notice.Missing(people));
    return new AlertEvent.Reminded(clock, Due.SILENT, people);
  }

  private static List<PersonId> informed(Alert alert) {
    var taken = alert instanceof Alert.Running running ? running.takers() : List.<PersonId>of();
    return taken.isEmpty() ? alert.core().told().stream().sorted(BY_ID).toList() : taken;
  }

  private AlertEvent late(Alert.Running alert, Due due) {
    var core = alert.core();
    var people = new LinkedHashSet<>(alert.takers());
    people(Slot.DUTY, core)
        .filter(all -> !all.isEmpty())
        .or(() -> people(Slot.HEAD, core))
        .ifPresent(people::addAll);
    var all = List.copyOf(people);
    notices.add(new Notice.Late(due, all));
    return new AlertEvent.Reminded(clock, due, all);
  }
}
