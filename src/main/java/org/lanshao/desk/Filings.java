package org.lanshao.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.count.Entries;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Person;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.message.Reply;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Makes the record of a form that was submitted, what it counts, and its receipt. */
final class Filings {
  private final Facts facts;
  private final Surroundings surroundings;

  Filings(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
  }

  /** What a turn files and what is said; nothing filed when no form was submitted. */
  record Filed(List<Filing> filings, Reply reply) {}

  Filed of(Turns.Coming coming, Decision decision) throws Unavailable {
    boolean submitted = decision.events().stream().anyMatch(Event.Submitted.class::isInstance);
    if (!submitted) {
      return new Filed(List.of(), decision.reply());
    }
    Session session = coming.talk().inHand().orElseThrow();
    Submission submission = submission(session, coming, coming.speaker().orElseThrow());
    var filing = new Filing(submission, Entries.of(session.form(), submission));
    Reply receipt = Reply.of(receipt(session, submission));
    return new Filed(List.of(filing), Routing.join(receipt, decision.reply()));
  }

  private Submission submission(Session session, Turns.Coming coming, Person speaker)
      throws Unavailable {
    Form form = session.form();
    Answers answers = session.record();
    return new Submission(
        surroundings.ids().get(),
        form.number() + facts.nextNumber(form.number()),
        form.id(),
        form.definition().hash(),
        speaker.id(),
        area(form, answers).orElse(speaker.area()),
        surroundings.clock().instant(),
        coming.today(),
        answers);
  }

  /** The first answered place, in the order of the form. */
  private static Optional<AreaCode> area(Form form, Answers answers) {
    return form.questions().stream()
        .filter(question -> question.type() instanceof Type.Place)
        .flatMap(question -> answers.get(question.id()).stream())
        .map(value -> new AreaCode(((Value.Place) value).code()))
        .findFirst();
  }

  private String receipt(Session session, Submission submission) {
    Map<String, String> slots =
        new HashMap<>(Shown.slots(session.form(), submission.answers(), surroundings.wording()));
    slots.put("no", submission.number());
    return session.form().receipt().fill(slots);
  }
}
