package org.lanshao.desk.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.turn.Unavailable;

/**
 * The drafts of a conversation: the fold of its events.
 *
 * @param open in hand, the one being asked last; an urgent form opens over another
 * @param kept put aside, the one put aside last as the last; 继续 numbers them from 1
 * @param loose pictures and files that wait for a form or record
 */
public record Drafts(List<Draft> open, List<Draft> kept, Loose loose) {
  /** Nothing in hand and nothing put aside. */
  public static final Drafts NONE = new Drafts(List.of(), List.of(), Loose.NONE);

  /** Copies the lists. */
  public Drafts {
    open = List.copyOf(open);
    kept = List.copyOf(kept);
  }

  boolean isEmpty() {
    return open.isEmpty() && kept.isEmpty() && loose.isEmpty();
  }

  /** The draft that is being asked, or empty. */
  public Optional<Draft> inHand() {
    return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
  }

  /** The fewest events that make them. */
  public List<Event> events() {
    var events = new ArrayList<Event>();
    kept.forEach(draft -> events.addAll(draft.events()));
    open.forEach(draft -> events.addAll(draft.events()));
    events.addAll(loose.events());
    return events;
  }

  /** The same after events, in their order. */
  public Drafts after(List<Event> events, Definitions forms) throws Unavailable {
    var drafts = this;
    for (Event event : events) {
      drafts = drafts.after(event, forms);
    }
    return drafts;
  }

  /** A start puts a draft on top, an end takes the top one away, 保存 lays it aside. */
  private Drafts after(Event event, Definitions forms) throws Unavailable {
    return switch (event) {
      case Event.Started started ->
          in(with(open, Draft.of(Session.of(forms.form(started.definition())))));
      case Event.Cancelled ignored -> in(below());
      case Event.Submitted ignored -> in(below());
      case Event.Kept() -> new Drafts(below(), with(kept, open.getLast().after(event)), loose);
      case Event.Resumed(int number) -> resumed(number, event);
      case Event.Timed timed -> in(with(below(), open.getLast().timed(timed)));
      case Event.Numbered(String number) -> in(with(below(), open.getLast().numbered(number)));
      case Event.Loose come -> new Drafts(open, kept, loose.with(come));
      case Event.Placed() -> new Drafts(open, kept, Loose.NONE);
      case Event.Dropped() -> new Drafts(open, kept, Loose.NONE);
      default -> in(with(below(), open.getLast().after(event)));
    };
  }

  /** The same but for what is in hand. */
  private Drafts in(List<Draft> hand) {
    return new Drafts(hand, kept, loose);
  }

  private Drafts resumed(int number, Event event) {
    var rest = new ArrayList<>(kept);
    var draft = rest.remove(number);
    return new Drafts(with(open, draft.after(event)), rest, loose);
  }

  private List<Draft> below() {
    return open.subList(0, open.size() - 1);
  }

  private static List<Draft> with(List<Draft> drafts, Draft last) {
    var next = new ArrayList<>(drafts);
    next.add(last);
    return next;
  }
}
