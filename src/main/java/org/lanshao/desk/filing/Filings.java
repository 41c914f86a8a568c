package org.lanshao.desk.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.count.Entries;
import org.lanshao.desk.day.DayReports;
import org.lanshao.desk.day.DayWords;
import org.lanshao.desk.matter.MatterFilings;
import org.lanshao.desk.matter.MatterRoom;
import org.lanshao.desk.register.Enrolling;
import org.lanshao.desk.register.FileOffers;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Listening;
import org.lanshao.desk.talk.PracticeWords;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Basis;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Person;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Practice;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** Makes the record of a form that was submitted, what it counts, and its receipt. */
public final class Filings {
  private final Facts facts;
  private final Shelf shelf;
  private final RevisionRefusals refusals;
  private final Speech speech;
  private final Listening listening;
  private final Pending pending;
  private final Surroundings surroundings;
  private final Enrolling enrolling;
  private final DayReports days;
  private final RevisedFilings revised;

  /** By the forms of this shelf, what is known of matters and what may be revised. */
  public Filings(
      Facts facts,
      Shelf shelf,
      Pending pending,
      RevisionRefusals refusals,
      Listening listening,
      Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.refusals = refusals;
    this.speech = new Speech(surroundings);
    this.listening = listening;
    this.pending = pending;
    this.surroundings = surroundings;
    this.enrolling = new Enrolling(shelf, surroundings);
    this.days = new DayReports(facts, shelf, surroundings);
    this.revised =
        new RevisedFilings(facts, refusals, listening, this::matters, days, surroundings);
  }

  /**
   * What a turn files and what is said.
   *
   * @param events of the turn: where a revision came too late, others than were decided
   * @param filings none when no form was submitted
   * @param notices what others are told
   */
  public record Filed(
      List<Event> events, List<Filing> filings, List<NewOutgoing> notices, Reply reply) {
    /** Nothing is filed. */
    public static Filed nothing(List<Event> events, Reply reply) {
      return new Filed(events, List.of(), List.of(), reply);
    }
  }

  /**
   * What the forms that a decision hands in make: records, matters, receipts and what others are
   * told.
   */
  public Filed of(Coming coming, Decision decision) throws Unavailable {
    int submitted = decision.events().indexOf(new Event.Submitted());
    if (submitted < 0) {
      return Filed.nothing(decision.events(), decision.reply());
    }
    var before = decision.events().subList(0, submitted);
    var drafts = coming.talk().drafts().after(before, shelf);
    Draft draft = drafts.inHand().orElseThrow();
    Session session = draft.session();
    if (session.basis().isPresent()) {
      return revised.of(session, session.basis().get(), before, coming, decision);
    }
    var told = told(draft, coming);
    if (told.isPresent()) {
      return replaced(told.get(), session, before, coming, decision);
    }
    var matters = matters(coming);
    var filings = new ArrayList<Filing>();
    var refused = new ArrayList<MatterFilings.Refused>();
    for (Answers answers : session.records()) {
      var given = filings.isEmpty() ? draft.number() : Optional.<String>empty();
      var number = given.isPresent() ? given.get() : number(draft);
      var record = submission(number, session.form(), answers, coming);
      var filing = new Filing(record, Entries.of(session.form(), record));
      var problem = matters.take(session.form(), filing.revision());
      problem.ifPresent(refused::add);
      if (problem.isEmpty()) {
        filings.add(
            new Filing(
                filing.revision(),
                filing.entries(),
                matters.of(record),
                DayReports.tells(session.form(), record)));
      }
    }
    return filings.isEmpty()
        ? refused(
            refused.getFirst(),
            session,
            before,
            listening.heard("", coming, coming.speaker().orElseThrow()))
        : filed(session.form(), filings, matters, refused, decision, coming);
  }

  private Filed filed(
      Form form,
      List<Filing> filings,
      MatterFilings matters,
      List<MatterFilings.Refused> refused,
      Decision decision,
      Coming coming) {
    var said = new ArrayList<>(refused.stream().map(MatterFilings.Refused::why).toList());
    said.add(receipt(form, filings, matters, coming));
    var offers = new FileOffers(enrolling, surroundings);
    var choices =
        filings.stream()
            .flatMap(one -> offers.choices(one.submission(), words(coming)).stream())
            .toList();
    Reply receipt = Reply.of(String.join("\n", said), choices);
    return new Filed(decision.events(), filings, List.of(), Speech.join(receipt, decision.reply()));
  }

  /** What this takes the place of; practice takes nobody's. */
  private Optional<Revision> told(Draft draft, Coming coming) throws Unavailable {
    var session = draft.session();
    return draft.isPractice()
        ? Optional.empty()
        : days.told(session.form(), session.record(), coming.speaker().orElseThrow());
  }

