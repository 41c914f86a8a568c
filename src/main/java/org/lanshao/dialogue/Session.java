package org.lanshao.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;

/**
 * A form in hand: the fold of its events, and nothing else. What is asked next follows from the
 * answers.
 *
 * @param form the form, exactly as it was when the draft began
 * @param answers all answers, also of questions that no longer matter, in the order given
 * @param skipped the questions left out
 * @param noted the notes that were shown
 * @param insisted the checks, from 0, on which the person insisted
 * @param detour what is open instead of the next question
 * @param misread how many times in a row the open question was answered with something unreadable
 * @param end whether it is over, and how
 * @param trail the events that still hold, in order, for 返回
 * @param basis the record that is revised; empty for a form that is filled
 */
public record Session(
    Form form,
    Answers answers,
    Set<QuestionId> skipped,
    Set<QuestionId> noted,
    Set<Integer> insisted,
    Detour detour,
    int misread,
    End end,
    List<Event> trail,
    Optional<Basis> basis) {
  /** Copies the collections. */
  public Session {
    skipped = Set.copyOf(skipped);
    noted = Set.copyOf(noted);
    insisted = Set.copyOf(insisted);
    trail = List.copyOf(trail);
  }

  /** Whether a form in hand is over. */
  public enum End {
    OPEN,
    KEPT,
    CANCELLED,
    SUBMITTED
  }

  /** A form just begun. */
  public static Session of(Form form) {
    return new Session(
        form,
        Answers.NONE,
        Set.of(),
        Set.of(),
        Set.of(),
        new Detour.None(),
        0,
        End.OPEN,
        List.of(),
        Optional.empty());
  }

  /** Whether nothing was said yet after the words that began the form. */
  boolean untouched() {
    return trail.isEmpty() && detour instanceof Detour.None && basis.isEmpty() && !ended();
  }

  /** A form in hand after these events, oldest first. */
  public static Session of(Form form, List<Event> events) {
    return of(form).after(events);
  }

  /** This session after these events, oldest first. */
  public Session after(List<Event> events) {
    var session = this;
    for (Event event : events) {
      session = session.after(event);
    }
    return session;
  }

  /** This session after one more event. */
  public Session after(Event event) {
    return Fold.after(this, event);
  }

  /** The fewest events that make this session from {@link #of(Form)}: what a snapshot stores. */
  public List<Event> events() {
    var events = new ArrayList<>(trail);
    switch (detour) {
      case Detour.None() -> {
        if (of(form, trail).detour() instanceof Detour.Collecting) {
          events.add(new Event.Closed());
        }
      }
      case Detour.Collecting collecting -> {}
      case Detour.Editing(var question) -> events.add(new Event.Opened(question));
      case Detour.Choosing(var question, var candidates) ->
          events.add(new Event.Offered(question, candidates));
    }
    form.questions().stream()
        .findFirst()
        .ifPresent(any -> events.addAll(Collections.nCopies(misread, new Event.Misread(any.id()))));
    switch (end) {
      case OPEN -> {}
      case KEPT -> events.add(new Event.Kept());
      case CANCELLED -> events.add(new Event.Cancelled());
      case SUBMITTED -> events.add(new Event.Submitted());
    }
    return events;
  }

  /** Whether it is not in hand: submitted, cancelled or put aside. */
  public boolean ended() {
    return end != End.OPEN;
  }

  /** What it is called: its form's title, after the number of the record that it revises. */
  public String title() {
    return basis.map(b -> b.number() + " " + form.title()).orElse(form.title());
  }

  /** Whether its answers are others than those of the record that it revises. */
  public boolean changed() {
    return basis.isPresent() && !Changed.of(this).isEmpty();
  }

  /** Whether it was submitted. */
  public boolean submitted() {
    return end == End.SUBMITTED;
  }

  /** The answers of the questions that matter, in the form's order: what a record keeps. */
  public Answers record() {
    return Path.of(this).answers();
  }

  /** What is filed: one record, or one for each of several reports that were sent together. */
  public List<Answers> records() {
    return each().stream().map(Session::record).toList();
  }

  /** The questions that are neither answered nor skipped; of several reports, in one of them. */
  List<Question> missing() {
    return each().stream().flatMap(one -> Path.of(one).missing(one).stream()).distinct().toList();
  }

  /** Whether several reports are filed together. */
  boolean isBatch() {
    return !gathered().isEmpty();
  }

  /**
   * Each of several reports as a form of its own: what is answered for all, then its answers; this
   * one where there are not several.
   */
  List<Session> each() {
    if (!isBatch()) {
      return List.of(this);
    }
    var insisted = trail.stream().filter(Event.Insisted.class::isInstance).toList();
    var shared =
        trail.stream()
            .filter(event -> !(event instanceof Event.Gathered || insisted.contains(event)))
            .toList();
    return gathered().stream()
        .map(answers -> of(form, shared).after(answered(answers)).after(insisted))
        .toList();
  }

  /** Answers as they are given, one after the other. */
  static List<Event> answered(Answers answers) {
    return answers.byQuestion().entrySet().stream()
        .<Event>map(answer -> new Event.Answered(answer.getKey(), answer.getValue()))
        .toList();
  }

  private List<Answers> gathered() {
    for (Event event : trail.reversed()) {
      if (event instanceof Event.Restarted) {
        return List.of();
      }
      if (event instanceof Event.Gathered(List<Answers> records)) {
        return records;
      }
    }
    return List.of();
  }

  /** The question that the next message answers, or empty in review, at a check, or at the end. */
  public Optional<QuestionId> open() {
    return switch (Stage.of(this)) {
      case Stage.Asking asking -> Optional.of(asking.question().id());
      case Stage.Choosing choosing -> Optional.of(choosing.question().id());
      case Stage.PickingItem picking -> Optional.of(picking.group().id());
      case Stage.PickingPart picking -> Optional.of(picking.group().id());
      case Stage.Collecting collecting -> Optional.of(collecting.question().id());
      case Stage.Doubting doubting -> Optional.empty();
      case Stage.Reasoning() -> Optional.empty();
      case Stage.Reviewing() -> Optional.empty();
      case Stage.Over() -> Optional.empty();
    };
  }

  /** The form's id and how far it is; never an answer. */
  @Override
  public String toString() {
    return "Session[" + form.id() + " " + answers.byQuestion().size() + " " + end + "]";
  }
}
