package org.lanshao.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.desk.filing.Revisions;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Definitions;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Loose;
import org.lanshao.desk.talk.Speech;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Input;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Step;
import org.lanshao.form.Form;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Numbers;
import org.lanshao.reading.Prefix;
import org.lanshao.reading.YesOrNo;
import org.lanshao.record.Revision;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Pictures and files that come while no form is in hand: kept, and asked where they belong. They go
 * to the record that was filed last, to a form that is opened next, or nowhere.
 */
final class Placing {
  /** How long they wait for an answer. */
  static final Duration PATIENCE = Duration.ofHours(24);

  /** So soon after a receipt a picture is most likely meant for its record. */
  private static final Duration JUST_FILED = Duration.ofMinutes(10);

  private static final Set<String> DROP =
      Set.of(
          "不要了", "不要", "不用了", "不用", "丢掉", "删掉", "删了", "删除", "取消", "唔要", "唔要了", "drop", "delete",
          "cancel");

  private static final List<String> INTO = List.of("放进", "加到", "加进", "放到", "add to", "into");

  private final Facts facts;
  private final Openings openings;
  private final Revisions revisions;
  private final Definitions definitions;
  private final Speech speech;
  private final Clock clock;

  Placing(
      Facts facts,
      Openings openings,
      Revisions revisions,
      Definitions definitions,
      Speech speech,
      Clock clock) {
    this.facts = facts;
    this.openings = openings;
    this.revisions = revisions;
    this.definitions = definitions;
    this.speech = speech;
    this.clock = clock;
  }

  /** Where what is loose can go, in the order of its numbers; giving it up is the last. */
  private sealed interface Place {
    record IntoRecord(Revision standing, Form form, List<Event> events) implements Place {}

    record IntoForm(Form form) implements Place {}

    record Nowhere() implements Place {}
  }

  /** Keeps something that came while no form is in hand, if anything could take it, and asks. */
  Decision keep(Input input, Heard heard) throws Unavailable {
    if (input instanceof Input.Spot) {
      return Decision.say(Reply.of(speech.words(heard).say(DeskWords.NO_LOCATION)));
    }
    var come = new Event.Loose(value(input), clock.instant());
    var loose = heard.talk().drafts().loose().with(come);
    var places = places(loose, heard);
    return places.size() == 1
        ? Decision.say(Reply.of(speech.words(heard).say(DeskWords.ONLY_WORDS)))
        : new Decision(List.of(come), question(places, loose, heard));
  }

  private static Value value(Input input) {
    return switch (input) {
      case Input.Photo(var media) -> new Value.Photos(List.of(media));
      case Input.Paper(var media) -> new Value.File(media);
      case Input.Spot spot -> throw new IllegalArgumentException("a point is not kept");
    };
  }

  /** What follows from words that say where it belongs; empty when they do not. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    if (isWaitedFor(heard)) {
      var places = places(heard.talk().drafts().loose(), heard);
      var meant = meant(heard.text(), places);
      if (meant.isPresent()) {
        return Optional.of(put(meant.get(), heard));
      }
    }
    return Optional.empty();
  }

  /** The question once more, to words that mean nothing; empty when nothing is loose. */
  Optional<Decision> ask(Heard heard) throws Unavailable {
    var loose = heard.talk().drafts().loose();
    return isWaitedFor(heard)
        ? Optional.of(Decision.say(question(places(loose, heard), loose, heard)))
        : Optional.empty();
  }

  private static boolean isWaitedFor(Heard heard) {
    return heard.talk().inHand().isEmpty() && !heard.talk().drafts().loose().isEmpty();
  }

  private List<Place> places(Loose loose, Heard heard) throws Unavailable {
    var places = new ArrayList<Place>();
    record(loose, heard).ifPresent(places::add);
    for (Form form : openings.takers(loose.inputs(), heard)) {
      places.add(new Place.IntoForm(form));
    }
    places.add(new Place.Nowhere());
    return places;
  }

  /** The record filed last, if it is of today, or of a moment ago, and can take all of it. */
  private Optional<Place.IntoRecord> record(Loose loose, Heard heard) throws Unavailable {
    var last = facts.lastFiled(heard.speaker().id());
    if (last.isEmpty() || !isFresh(last.get(), heard)) {
      return Optional.empty();
    }
    var form = definitions.form(last.get().record().definition());
    var opened = revisions.addition(last.get(), form, heard);
    return opened
        .flatMap(step -> with(loose, form, step, heard))
        .map(events -> new Place.IntoRecord(last.get(), form, events));
  }

  private boolean isFresh(Revision standing, Heard heard) {
    return standing.record().day().equals(heard.today()) || isJustFiled(standing);
  }

  private boolean isJustFiled(Revision standing) {
    return !standing.at().plus(JUST_FILED).isBefore(clock.instant());
  }

  /** These events with all that is loose answered; empty when the form does not take all of it. */
  private Optional<List<Event>> with(Loose loose, Form form, Step opened, Heard heard) {
    var events = new ArrayList<>(opened.events());
    for (Input input : loose.inputs()) {
      var before = Session.of(form, events);
      var step = Dialogue.receive(before, input, speech.context(heard));
      boolean taken = step.events().stream().anyMatch(Event.Answered.class::isInstance);
      if (!step.understood() || !taken) {
        return Optional.empty();
      }
      events.addAll(step.events());
    }
    return Optional.of(events);
  }