  /** What was told of a station's day takes the place of what was told before. */
  private Filed replaced(
      Revision told, Session session, List<Event> before, Coming coming, Decision decision)
      throws Unavailable {
    var speaker = coming.speaker().orElseThrow();
    var heard = listening.heard("", coming, speaker);
    var refusal = refusals.of(Basis.Purpose.CORRECT, told, heard);
    if (refusal.isPresent()) {
      var events = new ArrayList<>(before);
      events.add(new Event.Cancelled());
      return Filed.nothing(events, Speech.join(refusal.get().reply(), decision.reply()));
    }
    var wording = words(coming);
    var making =
        new Revision.Making(
            speaker.id(), surroundings.clock().instant(), wording.say(DayWords.WHY));
    var next = told.corrected(told.record().area(), session.record(), making);
    var filing = new Filing(next, Entries.of(session.form(), next.record())).daily(true);
    var slots = Map.of("number", told.record().number(), "title", session.form().title());
    var said =
        receipt(session.form(), List.of(filing), matters(coming), coming)
            + "\n"
            + wording.say(DayWords.REPLACED, slots);
    return new Filed(
        decision.events(),
        List.of(filing),
        List.of(),
        Speech.join(Reply.of(said), decision.reply()));
  }

  /** The matter is asked for again; several reports that are all refused are given up. */
  private Filed refused(
      MatterFilings.Refused refused, Session session, List<Event> before, Heard heard) {
    boolean several = session.records().size() > 1;
    var events = new ArrayList<>(before);
    events.add(several ? new Event.Cancelled() : new Event.Cleared(refused.question()));
    var asked =
        Dialogue.prompt(
            session.after(events.subList(before.size(), events.size())), speech.context(heard));
    return Filed.nothing(events, Speech.join(Reply.of(refused.why()), asked));
  }

  private MatterFilings matters(Coming coming) {
    var language = coming.speaker().map(Person::language).orElse("");
    return new MatterFilings(
        new MatterRoom(
            facts,
            shelf.current(language),
            surroundings.directory(),
            surroundings.wording().in(language),
            coming.today()));
  }

  private Wording words(Coming coming) {
    return surroundings.wording().in(coming.speaker().orElseThrow().language());
  }

  private String number(Draft draft) throws Unavailable {
    var letter = draft.session().form().number();
    var begin = draft.isPractice() ? Practice.of(letter) : letter;
    return begin + facts.nextNumber(begin);
  }

  private Submission submission(String number, Form form, Answers answers, Coming coming) {
    Person speaker = coming.speaker().orElseThrow();
    var day = DayReports.day(form, answers).orElse(coming.today());
    return new Submission(
        surroundings.ids().get(),
        number,
        form.id(),
        form.definition().hash(),
        speaker.id(),
        area(form, answers).orElseGet(() -> own(form, speaker)),
        surroundings.clock().instant(),
        day,
        new Frozen(surroundings.register()).of(form, answers, day));
  }

  private AreaCode own(Form form, Person speaker) {
    return form.day().isPresent()
        ? DayReports.station(speaker, surroundings.directory())
        : speaker.area();
  }

  /** The first answered place, or village of a household, in the order of the form. */
  public static Optional<AreaCode> area(Form form, Answers answers) {
    return form.questions().stream()
        .flatMap(question -> answers.get(question.id()).stream())
        .flatMap(Filings::place)
        .map(place -> new AreaCode(place.code()))
        .findFirst();
  }

  private static Stream<Value.Place> place(Value value) {
    return switch (value) {
      case Value.Place place -> Stream.of(place);
      case Value.Household household -> household.village().stream();
      case Value.Location location -> location.place().stream();
      case Value.Matter matter -> Stream.of(matter.place());
      default -> Stream.of(); // nothing else belongs to a place
    };
  }

  /** What each was filed as, and once how to correct it. */
  private String receipt(Form form, List<Filing> filings, MatterFilings matters, Coming coming) {
    var wording = words(coming);
    var offers = new FileOffers(enrolling, surroundings);
    var speaker = coming.speaker().orElseThrow();
    var receipts = new Receipts(wording);
    var lines = new ArrayList<String>();
    for (Filing filing : filings) {
      var record = filing.submission();
      Map<String, String> slots = new HashMap<>(Shown.receipt(form, record.answers(), wording));
      slots.put("no", record.number());
      lines.add(form.receipt().fill(slots));
      lines.addAll(matters.lines(record));
      receipts.counted(form, filing.entries()).ifPresent(lines::add);
      receipts.media(record).ifPresent(lines::add);
      pending.receipt(form, record, wording).ifPresent(lines::add);
      lines.addAll(offers.lines(form, record, speaker, wording));
    }
    enrolling.line(filings, wording).ifPresent(lines::add);
    lines.add(receipts.howToCorrect(form, filings.getLast().submission()));
    if (filings.getLast().submission().isPractice()) {
      lines.add(wording.say(PracticeWords.FILED));
    }
    return String.join("\n", lines);
  }
}
