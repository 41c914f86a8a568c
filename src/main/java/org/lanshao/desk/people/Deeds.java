package org.lanshao.desk.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.desk.talk.Coming;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Change;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Edit;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Inbound;
import org.lanshao.people.Outcome.Deed;
import org.lanshao.turn.Cause;
import org.lanshao.turn.NewChange;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewTimer;

/** What a turn writes of changes in people, duty and groups. */
public final class Deeds {
  /** Every so many changes the whole directory is written too, so that reading back stays short. */
  private static final long SNAPSHOT_EVERY = 100;

  private final Surroundings surroundings;
  private final Replies replies;

  /** By the directory as it is known. */
  public Deeds(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.replies = new Replies(surroundings);
  }

  /** The change of the directory as it is known; the store refuses it if that is not the newest. */
  public NewChange change(Deed deed, Coming coming) {
    Directory directory = surroundings.directory();
    long version = directory.version() + 1;
    var change = new Change(version, surroundings.clock().instant(), deed.edits());
    Directory next = directory.after(change);
    return new NewChange(
        change,
        deed.kind(),
        coming.speaker().map(Person::id),
        deed.subject(),
        coming.inbound().conversation().key(),
        version % SNAPSHOT_EVERY == 0 ? Optional.of(next.edits()) : Optional.empty());
  }

  /** The messages to others. */
  public List<NewOutgoing> notices(Deed deed, Coming coming, long seq) {
    var rows = new ArrayList<NewOutgoing>();
    var inbound = coming.inbound();
    var cause = proposed(deed).map(Deeds::cause);
    int number = 0;
    for (var notice : deed.notices()) {
      var once = "deed:" + inbound.conversation().key() + ":" + seq + ":" + number++;
      rows.addAll(replies.notice(inbound, notice, once, cause));
    }
    return rows;
  }

  /** What is asked of several is over once one of them decided it. */
  public List<Cause> ended(Deed deed) {
    return deed.edits().stream()
        .filter(Edit.Settle.class::isInstance)
        .map(edit -> cause(((Edit.Settle) edit).number()))
        .toList();
  }

  private static Optional<String> proposed(Deed deed) {
    return deed.edits().stream()
        .filter(Edit.Propose.class::isInstance)
        .map(edit -> ((Edit.Propose) edit).proposal())
        .filter(proposal -> !proposal.isPreview())
        .map(Proposal::number)
        .findFirst();
  }

  private static Cause cause(String number) {
    return new Cause("proposal:" + number);
  }

  /** A look at once, in the conversation of whoever takes work over, in which they get it. */
  public List<NewTimer> handovers(Deed deed, Inbound inbound) {
    var timers = new ArrayList<NewTimer>();
    Instant now = surroundings.clock().instant();
    var kind = surroundings.channels().apply(inbound.channel()).kind();
    for (Edit.HandOver handOver : deed.heirs()) {
      surroundings
          .directory()
          .account(handOver.to(), kind)
          .map(account -> new ConversationId(inbound.channel(), new Chat.Private(), account))
          .map(
              conversation ->
                  new NewTimer(
                      handover(handOver.from(), handOver.to()),
                      NewTimer.Kind.HANDOVER,
                      conversation,
                      now,
                      now))
          .ifPresent(timers::add);
    }
    return timers;
  }

  /** The id of the timer of a handover: it tells whose work it is. */
  static UUID handover(PersonId from, PersonId to) {
    var name = "handover " + from + " " + to;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
