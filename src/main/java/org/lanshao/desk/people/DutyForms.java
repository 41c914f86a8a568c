package org.lanshao.desk.people;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Proposal;
import org.lanshao.directory.Shift;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.people.Outcome.Deed;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes.Filing;

/**
 * The two forms that say who has duty: {@code duty} begins it and {@code duty_end} ends it. A form
 * writer may change all of them but their ids and the id {@code until}.
 */
public final class DutyForms {
  private static final FormId BEGINS = new FormId("duty");
  private static final FormId ENDS = new FormId("duty_end");
  private static final QuestionId UNTIL = new QuestionId("until");

  /** Whoever means to stay longer has to say so again: a slip of the year must not bind them. */
  private static final Duration MOST = Duration.ofHours(24);

  private final Surroundings surroundings;

  /** By the directory and the time of these surroundings. */
  public DutyForms(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What these records change in who has duty; empty when they are of other forms. */
  public Optional<Deed> deed(List<Filing> filings) {
    var edits = new ArrayList<Edit>();
    for (Filing filing : filings) {
      edit(filing.revision()).ifPresent(edits::add);
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Deed(
                Proposal.Kind.DUTY,
                filings.getFirst().submission().area().text(),
                edits,
                List.of()));
  }

  private Optional<Edit> edit(Revision revision) {
    var record = revision.record();
    var form = record.form();
    if (record.isPractice()) {
      return Optional.empty();
    }
    Instant now = surroundings.clock().instant();
    return switch (revision.state()) {
      case FILED ->
          form.equals(ENDS) ? Optional.of(new Edit.End(record.person(), now)) : begin(record, now);
      case CORRECTED -> begin(record, now).filter(begin -> isOn(record, now));
      case WITHDRAWN ->
          form.equals(BEGINS) && isOn(record, now)
              ? Optional.of(new Edit.End(record.person(), now))
              : Optional.empty();
      case RETURNED -> Optional.empty();
    };
  }

  private boolean isOn(Submission record, Instant now) {
    return surroundings
        .directory()
        .duty()
        .shift(record.person(), now)
        .filter(shift -> shift.from().equals(record.at()))
        .isPresent();
  }

  private Optional<Edit> begin(Submission record, Instant now) {
    if (!record.form().equals(BEGINS)) {
      return Optional.empty();
    }
    var from = record.at().atZone(surroundings.clock().getZone());
    Instant until = until(record, from);
    return until.isAfter(now)
        ? Optional.of(
            new Edit.Begin(new Shift(record.person(), record.area(), record.at(), until, false)))
        : Optional.empty();
  }

  /** What the person said, a day at most; else what the roster says, or {@code Duty.LONGEST}. */
  private Instant until(Submission record, ZonedDateTime from) {
    var latest = record.at().plus(MOST);
    return record
        .answers()
        .get(UNTIL)
        .filter(Value.DateTime.class::isInstance)
        .map(said -> ((Value.DateTime) said).at().atZone(from.getZone()).toInstant())
        .map(said -> said.isBefore(latest) ? said : latest)
        .orElseGet(() -> surroundings.directory().duty().end(record.person(), record.area(), from));
  }
}
