package org.lanshao.alert;

import java.util.Optional;
import org.lanshao.directory.PersonId;

/** Who may see an alert and act on it, as things are at this moment. */
public record Access(Roster roster) {
  /** Whether somebody may act: they are of the plan's roles; for a sensitive one, of the few. */
  public boolean mayAct(PersonId person, Alert alert) {
    var core = alert.core();
    return core.begun().plan().allowed(core.known().sensitive()).stream()
        .anyMatch(
            slot ->
                roster
                    .people(slot, core.known().area())
                    .filter(people -> people.contains(person))
                    .isPresent());
  }

  /** Whether somebody may take over: who may act, and never the reporter. */
  public boolean mayTake(PersonId person, Alert alert) {
    return !alert.core().begun().reporter().is(person) && mayAct(person, alert);
  }

  /** Whether somebody may see it: who may act, its reporter, and who took over. */
  public boolean maySee(PersonId person, Alert alert) {
    return alert.core().begun().reporter().is(person)
        || takers(alert).filter(taken -> taken.takers().contains(person)).isPresent()
        || mayAct(person, alert);
  }

  private static Optional<Alert.Running> takers(Alert alert) {
    return alert instanceof Alert.Running running ? Optional.of(running) : Optional.empty();
  }
}
