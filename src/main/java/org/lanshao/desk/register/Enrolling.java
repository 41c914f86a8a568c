package org.lanshao.desk.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Enrolls;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.register.Household;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.NewRegisterChange;

/**
 * Puts on file whom records name, where their form says that it {@link Enrolls}: as the form is
 * written now, so that records of older definitions are taken too.
 */
public final class Enrolling {
  private final Shelf shelf;
  private final Surroundings surroundings;

  /** By the forms of this shelf and the register. */
  public Enrolling(Shelf shelf, Surroundings surroundings) {
    this.shelf = shelf;
    this.surroundings = surroundings;
  }

  /** What these records change in the register; empty when they put nobody on file. */
  public Optional<NewRegisterChange> change(List<Filing> filings, Coming coming) {
    var edits = households(filings).stream().<RegisterEdit>map(RegisterEdit.Put::new).toList();
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NewRegisterChange(
                new RegisterChange(surroundings.register().version() + 1, edits),
                surroundings.ids().get(),
                NewRegisterChange.Kind.ENROLL,
                coming.speaker().map(person -> person.id()),
                coming.inbound().conversation().key(),
                surroundings.clock().instant()));
  }

  /**
   * The line of a receipt that tells under which numbers households are on file; empty where that
   * is the number of their record.
   */
  public Optional<String> line(List<Filing> filings, Wording wording) {
    var grouped =
        filings.stream()
            .filter(one -> enrolls(one.submission()).flatMap(Enrolls::group).isPresent())
            .toList();
    var named =
        Marks.list(
            households(grouped).stream().map(one -> one.number() + " " + one.head()), wording);
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(wording.say(FileWords.ENROLLED, Map.of("households", named)));
  }

  /** What the form of a record puts on file; empty when it puts nobody. */
  Optional<Enrolls> enrolls(Submission record) {
    return shelf.current().stream()
        .filter(form -> form.id().equals(record.form()))
        .flatMap(form -> form.enrolls().stream())
        .findFirst();
  }

  private List<Household> households(List<Filing> filings) {
    var enrolled = new Enrolled(surroundings.directory(), surroundings.register());
    for (Filing filing : filings) {
      if (stands(filing.revision())) {
        var record = filing.submission();
        enrolls(record).ifPresent(enrolls -> enrolled.take(record, enrolls));
      }
    }
    return enrolled.households();
  }

  private static boolean stands(Revision revision) {
    return !revision.record().isPractice()
        && switch (revision.state()) {
          case FILED, CORRECTED -> true;
          case RETURNED, WITHDRAWN -> false;
        };
  }
}
