package org.lanshao.desk.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.count.Entries;
import org.lanshao.count.Entry;
import org.lanshao.desk.day.DayReports;
import org.lanshao.desk.matter.MatterFilings;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Listening;
import org.lanshao.desk.talk.PracticeWords;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Basis;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Revised;
import org.lanshao.dialogue.Session;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/**
 * Makes the next revision of a record, what it counts now, its receipt, and what others are told.
 */
final class RevisedFilings {
  private final Facts facts;
  private final RevisionRefusals refusals;
  private final Speech speech;
  private final Listening listening;
  private final Function<Coming, MatterFilings> matters;
  private final Surroundings surroundings;
  private final DayReports days;
  private final Replies replies;

  RevisedFilings(
      Facts facts,
      RevisionRefusals refusals,
      Listening listening,
      Function<Coming, MatterFilings> matters,
      DayReports days,
      Surroundings surroundings) {
    this.listening = listening;
    this.days = days;
    this.matters = matters;
    this.facts = facts;
    this.refusals = refusals;
    this.speech = new Speech(surroundings);
    this.surroundings = surroundings;
    this.replies = new Replies(surroundings);
  }

  /**
   * The revision of a session that was handed in. Where it may not be made any more, or somebody
   * else was faster, nothing is filed: the session ends, or begins again on how the record stands.
   */
  Filings.Filed of(
      Session session, Basis basis, List<Event> before, Coming coming, Decision decision)
      throws Unavailable {
    var standing = facts.record(basis.number()).orElseThrow();
    var heard = listening.heard("", coming, coming.speaker().orElseThrow());
    var refusal = refusals.of(basis.purpose(), standing, heard);
    if (refusal.isPresent()) {
      return ended(before, List.of(), Speech.join(refusal.get().reply(), decision.reply()));
    }
    return standing.number() == basis.revision()
        ? filed(session, basis, standing, before, coming, decision)
        : again(session, standing, before, heard);
  }

  private static Filings.Filed ended(List<Event> before, List<Event> after, Reply reply) {
    var events = new ArrayList<>(before);
    events.add(new Event.Cancelled());
    events.addAll(after);
    return Filings.Filed.nothing(events, reply);
  }

  private Filings.Filed again(Session session, Revision standing, List<Event> before, Heard heard) {
    var basis = session.basis().orElseThrow();
    var fresher =
        new Basis(
            basis.number(),
            standing.number(),
            basis.purpose(),
            basis.explain(),
            standing.state() == Revision.State.RETURNED,
            standing.record().answers(),
            basis.why());
    var context = speech.context(heard);
    var step = Dialogue.reviseAgain(session, fresher, context);
    var wording = context.wording();
    var who = name(standing.by()).orElseGet(() -> wording.say(DeskWords.SOMEBODY));
    var told = wording.say(DeskWords.OUTDATED, Map.of("number", basis.number(), "who", who));
    return ended(before, step.events(), step.reply().after(told));
  }

  private Filings.Filed filed(
      Session session,
      Basis basis,
      Revision standing,
      List<Event> before,
      Coming coming,
      Decision decision)
      throws Unavailable {
    var form = session.form();
    var speaker = coming.speaker().orElseThrow();
    var heard = listening.heard("", coming, speaker);
    var moved = days.moved(form, standing, session.record(), heard);
    if (moved.isPresent()) {
      return ended(before, List.of(), Speech.join(Reply.of(moved.get()), decision.reply()));
    }
    var revision = revision(session, basis, standing, speaker);
    var changed = matters.apply(coming);
    var refused = changed.take(form, revision);
    if (refused.isPresent()) {
      return refused(refused.get(), session, before, coming);
    }
    var entries = entries(form, revision);
    var notices = notices(session, revision, coming);
    var said =
        new ArrayList<>(
            List.of(receipt(session, revision, entries, !notices.isEmpty(), words(speaker))));
    said.addAll(changed.lines(revision.record()));
    var receipt = Reply.of(String.join("\n", said));
    return new Filings.Filed(
        decision.events(),
        List.of(
            new Filing(
                revision,
                entries,
                changed.of(revision.record()),
                DayReports.tells(form, revision.record()))),
        notices,
        Speech.join(receipt, decision.reply()));
  }

