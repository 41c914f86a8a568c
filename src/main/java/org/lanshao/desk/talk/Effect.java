package org.lanshao.desk.talk;

import java.util.List;
import java.util.stream.Stream;
import org.lanshao.people.Outcome;
import org.lanshao.record.Matter;
import org.lanshao.turn.AlertChanges;
import org.lanshao.turn.CampaignChanges;
import org.lanshao.turn.Cause;
import org.lanshao.turn.NewDeclaration;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.NoticeChanges;
import org.lanshao.turn.TimerMove;

/**
 * One thing that a turn does besides what happens in its conversation. Whoever decides names it;
 * what is written for it is known where turns are written.
 */
public sealed interface Effect {
  /** A message to somebody else. */
  record Send(NewOutgoing row) implements Effect {}

  /** A message that rests is sent again, by its number. */
  record SendAgain(long number) implements Effect {}

  /** The messages for this that have not left are of no use any more. */
  record End(Cause cause) implements Effect {}

  /** Something is looked at later. */
  record Wake(NewTimer timer) implements Effect {}

  /** What becomes of a timer that the turn is taken for. */
  record Move(TimerMove move) implements Effect {}

  /** A version of a matter that no record makes. */
  record Keep(Matter version) implements Effect {}

  /** The register changes; once in a turn. */
  record File(NewRegisterChange change) implements Effect {}

  /** People, duty and groups change; once in a turn. */
  record Do(Outcome.Deed deed) implements Effect {}

  /** Something is declared about a season; once in a turn. */
  record Declare(NewDeclaration declaration) implements Effect {}

  /** Something happens to campaigns. */
  record Lead(CampaignChanges changes) implements Effect {}

  /** Something happens to notices. */
  record Notify(NoticeChanges changes) implements Effect {}

  /** Something happens to an alert; once in a turn. */
  record Alarm(AlertChanges changes) implements Effect {}

  /** A talk in a group goes on in private. */
  record GoOn(Asides.Aside aside) implements Effect {}

  /** Those of one kind, in their order. */
  static <T extends Effect> Stream<T> only(Class<T> kind, List<Effect> effects) {
    return effects.stream().filter(kind::isInstance).map(kind::cast);
  }
}