  private Reply question(List<Place> places, Loose loose, Heard heard) {
    var words = speech.words(heard);
    var lines = new ArrayList<String>();
    var choices = new ArrayList<Reply.Choice>();
    lines.add(head(places.getFirst(), loose, heard));
    for (int i = 0; i < places.size(); i++) {
      var label = label(places.get(i), heard);
      lines.add(i + 1 + " " + label);
      choices.add(new Reply.Choice(label, said(places.get(i), heard)));
    }
    lines.add(words.say(DeskWords.LOOSE_END));
    return Reply.of(String.join("\n", lines), choices);
  }

  private String head(Place first, Loose loose, Heard heard) {
    var count = Map.of("count", Integer.toString(loose.values().size()));
    return first instanceof Place.IntoRecord(var standing, var form, var events)
            && isJustFiled(standing)
        ? speech.words(heard).say(DeskWords.LOOSE_JUST_FILED, slots(standing, form, count))
        : speech.words(heard).say(DeskWords.LOOSE_WHERE, count);
  }

  private static Map<String, String> slots(
      Revision standing, Form form, Map<String, String> besides) {
    var slots = new HashMap<>(besides);
    slots.put("number", standing.record().number());
    slots.put("title", form.title());
    return slots;
  }

  private String label(Place place, Heard heard) {
    var words = speech.words(heard);
    return switch (place) {
      case Place.IntoRecord(var standing, var form, var events) ->
          words.say(DeskWords.LOOSE_RECORD, slots(standing, form, Map.of()));
      case Place.IntoForm(Form form) ->
          words.say(DeskWords.LOOSE_FORM, Map.of("title", form.title()));
      case Place.Nowhere() -> words.say(DeskWords.LOOSE_DROP);
    };
  }

  /** What a button says: it means the same when the numbers have changed since. */
  private String said(Place place, Heard heard) {
    return switch (place) {
      case Place.IntoRecord(var standing, var form, var events) ->
          INTO.getFirst() + " " + standing.record().number();
      case Place.IntoForm(Form form) -> form.start().getFirst();
      case Place.Nowhere() -> speech.words(heard).say(DeskWords.LOOSE_DROP);
    };
  }

  private Optional<Place> meant(String text, List<Place> places) {
    var said = Folding.tight(text);
    if (DROP.contains(said)) {
      return Optional.of(places.getLast());
    }
    int number = (int) Numbers.read(said).orElse(0);
    if (number >= 1 && number <= places.size()) {
      return Optional.of(places.get(number - 1));
    }
    return places.getFirst() instanceof Place.IntoRecord into && isMeant(into, text)
        ? Optional.of(into)
        : Optional.empty();
  }

  private static boolean isMeant(Place.IntoRecord into, String text) {
    var number = Folding.tight(into.standing().record().number());
    var bare = Prefix.after(INTO, text).orElse(text);
    return Folding.tight(bare).equals(number) || YesOrNo.read(text).filter(yes -> yes).isPresent();
  }

  private Decision put(Place place, Heard heard) throws Unavailable {
    var words = speech.words(heard);
    var loose = heard.talk().drafts().loose();
    var count = Map.of("count", Integer.toString(loose.values().size()));
    return switch (place) {
      case Place.IntoRecord(var standing, var form, var events) -> {
        var all = new ArrayList<>(events);
        all.addAll(List.of(new Event.Submitted(), new Event.Placed()));
        yield new Decision(all, Reply.NONE);
      }
      case Place.IntoForm(Form form) -> opened(openings.begin(form, heard), heard);
      case Place.Nowhere() ->
          new Decision(
              List.of(new Event.Dropped()), Reply.of(words.say(DeskWords.LOOSE_GIVEN_UP, count)));
    };
  }

  /** A form that was just opened, with what is loose in it, as far as it takes it. */
  Decision opened(Decision opening, Heard heard) throws Unavailable {
    var loose = heard.talk().drafts().loose();
    boolean opens = opening.events().stream().anyMatch(Event.Started.class::isInstance);
    if (!opens || loose.isEmpty()) {
      return opening;
    }
    var session = after(opening.events(), heard);
    var step = new Step(session.events(), Reply.NONE, true);
    var taken = with(loose, session.form(), step, heard);
    if (taken.isEmpty()) {
      return opening;
    }
    var events = new ArrayList<>(opening.events());
    events.addAll(taken.get().subList(session.events().size(), taken.get().size()));
    events.addAll(List.of(new Event.Closed(), new Event.Placed()));
    var then = after(events, heard);
    var slots = Map.of("count", Integer.toString(loose.values().size()), "title", session.title());
    var placed = speech.words(heard).say(DeskWords.LOOSE_PLACED, slots);
    Reply asked =
        then.open().equals(session.open())
            ? opening.reply()
            : Dialogue.prompt(then, speech.context(heard));
    return new Decision(events, asked.after(placed));
  }

  private Session after(List<Event> events, Heard heard) throws Unavailable {
    return heard.talk().drafts().after(events, definitions).inHand().orElseThrow().session();
  }

  /** What a conversation is told whose pictures and files nobody claimed, once it is time. */
  static Optional<Decision> expired(Loose loose, Instant now, Wording wording) {
    var count = Map.of("count", Integer.toString(loose.values().size()));
    return loose.isEmpty() || loose.at().plus(PATIENCE).isAfter(now)
        ? Optional.empty()
        : Optional.of(
            new Decision(
                List.of(new Event.Dropped()),
                Reply.of(wording.say(DeskWords.LOOSE_EXPIRED, count))));
  }
}
