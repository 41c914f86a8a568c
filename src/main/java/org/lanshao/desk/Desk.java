package org.lanshao.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lanshao.form.Library;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.ReplyJson;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk: one message in, one committed turn, one reply out. Messages of one conversation must
 * come one after the other (see {@link Mailboxes}); different ones may come from any thread. It
 * blocks, so it runs on virtual threads.
 */
public final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /** How often a turn that another node overtook is taken again before giving up with a 503. */
  private static final int TRIES = 5;

  private final DeskPorts ports;
  private final Surroundings surroundings;
  private final Replies replies;
  private final Clock clock;

  /** Keeps itself in order on the thread that uses it: handing that over would cost more. */
  private final Cache<ConversationId, Talk> talks =
      Caffeine.newBuilder().maximumSize(20_000).executor(Runnable::run).build();

  /** All that a turn uses of what is published: a turn reads it once, then stays with it. */
  private volatile Edition edition;

  private record Edition(Shelf shelf, Turns turns) {}

  /** A desk that offers the forms of this shelf. */
  public Desk(DeskPorts ports, Shelf shelf, Surroundings surroundings) {
    this.ports = ports;
    this.surroundings = surroundings;
    this.clock = surroundings.clock();
    this.replies = new Replies(surroundings);
    this.edition = new Edition(shelf, Turns.of(ports.facts(), shelf, surroundings));
  }

  /**
   * Publishes a library: turns that begin from now on offer its forms and speak with its wording.
   * Drafts in hand go on with the definitions they began with. One call after the other.
   */
  public Shelf publish(Library library) throws Unavailable {
    var shelf = edition.shelf().next(library, ports);
    var around = surroundings.with(library.wording());
    edition = new Edition(shelf, Turns.of(ports.facts(), shelf, around));
    return shelf;
  }

  /** Whether the forms that are offered are those that any node published last. */
  public boolean isCurrent() throws Unavailable {
    return edition.shelf().isCurrent();
  }

  /**
   * Handles a message.
   *
   * @param inResponse whether the platform's response can carry a reply; one that it cannot carry
   *     is committed as outgoing rows with its turn
   * @return what was said, once it is durable
   * @throws Unavailable when nothing was done and the platform should send again
   */
  public Handled receive(Inbound inbound, Predicate<Reply> inResponse) throws Unavailable {
    Edition now = edition;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      var handled = step(inbound, inResponse, now);
      if (handled.isPresent()) {
        return handled.get();
      }
    }
    throw new Unavailable("overtaken", new IllegalStateException("overtaken " + TRIES + " times"));
  }

  /** Sends the reply of a turn through the outbox: its response would have been too late. */
  public void sendLater(Inbound inbound, Handled handled) throws Unavailable {
    ports.commit().send(replies.outgoing(inbound, handled.reply(), handled.seq(), clock.instant()));
  }

  /**
   * Looks at what is due in a conversation, in a turn of its own if there is something to say or
   * do. As with messages, one after the other for each conversation.
   *
   * @param dues timers of one conversation, claimed
   */
  public void due(List<Timers.Due> dues) throws Unavailable {
    ConversationId id = dues.getFirst().conversation();
    Instant heard = ports.facts().heard(id).orElse(dues.getFirst().since());
    Edition now = edition;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      var looked = now.turns().look(dues, talk(id, now), heard);
      if (looked.taken().isEmpty()) {
        ports.commit().move(looked.moves());
        return;
      }
      if (taken(id, looked.taken().get()).isPresent()) {
        return;
      }
    }
    throw new Unavailable("overtaken", new IllegalStateException("overtaken " + TRIES + " times"));
  }

  /** One try; empty when another node was faster. */
  private Optional<Handled> step(Inbound inbound, Predicate<Reply> inResponse, Edition now)
      throws Unavailable {
    ConversationId id = inbound.conversation();
    Talk talk = talk(id, now);
    var taken = now.turns().take(inbound, talk, inResponse);
    if (taken.isEmpty()) {
      return Optional.of(Handled.NOTHING);
    }
    return taken(id, taken.get());
  }

  /** Makes a turn durable; empty when another node was faster. */
  private Optional<Handled> taken(ConversationId id, Taken taken) throws Unavailable {
    Changes changes = taken.changes();
    switch (commit(id, changes)) {
      case Committed.Done() -> {
        talks.put(id, taken.talk());
        changes.filings().forEach(Desk::log);
        return Optional.of(new Handled(taken.reply(), taken.byOutbox(), changes.turn().seq()));
      }
      case Committed.Duplicate(String reply, boolean byOutbox) -> {
        talks.invalidate(id);
        return Optional.of(new Handled(ReplyJson.read(reply), byOutbox, 0));
      }
      case Committed.Overtaken() -> {
        talks.invalidate(id);
        return Optional.empty();
      }
    }
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

  private Committed commit(ConversationId id, Changes changes) throws Unavailable {
    try {
      return ports.commit().commit(changes);
    } catch (Unavailable e) {
      // What became of the turn is not known: the next one must ask the database.
      talks.invalidate(id);
      throw e;
    }
  }

  private Talk talk(ConversationId id, Edition now) throws Unavailable {
    var known = talks.getIfPresent(id);
    if (known != null) {
      return known;
    }
    var standing = ports.facts().standing(id);
    return standing.isEmpty() ? Talk.NEW : Talk.of(standing.get(), now.shelf());
  }
}
