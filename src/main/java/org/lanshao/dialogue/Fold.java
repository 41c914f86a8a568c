package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lanshao.dialogue.Session.End;
import org.lanshao.form.Answers;
import org.lanshao.form.Media;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** One event applied to a session. */
final class Fold {
  private Fold() {}

  static Session after(Session s, Event event) {
    return switch (event) {
      case Event.Started started -> Session.of(s.form());
      case Event.Reopened(Basis basis) -> Reopening.of(s, basis, with(s.trail(), event));
      case Event.Reasoned(String why) -> reasoned(s, event, why);
      case Event.Answered(QuestionId question, Value value) ->
          collecting(
              decided(s, event, question, s.answers().with(question, value), false),
              question,
              value);
      case Event.Copied(QuestionId question, Value value) ->
          decided(s, event, question, s.answers().with(question, value), false);
      case Event.Skipped(QuestionId question) ->
          decided(s, event, question, s.answers().without(question), true);
      case Event.Cleared(QuestionId question) ->
          decided(s, event, question, s.answers().without(question), false);
      case Event.Misread misread -> turned(s, s.detour(), s.misread() + 1, s.end());
      case Event.Opened(QuestionId question) -> turned(s, new Detour.Editing(question), 0, s.end());
      case Event.Offered(QuestionId question, List<Value> candidates) ->
          turned(s, new Detour.Choosing(question, candidates), 0, s.end());
      case Event.Closed() -> turned(s, new Detour.None(), 0, s.end());
      case Event.Noted(QuestionId question) -> noted(s, event, question);
      case Event.Insisted(int check) -> insisted(s, event, check);
      case Event.Gathered gathered -> withTrail(s, with(s.trail(), event));
      case Event.Together together -> withTrail(s, with(s.trail(), event));
      case Event.Undone() -> undone(s);
      case Event.Restarted() -> restarted(s, event);
      case Event.Cancelled() -> turned(s, s.detour(), s.misread(), End.CANCELLED);
      case Event.Kept() -> turned(s, s.detour(), s.misread(), End.KEPT);
      case Event.Resumed resumed -> turned(s, s.detour(), s.misread(), End.OPEN);
      case Event.Timed timed -> s;
      case Event.Loose loose -> s;
      case Event.Placed placed -> s;
      case Event.Dropped dropped -> s;
      case Event.Numbered numbered -> s;
      case Event.Submitted() -> turned(s, s.detour(), s.misread(), End.SUBMITTED);
    };
  }

  private static Session decided(
      Session s, Event event, QuestionId question, Answers answers, boolean skip) {
    return Changing.of(
        s,
        next -> {
          next.answers = answers;
          next.skipped = skip ? with(s.skipped(), question) : without(s.skipped(), question);
          next.insisted = stillInsisted(s, question);
          next.ask();
          next.trail = with(s.trail(), event);
        });
  }

  /** After a photo the next one may follow, as long as there may be more. */
  private static Session collecting(Session s, QuestionId question, Value value) {
    var type = Items.question(s.form(), question).map(Question::type);
    return value instanceof Value.Photos(List<Media> photos)
            && type.isPresent()
            && type.get() instanceof Type.Photos(int max)
            && photos.size() < max
        ? turned(s, new Detour.Collecting(question), 0, s.end())
        : s;
  }

  /** A check must be asked again once one of the answers it looks at changes. */
  private static Set<Integer> stillInsisted(Session s, QuestionId changed) {
    if (s.insisted().isEmpty()) {
      return s.insisted();
    }
    var kept = new HashSet<>(s.insisted());
    kept.removeIf(
        check ->
            check >= s.form().checks().size()
                || Mentions.of(s.form().checks().get(check).that(), s.form())
                    .contains(changed.root()));
    return kept;
  }

  private static Session turned(Session s, Detour detour, int misread, End end) {
    return Changing.of(
        s,
        next -> {
          next.detour = detour;
          next.misread = misread;
          next.end = end;
        });
  }

  private static Session noted(Session s, Event event, QuestionId note) {
    return Changing.of(
        s,
        next -> {
          next.noted = with(s.noted(), note);
          next.trail = with(s.trail(), event);
        });
  }

  private static Session insisted(Session s, Event event, int check) {
    return Changing.of(
        s,
        next -> {
          next.insisted = with(s.insisted(), check);
          next.ask();
          next.trail = with(s.trail(), event);
        });
  }

  /** A record that is revised is as it was. */
  private static Session restarted(Session s, Event event) {
    var trail = with(s.trail(), event);
    var empty = Session.of(s.form());
    return s.basis()
        .map(basis -> Reopening.of(empty, basis.because(""), trail))
        .orElseGet(() -> withTrail(empty, trail));
  }

  private static Session withTrail(Session s, List<Event> trail) {
    return Changing.of(s, next -> next.trail = trail);
  }

  private static Session reasoned(Session s, Event event, String why) {
    return Changing.of(
        s,
        next -> {
          next.basis = s.basis().map(basis -> basis.because(why));
          next.ask();
          next.trail = with(s.trail(), event);
        });
  }

  /** What led up to the last answer, skip or restart, folded again. */
  private static Session undone(Session s) {
    int last = lastUndoable(s.trail());
    var before = Session.of(s.form()).after(s.trail().subList(0, Math.max(last, 0)));
    return turned(before, before.detour(), 0, s.end());
  }

  /** Where in the trail the last thing stands that 返回 takes back; -1 if there is none. */
  static int lastUndoable(List<Event> trail) {
    for (int i = trail.size() - 1; i >= 0; i--) {
      var event = trail.get(i);
      if (event instanceof Event.Together(int count)) {
        return Math.max(0, i - count);
      }
      if (event instanceof Event.Answered
          || event instanceof Event.Copied
          || event instanceof Event.Skipped
          || event instanceof Event.Reasoned
          || event instanceof Event.Restarted) {
        return i;
      }
    }
    return -1;
  }

  private static <T> Set<T> with(Set<T> set, T one) {
    var next = new HashSet<>(set);
    next.add(one);
    return next;
  }

  private static <T> Set<T> without(Set<T> set, T one) {
    if (!set.contains(one)) {
      return set;
    }
    var next = new HashSet<>(set);
    next.remove(one);
    return next;
  }

  private static List<Event> with(List<Event> trail, Event event) {
    var next = new ArrayList<>(trail);
    next.add(event);
    return next;
  }
}
