package org.lanshao.alert;

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

  /** Whether somebody may end it: who took over, and who may. */
  public boolean mayEnd(PersonId person, Alert alert) {
    return took(person, alert) || mayTake(person, alert);
  }

  /** Whether somebody may see it: who may act, its reporter, and who took over. */
  public boolean maySee(PersonId person, Alert alert) {
    return alert.core().begun().reporter().is(person)
        || took(person, alert)
        || mayAct(person, alert);
  }

  private static boolean took(PersonId person, Alert alert) {
    return alert instanceof Alert.Running running && running.takers().contains(person);
  }
}
