package org.lanshao.desk.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lanshao.count.Entries;
import org.lanshao.desk.filing.Filings;
import org.lanshao.desk.matter.MatterFilings;
import org.lanshao.desk.matter.MatterRoom;
import org.lanshao.desk.matter.Reminders;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Form;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.Unavailable;

/**
 * Files the sites of a ledger, so that a patrol finds them as it finds those that people entered:
 * new ones as records of the form {@code site}, others as corrections of theirs.
 */
public final class SiteIntake {
  private final Form form;
  private final Shelf shelf;
  private final Facts facts;
  private final Surroundings surroundings;
  private final MatterFilings matters;
  private final LocalDate today;

  /** Files with this form of a shelf. */
  public SiteIntake(Form form, Shelf shelf, Facts facts, Surroundings surroundings) {
    this.form = form;
    this.shelf = shelf;
    this.facts = facts;
    this.surroundings = surroundings;
    this.today = LocalDate.now(surroundings.clock());
    this.matters =
        new MatterFilings(
            new MatterRoom(
                facts, shelf.current(), surroundings.directory(), surroundings.wording(), today));
  }

  /**
   * What a preview found, as it is filed.
   *
   * @param source what corrections give as their reason: the name of the file
   */
  public List<Filing> filings(SitePreview preview, String source) throws Unavailable {
    var filings = new ArrayList<Filing>();
    for (SitePreview.Row row : preview.rows()) {
      var revision = revision(row, source);
      if (matters.take(form, revision).isPresent()) {
        throw new IllegalStateException("a site follows nothing");
      }
      filings.add(
          new Filing(revision, Entries.of(form, revision.record()), matters.of(revision.record())));
    }
    return filings;
  }

  /** What must be looked at because of these. */
  public List<NewTimer> timers(List<Filing> filings) throws Unavailable {
    var versions = filings.stream().flatMap(filing -> filing.matters().stream()).toList();
    return new Reminders(facts, shelf, surroundings).timers(versions).stream().distinct().toList();
  }

  private Revision revision(SitePreview.Row row, String source) throws Unavailable {
    if (row.standing().isPresent()) {
      var standing = row.standing().get();
      var area = Filings.area(form, row.answers()).orElse(standing.record().area());
      return standing.corrected(
          area,
          row.answers(),
          new Revision.Making(row.person(), surroundings.clock().instant(), source));
    }
    return Revision.first(
        new Submission(
            surroundings.ids().get(),
            form.number() + facts.nextNumber(form.number()),
            form.id(),
            form.definition().hash(),
            row.person(),
            Filings.area(form, row.answers()).orElseThrow(),
            surroundings.clock().instant(),
            today,
            row.answers()));
  }
}
