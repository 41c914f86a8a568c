package org.lanshao.desk.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.By;
import org.lanshao.alert.Echo;
import org.lanshao.alert.Life;
import org.lanshao.alert.Lookout;
import org.lanshao.alert.Notice;
import org.lanshao.alert.Roster;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;
import org.lanshao.turn.AlertStep;
import org.lanshao.turn.KeptAlert;

/** What one turn writes of one alert. For one thread. */
public final class AlertPage {
  private final KeptAlert before;
  private final List<AlertEvent> events = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private Alert alert;

  /** Of an alert that goes on. */
  AlertPage(KeptAlert before) {
    this.before = before;
    this.alert = before.alert();
  }

  /** Of one that begins in this turn. */
  AlertPage(AlertEvent.Began began) {
    this.alert = Life.begun(began);
    this.before = new KeptAlert(alert, List.of(), Optional.empty(), Map.of());
    events.add(began);
  }

  /** The same with only its first events of this turn. */
  AlertPage first(int count) {
    var page =
        before.events().isEmpty() && events.getFirst() instanceof AlertEvent.Began began
            ? new AlertPage(began)
            : new AlertPage(before);
    events.subList(page.events.size(), count).forEach(page::add);
    return page;
  }

  /** As it is by now. */
  public Alert alert() {
    return alert;
  }

  String number() {
    return alert.number();
  }

  /** How it was kept before this turn. */
  KeptAlert before() {
    return before;
  }

  /** What is to be said of it. */
  List<Notice> notices() {
    return notices;
  }

  /** What happens in this turn. */
  List<AlertEvent> events() {
    return events;
  }

  void add(AlertEvent event) {
    alert = Life.after(alert, event);
    events.add(event);
  }

  /** Does what is due at this moment. */
  void look(Roster roster, Set<PersonId> unreached, Set<GroupId> gone, By by) {
    var echo = new Echo(before.seen().keySet(), unreached, gone);
    var look = new Lookout(roster, echo, by).look(alert);
    alert = look.alert();
    events.addAll(look.events());
    notices.addAll(look.notices());
  }

  /** Whether another time than before is the next. */
  boolean isRetimed() {
    return before.timer().isEmpty() || !alert.due().equals(before.alert().due());
  }

  /** Whether its climb ends in this turn. */
  boolean isStopped() {
    return before.alert() instanceof Alert.Open && !(alert instanceof Alert.Open);
  }

  /** What is to be written; empty when nothing happened. */
  Optional<AlertStep> step(Optional<UUID> timer) {
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(new AlertStep(before.events().size(), events, alert, timer));
  }
}