  /** The matter that was named instead is done by now: it is asked for once more. */
  private Filings.Filed refused(
      MatterFilings.Refused refused, Session session, List<Event> before, Coming coming)
      throws Unavailable {
    var cleared = new Event.Cleared(refused.question());
    var events = new ArrayList<>(before);
    events.add(cleared);
    var heard = listening.heard("", coming, coming.speaker().orElseThrow());
    var asked = Dialogue.prompt(session.after(cleared), speech.context(heard));
    return Filings.Filed.nothing(events, Speech.join(Reply.of(refused.why()), asked));
  }

  private Revision revision(Session session, Basis basis, Revision standing, Person speaker) {
    var making = new Revision.Making(speaker.id(), surroundings.clock().instant(), basis.why());
    return switch (basis.purpose()) {
      case CORRECT -> {
        var form = session.form();
        var frozen = new Frozen(surroundings.register());
        var answers = frozen.again(form, session.record(), standing.record());
        var area = Filings.area(form, answers).orElse(standing.record().area());
        yield standing.corrected(area, answers, making);
      }
      case WITHDRAW -> standing.withdrawn(making);
      case RETURN -> standing.returned(making);
    };
  }

  private static List<Entry> entries(Form form, Revision revision) {
    return revision.state() == Revision.State.WITHDRAWN
        ? List.of()
        : Entries.of(form, revision.record());
  }

  /** The wording in the language of a person. */
  private Wording words(Person person) {
    return surroundings.wording().in(person.language());
  }

  private String receipt(
      Session session,
      Revision revision,
      List<Entry> entries,
      boolean authorTold,
      Wording wording) {
    var record = revision.record();
    return switch (revision.state()) {
      case FILED, CORRECTED -> {
        var said = revised(session, revision, wording);
        yield new Receipts(wording)
            .counted(session.form(), entries)
            .map(counted -> said + "\n" + counted)
            .orElse(said);
      }
      case WITHDRAWN -> revised(session, revision, wording);
      case RETURNED ->
          wording.say(
              authorTold ? DeskWords.GAVE_BACK : DeskWords.GAVE_BACK_UNTOLD,
              Map.of(
                  "number", record.number(), "name", holder(record).map(Person::name).orElse("")));
    };
  }

  private static String revised(Session session, Revision revision, Wording wording) {
    var basis = session.basis().orElseThrow();
    return Revised.receipt(session, basis, revision.number(), wording);
  }

  /** Its author, or whoever has their work in hand. */
  private Optional<Person> holder(Submission record) {
    return surroundings.directory().atWork(record.person());
  }

  /** The author is told what somebody else did to the record. */
  private List<NewOutgoing> notices(Session session, Revision revision, Coming coming) {
    Submission record = revision.record();
    var holder = holder(record).map(Person::id).filter(id -> !id.equals(revision.by()));
    if (holder.isEmpty()) {
      return List.of();
    }
    var wording =
        surroundings
            .directory()
            .person(record.person())
            .map(this::words)
            .orElseGet(surroundings::wording);
    var slots =
        Map.of(
            "number", record.number(),
            "title", session.form().title(),
            "name", name(revision.by()).orElse(""),
            "changes", Revised.changes(session, wording),
            "why", revision.why());
    var words =
        switch (revision.state()) {
          case FILED, CORRECTED -> DeskWords.TOLD_CORRECTED;
          case RETURNED -> DeskWords.TOLD_RETURNED;
          case WITHDRAWN -> DeskWords.TOLD_WITHDRAWN;
        };
    var told = wording.say(words, slots);
    var said = record.isPractice() ? wording.say(PracticeWords.MARK) + told : told;
    var once = "revision:" + record.id() + ":" + revision.number();
    return replies.notice(coming.inbound(), holder.get(), said, once, revision.at());
  }

  private Optional<String> name(PersonId person) {
    return surroundings.directory().person(person).map(Person::name);
  }
}
