package org.lanshao.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.form.Form;
import org.lanshao.turn.EventJson;
import org.lanshao.turn.Unavailable;

/**
 * Where a conversation stands: the fold of its turns.
 *
 * @param seq of its last turn; 0 before the first
 * @param draftFrom the seq since which the open drafts' events run; 0 when none is open
 * @param greeted the last local day it was greeted
 * @param open the forms in hand, the one being asked last; an urgent form opens over another
 */
record Talk(long seq, long draftFrom, Optional<LocalDate> greeted, List<Session> open) {
  /** Before the first turn. */
  static final Talk NEW = new Talk(0, 0, Optional.empty(), List.of());

  private static final long SNAPSHOT_EVERY = 50;

  Talk {
    open = List.copyOf(open);
  }

  /** The form that is being asked, or empty. */
  Optional<Session> inHand() {
    return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
  }

  /** After a turn that caused these events. */
  Talk after(List<Event> events, Optional<LocalDate> greetedNow, Definitions forms)
      throws Unavailable {
    long next = seq + 1;
    List<Session> sessions = fold(open, events, forms);
    long from = sessions.isEmpty() ? 0 : draftFrom == 0 ? next : draftFrom;
    return new Talk(next, from, greetedNow.or(() -> greeted), sessions);
  }

  /** The state as events, every so many turns of a draft, so that reading back stays short. */
  Optional<String> snapshot() {
    if (draftFrom == 0 || (seq - draftFrom + 1) % SNAPSHOT_EVERY != 0) {
      return Optional.empty();
    }
    var events = new ArrayList<Event>();
    for (Session session : open) {
      Form form = session.form();
      events.add(new Event.Started(form.id(), form.definition().hash()));
      events.addAll(session.events());
    }
    return Optional.of(EventJson.write(events));
  }

  /** Sessions after events: a start puts one on top, an end takes the top one away. */
  static List<Session> fold(List<Session> open, List<Event> events, Definitions forms)
      throws Unavailable {
    var sessions = new ArrayList<>(open);
    for (Event event : events) {
      switch (event) {
        case Event.Started started -> sessions.add(Session.of(forms.form(started.definition())));
        case Event.Cancelled ignored -> sessions.removeLast();
        case Event.Submitted ignored -> sessions.removeLast();
        default -> sessions.set(sessions.size() - 1, sessions.getLast().after(event));
      }
    }
    return sessions;
  }
}
