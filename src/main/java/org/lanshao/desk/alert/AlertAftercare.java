package org.lanshao.desk.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.alert.Alert;
import org.lanshao.alert.By;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.AlertNumbers;
import org.lanshao.desk.talk.Listening;
import org.lanshao.desk.talk.Speech;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.message.Reply;
import org.lanshao.record.Matter;
import org.lanshao.turn.Unavailable;

/**
 * What is left to do of an emergency once it is closed: a matter of its number, in the hands of who
 * took it over last and in the rhythm of the urgent form. Records that name it follow it: those of
 * visits, and that of a case which is opened for it.
 */
final class AlertAftercare {
  private final AlertRoom room;

  AlertAftercare(AlertRoom room) {
    this.room = room;
  }

  /** The new version of it: begun when an alert is closed, at rest when it is open again. */
  List<Matter> of(AlertPage page, By by) throws Unavailable {
    boolean was = page.before().alert() instanceof Alert.Closed;
    boolean is = page.alert() instanceof Alert.Closed;
    if (was == is || page.alert().core().begun().practice()) {
      return List.of();
    }
    var before = room.facts().matters().matter(page.number());
    if (page.alert() instanceof Alert.Closed closed) {
      return closed.end() == Alert.End.SETTLED ? begun(closed, before, by) : List.of();
    }
    return before.filter(Matter::isOpen).map(matter -> until(matter, Optional.empty(), by)).stream()
        .toList();
  }

  private List<Matter> begun(Alert.Closed closed, Optional<Matter> before, By by) {
    if (before.isPresent()) {
      return before.filter(Matter::isOpen).map(matter -> until(matter, due(), by)).stream()
          .toList();
    }
    var state = first();
    return state.isEmpty() ? List.of() : List.of(opened(closed, state.get(), by));
  }

  private Matter opened(Alert.Closed closed, MatterKind.State state, By by) {
    var number = closed.number();
    var area = closed.core().known().area();
    var owner = closed.takers().isEmpty() ? by.person().orElseThrow() : closed.takers().getLast();
    var name = room.directory().area(area).map(room.directory()::fullName).orElse("");
    var what = new Matter.What(new Value.Place(area.text(), name), "", room.text().about(closed));
    return new Matter(
        number,
        number,
        owner,
        area,
        room.today(),
        what,
        List.of(new Matter.Step(number, state.id(), false, 0)),
        1,
        made(owner, by),
        Matter.Care.of(owner).until(due(), false));
  }

  private Matter until(Matter matter, Optional<LocalDate> day, By by) {
    var next = matter.with(matter.care().until(day, false));
    return next.next(made(matter.care().owner(), by));
  }

  private Matter.Made made(PersonId owner, By by) {
    return new Matter.Made("", by.person().orElse(owner), by.at(), room.today());
  }

  private Optional<MatterKind.State> first() {
    return Listening.kind(room.forms(), AlertNumbers.REAL).stream()
        .flatMap(kind -> kind.states().stream())
        .filter(state -> !state.done())
        .findFirst();
  }

  private Optional<LocalDate> due() {
    return first().flatMap(state -> state.after(0)).map(days -> room.today().plusDays(days));
  }

  /** What who closes one is told behind the reply: by when to visit, and that a case may follow. */
  Reply offered(Reply reply, AlertPage page, Person speaker) {
    boolean over = page.alert() instanceof Alert.Closed;
    if (!over || page.alert().core().begun().practice()) {
      return reply;
    }
    var words = room.words(speaker.id());
    var lines = new ArrayList<String>();
    var choices = new ArrayList<Reply.Choice>();
    for (Form form : followers(speaker)) {
      var say = form.start().getFirst() + " " + page.number();
      boolean opens = form.matters().kind().isPresent();
      var day = due().map(one -> RangeText.day(one, words)).orElse("");
      lines.add(
          opens
              ? words.say(AlertWords.OFFER_CASE, Map.of("words", say))
              : words.say(AlertWords.OFFER_VISIT, Map.of("words", say, "day", day)));
      if (opens) {
        choices.add(new Reply.Choice(words.say(AlertWords.SAY_CASE), say));
      }
    }
    return lines.isEmpty()
        ? reply
        : Speech.join(reply, Reply.of(String.join("\n", lines), choices));
  }

  /** The forms of somebody that name an emergency; a case opens a matter of its own by that. */
  private List<Form> followers(Person speaker) {
    return room.forms(speaker).stream()
        .filter(form -> form.who().contains(speaker.role().word()))
        .filter(
            form ->
                form.questions().stream()
                    .anyMatch(q -> q.type().equals(new Type.Matter(AlertNumbers.REAL))))
        .toList();
  }

  /** How it stands and what followed, for 明细; empty before the alert was closed. */
  Optional<String> told(Alert alert, Person reader) throws Unavailable {
    var story = room.facts().matters().story(alert.number());
    if (story.isEmpty()) {
      return Optional.empty();
    }
    var detail = room.matterDetail(reader);
    return Optional.of(detail.text(story, room.forms(reader), reader));
  }
}
