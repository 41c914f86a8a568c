package org.lanshao.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lanshao.desk.day.DayCall;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.desk.talk.Talk;
import org.lanshao.directory.Directory;
import org.lanshao.form.Library;
import org.lanshao.form.Media;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.MediaRows.Settlement;
import org.lanshao.turn.MustWait;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Reminding.Letter;
import org.lanshao.turn.ReplyJson;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk: one message in, one committed turn, one reply out. Messages of one conversation must
 * come one after the other (see {@link Mailboxes}); different ones may come from any thread. A turn
 * is taken on the thread that calls, mostly an event loop; one that has to ask the database is
 * taken on a virtual thread instead. Nobody waits for a commit.
 */
public final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /** How often a turn that another node overtook is taken again before giving up with a 503. */
  private static final int TRIES = 5;

  private static final CompletionStage<Optional<Handled>> NOTHING =
      CompletableFuture.completedStage(Optional.of(Handled.NOTHING));

  private final DeskPorts ports;
  private final Replies replies;
  private final Editions editions;
  private final Clock clock;

  private final Standings standings;

  /** Held by the one turn of this node that changes the directory. */
  private final ReentrantLock changing = new ReentrantLock();

  /** Takes a turn with what is published at that moment; empty where nothing has to be done. */
  private interface Taking {
    Optional<Taken> with(Edition edition) throws Unavailable;
  }

  /** A desk that offers the forms of this shelf. */
  public Desk(DeskPorts ports, Shelf shelf, Surroundings surroundings) {
    this.ports = ports;
    this.clock = surroundings.clock();
    this.replies = new Replies(surroundings);
    this.editions = new Editions(ports, shelf, surroundings);
    this.standings = new Standings(ports.facts());
  }

  /** The directory as the desk knows it at this moment. */
  public Directory directory() {
    return editions.now().around().directory();
  }

  /**
   * Takes over what was changed in the directory and the register, by this node or another: turns
   * that begin from now on know it. Called each second, and after each turn that changed it.
   */
  public void refresh() throws Unavailable {
    editions.refresh();
  }

  /** What stations of campaigns are asked about their day at this moment. */
  public List<Letter> dayCalls() throws Unavailable {
    var now = editions.now();
    return new DayCall(ports.facts(), now.shelf(), now.around()).letters();
  }

  /**
   * Publishes a library: turns that begin from now on offer its forms and speak with its wording.
   * Drafts in hand go on with the definitions they began with. One call after the other.
   */
  public Shelf publish(Library library) throws Unavailable {
    return editions.publish(library);
  }

  /** Whether the forms that are offered are those that any node published last. */
  public boolean isCurrent() throws Unavailable {
    return editions.now().shelf().isCurrent();
  }

  /**
   * Handles a message.
   *
   * @param inResponse whether the platform's response can carry a reply; one that it cannot carry
   *     is committed as outgoing rows with its turn
   * @param here runs what follows the commit: the event loop that calls, mostly
   * @return what was said, once it is durable; fails with {@link Unavailable} when nothing was done
   *     and the platform should send again
   */
  public CompletionStage<Handled> receive(
      Inbound inbound, Predicate<Reply> inResponse, Executor here) {
    return again(1, () -> Attempt.here(() -> step(inbound, inResponse, here)));
  }

  /** Sends the reply of a turn through the outbox: its response would have been too late. */
  public CompletionStage<Handled> sendLater(Inbound inbound, Handled handled) {
    return Attempt.elsewhere(
        () -> {
          var rows = replies.outgoing(inbound, handled.reply(), handled.seq(), clock.instant());
          ports.commit().send(rows);
          return CompletableFuture.completedStage(handled);
        });
  }

  /**
   * Looks at what is due in a conversation, in a turn of its own if there is something to say or
   * do. As with messages, one after the other for each conversation.
   *
   * @param dues timers of one conversation, claimed
   * @return once it is durable; fails with {@link Unavailable} when nothing was done
   */
  public CompletionStage<Handled> due(List<Timers.Due> dues) {
    return again(1, () -> Attempt.elsewhere(() -> look(dues)));
  }

  /** Tries until no other node was faster; it may have changed the directory. */
  private CompletionStage<Handled> again(
      int nth, Supplier<CompletionStage<Optional<Handled>>> attempt) {
    return attempt
        .get()
        .thenCompose(
            handled ->
                handled.isPresent()
                    ? CompletableFuture.completedStage(handled.get())
                    : nth < TRIES ? refreshed(nth + 1, attempt) : overtaken());
  }

  private CompletionStage<Handled> refreshed(
      int nth, Supplier<CompletionStage<Optional<Handled>>> attempt) {
    return Attempt.elsewhere(
        () -> {
          refresh();
          return again(nth, attempt);
        });
  }

  private static CompletionStage<Handled> overtaken() {
    return CompletableFuture.failedStage(
        new Unavailable("overtaken", new IllegalStateException("overtaken " + TRIES + " times")));
  }

  /** One try; empty when another node was faster. */
  private CompletionStage<Optional<Handled>> step(
      Inbound inbound, Predicate<Reply> inResponse, Executor here) throws Unavailable {
    Edition now = editions.now();
    ConversationId id = inbound.conversation();
    Talk talk = standings.talk(inbound, now);
    Taking taking = with -> with.turns().take(inbound, talk, inResponse);
    var taken = taking.with(now);
    return taken.isEmpty() ? NOTHING : written(id, taken.get(), now, taking, here);
  }

  private CompletionStage<Optional<Handled>> look(List<Timers.Due> dues) throws Unavailable {
    Edition now = editions.now();
    ConversationId id = dues.getFirst().conversation();
    Instant heard = ports.facts().heard(id).orElse(dues.getFirst().since());
    Talk talk = standings.talk(id, now);
    var looked = now.turns().looks().look(dues, talk, heard);
    if (looked.taken().isEmpty()) {
      ports.commit().move(looked.moves());
      return NOTHING;
    }
    Taking taking = with -> with.turns().looks().look(dues, talk, heard).taken();
    return written(id, looked.taken().get(), now, taking, Thread::startVirtualThread);
  }

  /**
   * Makes a turn durable; one that changes the directory or register waits for the others of this
   * node.
   */
  private CompletionStage<Optional<Handled>> written(
      ConversationId id, Taken taken, Edition now, Taking taking, Executor here) throws MustWait {
    var changes = taken.changes();
    return changes.directory().isEmpty() && changes.register().isEmpty()
        ? commit(id, taken, here)
        : Attempt.elsewhere(() -> changing(id, taken, now, taking))
            .whenCompleteAsync((handled, failure) -> {}, here);
  }

  /** One after the other; a turn that another one came before is taken again. */
  private CompletionStage<Optional<Handled>> changing(
      ConversationId id, Taken first, Edition now, Taking taking) throws Unavailable {
    changing.lock();
    try {
      Edition latest = editions.now();
      boolean same = latest.isSame(now);
      var taken = same ? Optional.of(first) : taking.with(latest);
      if (taken.isEmpty()) {
        return NOTHING;
      }
      var handled = Attempt.waited(commit(id, taken.get(), Runnable::run));
      learn();
      return CompletableFuture.completedStage(handled);
    } finally {
      changing.unlock();
    }
  }

  /**
   * What is sent when something that was sent to this desk is kept: those who were told of the
   * alert it came with get it. Blocks: call it on threads that may wait.
   *
   * @return nothing when it came with no open alert
   */
  public List<NewOutgoing> kept(ConversationId conversation, Media.Sent sent, Settlement.Kept kept)
      throws Unavailable {
    return editions.now().turns().kept(conversation, sent, kept);
  }

  /** The turn is durable, so it has to be answered even if this must wait for the next second. */
  private void learn() {
    try {
      refresh();
    } catch (Unavailable e) {
      LOG.atWarn().addKeyValue("code", e.code()).log("the directory is taken over later");
    }
  }

  /** Makes a turn durable; empty when another node was faster. */
  private CompletionStage<Optional<Handled>> commit(ConversationId id, Taken taken, Executor here)
      throws MustWait {
    return ports
        .commit()
        .commit(taken.changes())
        .whenCompleteAsync((committed, failure) -> standings.remember(id, taken, committed), here)
        .thenApply(committed -> handled(taken, committed));
  }

  private static Optional<Handled> handled(Taken taken, Committed committed) {
    return switch (committed) {
      case Committed.Done() -> {
        var changes = taken.changes();
        changes.filings().forEach(Desk::log);
        yield Optional.of(new Handled(taken.reply(), taken.byOutbox(), changes.turn().seq()));
      }
      case Committed.Duplicate(String reply, boolean byOutbox) ->
          Optional.of(new Handled(ReplyJson.read(reply), byOutbox, 0));
      case Committed.Overtaken() -> Optional.empty();
    };
  }

  private static void log(Changes.Filing filing) {
    LOG.atInfo()
        .addKeyValue("number", filing.submission().number())
        .addKeyValue("form", filing.submission().form())
        .addKeyValue("revision", filing.revision().number())
        .addKeyValue("person", filing.revision().by())
        .addKeyValue("area", filing.submission().area())
        .log("filed");
  }
}
