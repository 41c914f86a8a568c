package org.lanshao.desk.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lanshao.command.RecordDetail;
import org.lanshao.desk.matter.MatterDesk;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Listening;
import org.lanshao.desk.talk.SentMedia;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Basis;
import org.lanshao.dialogue.Context;
import org.lanshao.dialogue.Dialogue;
import org.lanshao.dialogue.RevisionWord;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Step;
import org.lanshao.form.Form;
import org.lanshao.form.Media;
import org.lanshao.form.Type;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.RecordNumber;
import org.lanshao.record.Readership;
import org.lanshao.record.Revision;
import org.lanshao.record.RevisionRights.Verdict;
import org.lanshao.record.Seen;
import org.lanshao.record.Sight;
import org.lanshao.record.Submission;
import org.lanshao.register.Named;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Facts;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.Unavailable;

/**
 * 更正, 撤回, 退回 and 明细: opens a record's form again on its answers, or tells its history. What it
 * opens is a form in hand like any other; handing it in files the next revision.
 */
public final class Revisions {
  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;
  private final RevisionRefusals refusals;
  private final RecordSearch search;
  private final RecordDetail detail;
  private final MatterDesk matters;
  private final Function<Heard, Context> contexts;

  /** By the records that are kept, in the context of who speaks. */
  public Revisions(
      Facts facts,
      Shelf shelf,
      Surroundings surroundings,
      MatterDesk matters,
      Function<Heard, Context> contexts) {
    this.matters = matters;
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
    this.refusals = new RevisionRefusals(surroundings, contexts);
    this.search = new RecordSearch(facts, shelf, refusals.rights(), contexts);
    var zone = surroundings.clock().getZone();
    this.detail = new RecordDetail(surroundings.directory(), zone);
    this.contexts = contexts;
  }

  /** Why records cannot be revised. */
  public RevisionRefusals refusals() {
    return refusals;
  }

