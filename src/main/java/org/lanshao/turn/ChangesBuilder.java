package org.lanshao.turn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lanshao.form.Media;
import org.lanshao.record.Matter;

/** Gathers what one turn writes: each call adds to what came before. Not shared by threads. */
public final class ChangesBuilder {
  private final NewTurn turn;
  private final List<Changes.Filing> filings = new ArrayList<>();
  private final List<NewOutgoing> outgoing = new ArrayList<>();
  private final List<NewTimer> timers = new ArrayList<>();
  private final List<TimerMove> moves = new ArrayList<>();
  private final List<NewMedia> media = new ArrayList<>();
  private final List<Cause> ended = new ArrayList<>();
  private final List<Long> again = new ArrayList<>();
  private final List<Media.Sent> dropped = new ArrayList<>();
  private final List<Matter> matters = new ArrayList<>();
  private Optional<NewChange> directory = Optional.empty();
  private AlertChanges alerts = AlertChanges.NONE;
  private NoticeChanges notices = NoticeChanges.NONE;
  private CampaignChanges campaigns = CampaignChanges.NONE;
  private Optional<NewRegisterChange> register = Optional.empty();
  private Optional<NewDeclaration> season = Optional.empty();

  ChangesBuilder(NewTurn turn) {
    this.turn = turn;
  }

  /** Adds revisions of records. */
  public ChangesBuilder filings(Collection<Changes.Filing> more) {
    filings.addAll(more);
    return this;
  }

  /** Adds what must be sent. */
  public ChangesBuilder outgoing(Collection<NewOutgoing> more) {
    outgoing.addAll(more);
    return this;
  }

  /** Adds what must be looked at later. */
  public ChangesBuilder timers(Collection<NewTimer> more) {
    timers.addAll(more);
    return this;
  }

  /** Adds what becomes of timers that the turn is taken for. */
  public ChangesBuilder moves(Collection<TimerMove> more) {
    moves.addAll(more);
    return this;
  }

  /** Adds what must be fetched. */
  public ChangesBuilder media(Collection<NewMedia> more) {
    media.addAll(more);
    return this;
  }

  /** Adds what ends with this turn. */
  public ChangesBuilder ended(Collection<Cause> more) {
    ended.addAll(more);
    return this;
  }

  /** Adds numbers of messages that are sent again. */
  public ChangesBuilder again(Collection<Long> more) {
    again.addAll(more);
    return this;
  }

  /** Adds what must not be kept any more. */
  public ChangesBuilder dropped(Collection<Media.Sent> more) {
    dropped.addAll(more);
    return this;
  }

  /** Adds new versions of matters that no record makes. */
  public ChangesBuilder matters(Collection<Matter> more) {
    matters.addAll(more);
    return this;
  }

  /** Sets what changes in the directory. */
  public ChangesBuilder directory(NewChange change) {
    directory = Optional.of(change);
    return this;
  }

  /** Sets what happens to alerts. */
  public ChangesBuilder alerts(AlertChanges changes) {
    alerts = changes;
    return this;
  }

  /** Adds what happens to notices. */
  public ChangesBuilder notices(NoticeChanges changes) {
    notices = notices.and(changes);
    return this;
  }

  /** Adds what happens to campaigns. */
  public ChangesBuilder campaigns(CampaignChanges changes) {
    campaigns = campaigns.and(changes);
    return this;
  }

  /** Sets what changes in the register. */
  public ChangesBuilder register(NewRegisterChange change) {
    register = Optional.of(change);
    return this;
  }

  /** Sets what is declared about a season. */
  public ChangesBuilder season(NewDeclaration declaration) {
    season = Optional.of(declaration);
    return this;
  }

  /** All that was gathered so far. */
  public Changes build() {
    return new Changes(
        turn, filings, outgoing, timers, moves, media, ended, directory, again, dropped, alerts,
        notices, register, matters, campaigns, season);
  }
}
