package org.lanshao.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.count.Entries;
import org.lanshao.form.Form;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.EventJson;
import org.lanshao.turn.Facts;
import org.lanshao.turn.InputJson;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.ReplyJson;
import org.lanshao.turn.Unavailable;

/**
 * Files all sites of a ledger as one turn, so that all of them are there or none: new ones as
 * records of the form {@code site}, others as corrections of theirs. A patrol then finds them as it
 * finds those that people entered.
 */
public final class SiteIntake {
  /** No channel of the settings can be called so: their names have no colon. */
  private static final ConversationId OWN =
      new ConversationId(new ChannelName("sites:"), new Chat.Private(), "ledger");

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
   * The turn that takes in what a preview found.
   *
   * @param source what corrections give as their reason: the name of the file
   */
  public Changes changes(SitePreview preview, String source) throws Unavailable {
    var filings = new ArrayList<Filing>();
    for (SitePreview.Row row : preview.rows()) {
      var revision = revision(row, source);
      if (matters.take(form, revision).isPresent()) {
        throw new IllegalStateException("a site follows nothing");
      }
      filings.add(
          new Filing(revision, Entries.of(form, revision.record()), matters.of(revision.record())));
    }
    var versions = filings.stream().flatMap(filing -> filing.matters().stream()).toList();
    var reminders = new Reminders(facts, shelf, surroundings);
    return Changes.of(turn())
        .filings(filings)
        .timers(reminders.timers(versions).stream().distinct().toList())
        .build();
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

  private NewTurn turn() throws Unavailable {
    var seq = facts.standing(OWN).map(Facts.Standing::seq).orElse(0L) + 1;
    return new NewTurn(
        OWN,
        seq,
        "sites:" + surroundings.ids().get(),
        surroundings.clock().instant(),
        Optional.empty(),
        InputJson.write(new Content.Due()),
        EventJson.write(List.of()),
        ReplyJson.write(Reply.NONE),
        0,
        Optional.empty(),
        "",
        Optional.empty());
  }
}
