package org.lanshao.desk.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.desk.matter.CareWords;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Drafts;
import org.lanshao.dialogue.Event;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Shift;
import org.lanshao.form.Wording;
import org.lanshao.people.OpenWork;
import org.lanshao.people.PeopleWords;
import org.lanshao.record.Matter;
import org.lanshao.turn.Timers.Due;
import org.lanshao.turn.Unavailable;

/**
 * Looks whose work somebody takes over, and whose duty is over: in a turn of the conversation of
 * whoever hears of it.
 */
public final class Handing {
  private final WorkInHand work;
  private final Directory directory;

  /** By what people have in hand and the directory. */
  public Handing(WorkInHand work, Directory directory) {
    this.work = work;
    this.directory = directory;
  }

  /** What is said, and the drafts and matters that are laid in the hands of the new owner. */
  public record Handed(List<Event> events, List<String> said, List<Matter> matters) {}

  /** What follows from the timers of handovers and of shifts. */
  public Handed look(List<Due> handovers, List<Due> shifts, Person person, Wording wording)
      throws Unavailable {
    var reader = new OpenWork.Reader(person, wording);
    var events = new ArrayList<Event>();
    var said = new ArrayList<String>();
    var matters = new ArrayList<Matter>();
    for (PersonId left : directory.givers(person.id())) {
      var due = handovers.stream().filter(d -> d.id().equals(Deeds.handover(left, person.id())));
      var before = directory.person(left);
      if (due.findAny().isPresent() && before.isPresent()) {
        if (before.get().left()) {
          take(before.get(), reader, events, said);
        } else {
          moved(before.get(), reader, said);
        }
        matters.addAll(work.handed(left, person.id()));
      }
    }
    for (Due due : shifts) {
      over(due, person)
          .map(
              shift ->
                  Map.of("area", directory.area(shift.area()).map(directory::fullName).orElse("")))
          .ifPresent(slots -> said.add(wording.say(PeopleWords.DUTY_OVER, slots)));
    }
    return new Handed(events, said, matters);
  }

  /** The shift that a timer watched, if it went on to its end. */
  private Optional<Shift> over(Due due, Person person) {
    return directory.duty().shifts(person.id()).stream()
        .filter(shift -> shift.from().equals(due.since()) && !shift.ended())
        .findFirst();
  }

  /** Somebody who moved keeps their drafts and records. */
  private void moved(Person person, OpenWork.Reader reader, List<String> said) throws Unavailable {
    var lines = work.inHand(person, reader);
    if (!lines.isEmpty()) {
      var slots = Map.of("name", person.name(), "lines", String.join("\n", lines));
      said.add(reader.words().say(CareWords.HEIR_TOLD, slots));
    }
  }

  private void take(Person left, OpenWork.Reader reader, List<Event> events, List<String> said)
      throws Unavailable {
    var wording = reader.words();
    var records = work.records(left, reader);
    int count = 0;
    for (Drafts drafts : work.drafts(left)) {
      for (Draft draft : WorkInHand.all(drafts).toList()) {
        events.addAll(aside(draft));
        count++;
      }
    }
    boolean nothing = records.isEmpty() && count == 0;
    if (nothing || !records.isEmpty()) {
      said.add(
          wording.say(
              nothing ? PeopleWords.HEIR_TOLD_NOTHING : PeopleWords.HEIR_TOLD,
              Map.of("name", left.name(), "lines", String.join("\n", records))));
    }
    if (count > 0) {
      var number = Integer.toString(count);
      said.add(
          (records.isEmpty() ? left.name() + "：" : "")
              + wording.say(PeopleWords.HEIR_DRAFTS, Map.of("count", number)));
    }
  }

  /** The events that lay a draft aside as it is, watched by no timer of its old owner. */
  private static List<Event> aside(Draft draft) {
    var events = new ArrayList<Event>();
    for (Event event : draft.events()) {
      if (!(event instanceof Event.Timed || event instanceof Event.Kept)) {
        events.add(event);
      }
    }
    events.add(new Event.Kept());
    return events;
  }
}
