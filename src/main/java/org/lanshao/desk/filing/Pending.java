package org.lanshao.desk.filing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.desk.talk.Definitions;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Question;
import org.lanshao.form.Wording;
import org.lanshao.message.ConversationId;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.Timers.Due;
import org.lanshao.turn.Unavailable;

/** Records that were filed with answers missing: what is said of them, and the next morning. */
public final class Pending {
  private final Facts facts;
  private final Definitions definitions;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final Courtesy courtesy;

  /** By the records that are kept and their forms. */
  public Pending(Facts facts, Definitions definitions, Surroundings surroundings) {
    this.facts = facts;
    this.definitions = definitions;
    this.clock = surroundings.clock();
    this.ids = surroundings.ids();
    this.courtesy = surroundings.courtesy();
  }

  /**
   * What is said behind the receipt of a record that lacks answers; empty for one that does not.
   */
  Optional<String> receipt(Form form, Submission record, Wording wording) {
    var labels = labels(form, record, wording);
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wording.say(
                DeskWords.FILED_PENDING, Map.of("number", record.number(), "labels", labels)));
  }

  /** The reminder of the next morning, for each record that was filed with answers missing. */
  public List<NewTimer> timers(List<Filing> filings, ConversationId conversation)
      throws Unavailable {
    var timers = new ArrayList<NewTimer>();
    Instant now = clock.instant();
    Instant due = courtesy.nextMorning(now, clock.getZone());
    for (Filing filing : filings) {
      boolean filed = filing.revision().state() == Revision.State.FILED;
      if (filed && !filing.submission().isPractice() && isPending(filing.submission())) {
        timers.add(new NewTimer(ids.get(), NewTimer.Kind.PENDING, conversation, due, now));
      }
    }
    return timers;
  }

  /** What a person is reminded of, all in one; empty when nothing is missing any more. */
  public Optional<String> reminder(PersonId person, List<Due> dues, Wording wording)
      throws Unavailable {
    var records = new ArrayList<Submission>();
    var days =
        dues.stream().map(due -> due.since().atZone(clock.getZone()).toLocalDate()).distinct();
    for (var day : days.toList()) {
      for (Revision standing : facts.filed(person, day)) {
        if (standing.state() != Revision.State.WITHDRAWN && isPending(standing.record())) {
          records.add(standing.record());
        }
      }
    }
    return records.isEmpty() ? Optional.empty() : Optional.of(list(records, wording));
  }

  private String list(List<Submission> records, Wording wording) throws Unavailable {
    var lines = new ArrayList<String>();
    var count = Integer.toString(records.size());
    lines.add(wording.say(DeskWords.PENDING_BEGIN, Map.of("count", count)));
    for (Submission record : records) {
      Form form = definitions.form(record.definition());
      lines.add(
          wording.say(
              DeskWords.PENDING_LINE,
              Map.of(
                  "number", record.number(),
                  "title", form.title(),
                  "labels", labels(form, record, wording))));
    }
    var first = records.getFirst().number();
    lines.add(wording.say(DeskWords.PENDING_END, Map.of("number", first)));
    return String.join("\n", lines);
  }

  private boolean isPending(Submission record) throws Unavailable {
    return !definitions.form(record.definition()).missing(record.answers()).isEmpty();
  }

  private static String labels(Form form, Submission record, Wording wording) {
    return Marks.list(form.missing(record.answers()).stream().map(Question::label), wording);
  }
}
