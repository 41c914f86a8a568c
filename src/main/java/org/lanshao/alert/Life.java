package org.lanshao.alert;

import java.util.List;
import java.util.Set;

/** The fold of an alert's events. */
public final class Life {
  private Life() {}

  /** An alert that began so. */
  public static Alert begun(AlertEvent.Began began) {
    var at = began.by().at();
    var core =
        new Core(
            began.begun(), began.certainty(), began.known(), Clocks.NONE, Set.of(), Set.of(), 0);
    var asked = new Alert.Asked(core.with(Due.ASK, at.plus(core.times().ask())));
    return began.asked() ? asked : asked.raised(began.certainty(), at);
  }

  /**
   * The alert of these events, oldest first.
   *
   * @throws IllegalStateException when the first did not begin it or a state does not allow the
   *     next
   */
  public static Alert of(List<AlertEvent> events) {
    if (events.isEmpty() || !(events.getFirst() instanceof AlertEvent.Began began)) {
      throw new IllegalStateException("an alert that never began");
    }
    return after(begun(began), events.subList(1, events.size()));
  }

  /** This alert after these events, oldest first. */
  public static Alert after(Alert alert, List<AlertEvent> events) {
    var next = alert;
    for (AlertEvent event : events) {
      next = after(next, event);
    }
    return next;
  }

  /**
   * This alert after one more event.
   *
   * @throws IllegalStateException when its state does not allow it
   */
  public static Alert after(Alert alert, AlertEvent event) {
    return switch (alert) {
      case Alert.Asked asked -> after(asked, event);
      case Alert.Open open -> after(open, event);
      case Alert.Taken taken -> after(taken, event);
      case Alert.Resolved resolved -> after(resolved, event);
      case Alert.Closed closed -> after(closed, event);
    };
  }

  private static Alert after(Alert.Asked asked, AlertEvent event) {
    return switch (event) {
      case AlertEvent.Confirmed it -> asked.raised(it.certainty(), it.by().at());
      case AlertEvent.Dismissed it -> asked.dismissed();
      case AlertEvent.Learned it -> asked.learned(it.known(), it.by().at());
      case AlertEvent.Attached it -> asked;
      default -> throw refused(asked, event);
    };
  }

  private static Alert after(Alert.Open open, AlertEvent event) {
    return switch (event) {
      case AlertEvent.Climbed it -> open.climbed(it);
      case AlertEvent.Checked it -> open.checked(it.hole(), it.by().at());
      case AlertEvent.TakenOver it -> open.taken(it.by().person().orElseThrow(), it.by().at());
      case AlertEvent.Reported it -> open.reported();
      case AlertEvent.Reminded it -> open.reminded(it.due());
      default -> running(open, event);
    };
  }

  private static Alert after(Alert.Taken taken, AlertEvent event) {
    return switch (event) {
      case AlertEvent.TakenOver it -> taken.taken(it.by().person().orElseThrow());
      case AlertEvent.Reported it -> taken.reported(it.by().at());
      case AlertEvent.FinallyReported it -> taken.finallyReported(it.by().at());
      case AlertEvent.Settled it -> taken.settled(it.by().at());
      case AlertEvent.Reminded it when it.due() == Due.FOLLOW_UP -> taken.late(it.by().at());
      case AlertEvent.Reminded it -> taken.reminded(it.due());
      default -> running(taken, event);
    };
  }

  private static Alert after(Alert.Resolved resolved, AlertEvent event) {
    return switch (event) {
      case AlertEvent.FinallyReported it when resolved.lack() == Alert.Lack.FINAL_REPORT ->
          resolved.closed();
      case AlertEvent.Settled it when resolved.lack() == Alert.Lack.REASON -> resolved.closed();
      case AlertEvent.Reported it -> resolved.reported();
      case AlertEvent.Reminded it -> resolved.late(it.by().at());
      case AlertEvent.Reopened it -> resolved.reopened(it.by().at());
      default -> running(resolved, event);
    };
  }

  private static Alert after(Alert.Closed closed, AlertEvent event) {
    if (event instanceof AlertEvent.Reopened it) {
      return closed.reopened(it.by().at());
    }
    throw refused(closed, event);
  }

  /** What every state between the first and the last allows. */
  private static Alert running(Alert.Running running, AlertEvent event) {
    return switch (event) {
      case AlertEvent.Learned it -> running.learned(it.known(), it.by().at());
      case AlertEvent.Attached it -> running;
      case AlertEvent.Withdrawn it -> running.withdrawn();
      default -> throw refused(running, event);
    };
  }

  private static IllegalStateException refused(Alert alert, AlertEvent event) {
    return new IllegalStateException(
        alert.getClass().getSimpleName() + " does not allow " + event.getClass().getSimpleName());
  }
}
