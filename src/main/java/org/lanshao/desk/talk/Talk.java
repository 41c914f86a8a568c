package org.lanshao.desk.talk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.reading.Practice;
import org.lanshao.turn.EventJson;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Where a conversation stands: the fold of its turns.
 *
 * @param seq of its last turn; 0 before the first
 * @param draftFrom the seq since which the drafts' events run; 0 when there is none
 * @param greeted the last local day it was greeted
 * @param drafts in hand and put aside
 * @param alert the number of the last alert that was raised here; empty when none is known to be
 *     open
 */
public record Talk(
    long seq, long draftFrom, Optional<LocalDate> greeted, Drafts drafts, Optional<String> alert) {
  /** Before the first turn. */
  public static final Talk NEW = new Talk(0, 0, Optional.empty(), Drafts.NONE, Optional.empty());

  private static final long SNAPSHOT_EVERY = 50;

  /** The fold of stored turns, where alerts do not matter. */
  public static Talk of(Facts.Standing standing, Definitions forms) throws Unavailable {
    return of(standing, Optional.empty(), forms);
  }

  /** The fold of stored turns. */
  public static Talk of(Facts.Standing standing, Optional<String> alert, Definitions forms)
      throws Unavailable {
    Drafts drafts = Drafts.NONE;
    if (standing.snapshot().isPresent()) {
      drafts = drafts.after(EventJson.read(standing.snapshot().get()), forms);
    }
    for (String events : standing.events()) {
      drafts = drafts.after(EventJson.read(events), forms);
    }
    return new Talk(standing.seq(), standing.draftFrom(), standing.greeted(), drafts, alert);
  }

  /** A conversation whose drafts cannot be read: what must be said is said without them. */
  public static Talk withoutDrafts(Facts.Standing standing, Optional<String> alert) {
    return new Talk(standing.seq(), 0, standing.greeted(), Drafts.NONE, alert);
  }

  /** The same, its person talking about this alert from now on. */
  public Talk following(Optional<String> number) {
    return number.isEmpty() ? this : new Talk(seq, draftFrom, greeted, drafts, number);
  }

  /** The forms in hand, the one being asked last. */
  public List<Session> open() {
    var sessions = new ArrayList<Session>();
    drafts.open().forEach(draft -> sessions.add(draft.session()));
    return sessions;
  }

  /** The form that is being asked, or empty. */
  public Optional<Session> inHand() {
    return drafts.inHand().map(Draft::session);
  }

  /** After a turn that caused these events. */
  public Talk after(List<Event> events, Optional<LocalDate> greetedNow, Definitions forms)
      throws Unavailable {
    long next = seq + 1;
    Drafts then = drafts.after(events, forms);
    long from = then.isEmpty() ? 0 : draftFrom == 0 ? next : draftFrom;
    return new Talk(next, from, greetedNow.or(() -> greeted), then, alert);
  }

  /** The state as events, every so many turns of a draft, so that reading back stays short. */
  public Optional<String> snapshot() {
    return draftFrom == 0 || (seq - draftFrom + 1) % SNAPSHOT_EVERY != 0
        ? Optional.empty()
        : Optional.of(EventJson.write(drafts.events()));
  }

  /** Whether a turn with these words is practice: they say so, or go on with a form that is. */
  public boolean isPractice(String text) {
    return drafts
        .inHand()
        .map(Draft::isPractice)
        .orElseGet(() -> Practice.rest(text).isPresent() || Practice.isNamed(text));
  }
}
