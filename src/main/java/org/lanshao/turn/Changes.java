package org.lanshao.turn;

import java.util.List;
import java.util.Optional;
import org.lanshao.count.Entry;
import org.lanshao.form.Media;
import org.lanshao.record.Matter;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;

/**
 * All that one turn writes, committed together or not at all.
 *
 * @param turn its row
 * @param filings what was submitted or revised, with what it counts
 * @param outgoing what must be sent
 * @param timers what must be looked at later
 * @param moves what becomes of the timers that this turn is taken for
 * @param media what must be fetched
 * @param ended what ends with this turn: the messages for it that have not left, but for those of
 *     this turn itself, are cancelled with it
 * @param directory what changes in the directory
 * @param again numbers of messages that rest and are sent again; others are left alone
 * @param dropped what must not be kept any more
 * @param alerts what happens to alerts
 * @param notices what happens to notices
 * @param register what changes in the register
 * @param matters new versions of matters that no record makes
 * @param campaigns what happens to campaigns
 * @param season what is declared about a season
 */
public record Changes(
    NewTurn turn,
    List<Filing> filings,
    List<NewOutgoing> outgoing,
    List<NewTimer> timers,
    List<TimerMove> moves,
    List<NewMedia> media,
    List<Cause> ended,
    Optional<NewChange> directory,
    List<Long> again,
    List<Media.Sent> dropped,
    AlertChanges alerts,
    NoticeChanges notices,
    Optional<NewRegisterChange> register,
    List<Matter> matters,
    CampaignChanges campaigns,
    Optional<NewDeclaration> season) {
  /** Copies the lists. */
  public Changes {
    filings = List.copyOf(filings);
    outgoing = List.copyOf(outgoing);
    timers = List.copyOf(timers);
    moves = List.copyOf(moves);
    media = List.copyOf(media);
    ended = List.copyOf(ended);
    again = List.copyOf(again);
    dropped = List.copyOf(dropped);
    matters = List.copyOf(matters);
  }

  /** What a turn that writes nothing but its row begins with. */
  public static ChangesBuilder of(NewTurn turn) {
    return new ChangesBuilder(turn);
  }

  /**
   * A revision of a record, mostly its first, what the record counts with it, and the new versions
   * of matters that it opens and follows. The store takes back what the revision before counted.
   *
   * @param daily whether its station has one such record for each day, which this is or revises
   */
  public record Filing(
      Revision revision, List<Entry> entries, List<Matter> matters, boolean daily) {
    /** Copies the lists. */
    public Filing {
      entries = List.copyOf(entries);
      matters = List.copyOf(matters);
    }

    /** A revision of a record that is not about a station's day. */
    public Filing(Revision revision, List<Entry> entries, List<Matter> matters) {
      this(revision, entries, matters, false);
    }

    /** A revision of a record that has to do with no matter. */
    public Filing(Revision revision, List<Entry> entries) {
      this(revision, entries, List.of());
    }

    /** A submission and what it counts. */
    public Filing(Submission submission, List<Entry> entries) {
      this(Revision.first(submission), entries);
    }

    /** The same of a station's day, or not. */
    public Filing daily(boolean is) {
      return new Filing(revision, entries, matters, is);
    }

    /** The record as it stands with this revision. */
    public Submission submission() {
      return revision.record();
    }
  }
}