  /** What follows from these words; empty when they revise nothing. */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    var said = RevisionWord.read(heard.text());
    if (said.isEmpty()) {
      return Optional.empty();
    }
    var inHand = heard.talk().inHand();
    return inHand.isPresent() ? amid(said.get(), inHand.get(), heard) : alone(said.get(), heard);
  }

  /** Amid a form only what can be nothing else: a number, or answers of the form itself. */
  private Optional<Decision> amid(RevisionWord.Said said, Session session, Heard heard)
      throws Unavailable {
    var number = RecordNumber.first(said.rest()).filter(n -> !n.letter().isEmpty());
    boolean own = number.map(n -> isOf(n, session)).orElse(true);
    return switch (said.word()) {
      case CORRECT, OBJECT -> {
        var rest = number.map(RecordNumber::rest).orElse(said.rest());
        yield own ? amend(session, rest, heard) : number.map(n -> finishFirst(session, n, heard));
      }
      case WITHDRAW, RETURN -> number.map(n -> finishFirst(session, n, heard));
      case DETAIL -> number.isEmpty() ? Optional.empty() : alone(said, heard);
    };
  }

  private static boolean isOf(RecordNumber number, Session session) {
    return session.basis().map(basis -> basis.number().equals(number.text())).orElse(false);
  }

  private Optional<Decision> amend(Session session, String rest, Heard heard) {
    var context = contexts.apply(heard);
    boolean text =
        session
            .open()
            .flatMap(session.form()::question)
            .map(question -> question.type() instanceof Type.Text)
            .orElse(false);
    return !text && Dialogue.understands(session.form(), rest, context)
        ? Optional.of(decision(Dialogue.amend(session, rest, context)))
        : Optional.empty();
  }

  private Decision finishFirst(Session session, RecordNumber number, Heard heard) {
    return say(
        DeskWords.FINISH_FIRST, Map.of("open", session.title(), "wanted", number.text()), heard);
  }

  private Optional<Decision> alone(RevisionWord.Said said, Heard heard) throws Unavailable {
    var word = said.word();
    if (word == RevisionWord.DETAIL && RecordNumber.first(said.rest()).isEmpty()) {
      return said.rest().isEmpty()
          ? Optional.of(say(DeskWords.DETAIL_OF_WHICH, Map.of(), heard))
          : Optional.empty();
    }
    var matter = matter(word, said.rest(), heard);
    if (matter.isPresent()) {
      return matter;
    }
    return switch (search.seek(word, said.rest(), heard)) {
      case Sought.Not(DeskWords words, Map<String, String> slots) ->
          word == RevisionWord.OBJECT ? Optional.empty() : Optional.of(say(words, slots, heard));
      case Sought.Found(Revision standing, String rest) -> {
        var form = shelf.form(standing.record().definition());
        boolean vague =
            word == RevisionWord.OBJECT
                && !rest.isEmpty()
                && !Dialogue.understands(form, rest, contexts.apply(heard));
        yield vague ? Optional.empty() : Optional.of(found(word, standing, form, rest, heard));
      }
    };
  }

  /** What follows when a number is of a matter and of no record; empty when it is not. */
  private Optional<Decision> matter(RevisionWord word, String rest, Heard heard)
      throws Unavailable {
    var number = RecordNumber.first(rest).filter(n -> !n.letter().isEmpty());
    if (number.isEmpty()
        || Listening.kind(shelf.current(), number.get().letter()).isEmpty()
        || facts.record(number.get().text()).isPresent()) {
      return Optional.empty();
    }
    if (word == RevisionWord.DETAIL) {
      return matters.tell(number.get().text(), heard).map(Decision::say);
    }
    return facts
        .matters()
        .matter(number.get().text())
        .map(
            matter ->
                say(
                    DeskWords.MATTER_OF_RECORD,
                    Map.of("number", matter.number(), "record", matter.opener()),
                    heard));
  }

  private Decision found(RevisionWord word, Revision standing, Form form, String rest, Heard heard)
      throws Unavailable {
    var number = standing.record().number();
    boolean elsewhere = form.chats() == Form.Chats.PRIVATE || word == RevisionWord.DETAIL;
    if (elsewhere && heard.chat() instanceof Chat.Group) {
      return say(DeskWords.NUMBER_IN_PRIVATE, Map.of("number", number), heard);
    }
    if (word == RevisionWord.DETAIL) {
      return detail(standing, form, heard);
    }
    boolean reads = word == RevisionWord.RETURN || sight(standing, form, heard) != Sight.NUMBERS;
    if (!reads) {
      return say(DeskWords.NOT_YOURS_TO_READ, Map.of("number", number), heard);
    }
    var purpose = purpose(word);
    var refusal = refusals.of(purpose, standing, heard);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var basis = basis(purpose, standing, heard);
    return decision(Dialogue.revise(form, basis, rest, contexts.apply(heard)));
  }

  /** Who may read it is what its form says now, whatever it said when the record was made. */
  private Sight sight(Revision standing, Form form, Heard heard) {
    var now =
        shelf.current().stream().filter(one -> one.id().equals(form.id())).findFirst().orElse(form);
    return new Readership(surroundings.directory())
        .of(heard.speaker(), now.readers(), standing.record());
  }

  private static Basis.Purpose purpose(RevisionWord word) {
    return switch (word) {
      case CORRECT, OBJECT, DETAIL -> Basis.Purpose.CORRECT;
      case WITHDRAW -> Basis.Purpose.WITHDRAW;
      case RETURN -> Basis.Purpose.RETURN;
    };
  }

  private Basis basis(Basis.Purpose purpose, Revision standing, Heard heard) {
    boolean explain =
        refusals.verdict(purpose, standing, heard) instanceof Verdict.Allowed(boolean must) && must;
    return new Basis(
        standing.record().number(),
        standing.number(),
        purpose,
        explain,
        standing.state() == Revision.State.RETURNED,
        standing.record().answers(),
        "");
  }

  /**
   * A record opened to add something to it; empty where the speaker may not do so here, or not
   * without a reason.
   */
  public Optional<Step> addition(Revision standing, Form form, Heard heard) {
    boolean stands =
        standing.state() == Revision.State.FILED || standing.state() == Revision.State.CORRECTED;
    boolean here = form.chats() != Form.Chats.PRIVATE || heard.chat() instanceof Chat.Private;
    boolean free =
        refusals.verdict(Basis.Purpose.CORRECT, standing, heard)
                instanceof Verdict.Allowed(boolean must)
            && !must;
    return stands && here && free
        ? Optional.of(
            Dialogue.revise(
                form, basis(Basis.Purpose.CORRECT, standing, heard), "", contexts.apply(heard)))
        : Optional.empty();
  }

  private Decision detail(Revision standing, Form form, Heard heard) throws Unavailable {
    var record = standing.record();
    if (!detail.mayAsk(heard.speaker(), record)) {
      return say(DeskWords.NOT_YOUR_RECORD, Map.of("number", record.number()), heard);
    }
    var named = new Named(surroundings.register());
    var told =
        Reply.of(
            detail.text(
                facts.history(record.number()),
                form,
                media(record),
                new Seen(
                    sight(standing, form, heard),
                    (name, number) -> named.of(name, number, record.day())),
                contexts.apply(heard).wording()));
    var story = matters.tell(record.number(), heard);
    if (!record.person().equals(heard.speaker().id())) {
      var at = surroundings.clock().instant();
      facts.audit().note(heard.noted(AuditLog.Kind.READ, record.number(), at));
    }
    return Decision.say(story.map(reply -> Speech.join(told, reply)).orElse(told));
  }

  private List<MediaRows.State> media(Submission record) throws Unavailable {
    var states = new ArrayList<MediaRows.State>();
    for (Media.Sent sent : SentMedia.of(record.answers())) {
      facts.media(sent).ifPresent(states::add);
    }
    return states;
  }

  private static Decision decision(Step step) {
    return new Decision(step.events(), step.reply());
  }

  private Decision say(DeskWords words, Map<String, String> slots, Heard heard) {
    return Decision.say(Reply.of(contexts.apply(heard).wording().say(words, slots)));
  }
}
