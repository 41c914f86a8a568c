package org.lanshao.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.lanshao.desk.talk.Failures;
import org.lanshao.desk.talk.Talk;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Inbound;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Where conversations stand: as this node remembers it from their last turns, else as is stored.
 */
final class Standings {
  private static final int MOST = 20_000;

  private final Facts facts;

  /** Keeps itself in order on the thread that uses it: handing that over would cost more. */
  private final Cache<ConversationId, Talk> talks =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  Standings(Facts facts) {
    this.facts = facts;
  }

  /**
   * Where the conversation of a message stands. Drafts that cannot be read are in the way of
   * everything but an alert.
   */
  Talk talk(Inbound inbound, Edition now) throws Unavailable {
    ConversationId id = inbound.conversation();
    try {
      return talk(id, now);
    } catch (RuntimeException e) {
      if (!now.turns().raises(inbound)) {
        throw e;
      }
      Failures.log("drafts", e);
      return Talk.withoutDrafts(facts.standing(id).orElseThrow(), facts.openAlert(id));
    }
  }

  /** Where a conversation stands. */
  Talk talk(ConversationId id, Edition now) throws Unavailable {
    var known = talks.getIfPresent(id);
    if (known != null) {
      return known;
    }
    var standing = facts.standing(id);
    return standing.isEmpty()
        ? Talk.NEW
        : Talk.of(standing.get(), facts.openAlert(id), now.shelf());
  }

  /**
   * Where the conversation stands after a turn. When the turn was not written, or what became of it
   * is not known, the next one must ask the database.
   */
  void remember(ConversationId id, Taken taken, @Nullable Committed committed) {
    if (committed instanceof Committed.Done) {
      talks.put(id, taken.talk());
    } else {
      talks.invalidate(id);
    }
  }
}
