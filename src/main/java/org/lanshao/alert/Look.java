package org.lanshao.alert;

import java.util.List;

/** What follows from a look at an alert: what happened with it, and what is to be said. */
public record Look(Alert alert, List<AlertEvent> events, List<Notice> notices) {
  /** Copies the lists. */
  public Look {
    events = List.copyOf(events);
    notices = List.copyOf(notices);
  }
}
