package org.lanshao.notice;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lanshao.directory.AreaCode;

/**
 * How far the confirmations of a notice are: of those who were asked, each is confirmed, not
 * confirmed, or could not be reached, and none is two of these.
 *
 * @param unitToState everybody who was asked: stations, agencies, or workers
 */
public record Tally(Map<Unit, State> unitToState) {
  /** Copies the map. */
  public Tally {
    unitToState = Map.copyOf(unitToState);
  }

  /** How somebody stands who was asked. */
  public enum State {
    /** They said that they have it, even if no message is known to have arrived. */
    CONFIRMED,
    /** They were told, or will be. */
    UNCONFIRMED,
    /** No message could be sent to them. */
    UNDELIVERABLE
  }

  /**
   * Of everybody asked.
   *
   * @param asked who was
   * @param confirmed who confirmed; others than those asked do not count
   * @param lost who could be sent no message
   */
  public static Tally of(List<Unit> asked, Set<Unit> confirmed, Set<Unit> lost) {
    var states = new LinkedHashMap<Unit, State>();
    for (Unit unit : asked) {
      states.put(
          unit,
          confirmed.contains(unit)
              ? State.CONFIRMED
              : lost.contains(unit) ? State.UNDELIVERABLE : State.UNCONFIRMED);
    }
    return new Tally(states);
  }

  /** How many stand so. */
  public long count(State state) {
    return unitToState.values().stream().filter(state::equals).count();
  }

  /** Who stands so, in the order of their stations. */
  public List<Unit> in(State state) {
    return unitToState.entrySet().stream()
        .filter(entry -> entry.getValue() == state)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Those of them that a test holds for. */
  public Tally only(Predicate<Unit> wanted) {
    var some = new LinkedHashMap<>(unitToState);
    some.keySet().removeIf(wanted.negate());
    return new Tally(some);
  }

  /** The stations that are to be reminded: of those who have not confirmed. */
  public List<AreaCode> open() {
    return unitToState.entrySet().stream()
        .filter(entry -> entry.getValue() != State.CONFIRMED)
        .map(entry -> entry.getKey().station())
        .distinct()
        .sorted(Comparator.comparing(AreaCode::text))
        .toList();
  }
}
