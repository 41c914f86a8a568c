package org.lanshao.transport;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;
import org.lanshao.channel.Accounts;
import org.lanshao.channel.Accounts.Found;
import org.lanshao.channel.Channel;
import org.lanshao.channel.Outcome;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who stands behind the ids of people that a platform gives; once known, each is asked for once a
 * day.
 */
public final class KnownAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(KnownAccounts.class);

  private static final Duration KEPT = Duration.ofDays(1);
  private static final int MOST = 20_000;

  private final Transport transport;
  private final BiPredicate<String, String> inDirectory;
  private final Cache<String, String> idToAccount =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(KEPT)
          .executor(Runnable::run)
          .build();

  /**
   * Asks by this transport.
   *
   * @param inDirectory whether a channel's kind has such an account, which then is what it seems
   */
  public KnownAccounts(Transport transport, BiPredicate<String, String> inDirectory) {
    this.transport = transport;
    this.inDirectory = inDirectory;
  }

  /**
   * The account behind an id; the id itself where it is the account, or nobody knows another. It
   * fails with {@link Unavailable} when the platform does not say now.
   */
  public CompletionStage<String> account(Channel channel, String id) {
    var accounts = channel.accounts().filter(a -> a.isForeign(id));
    if (accounts.isEmpty() || inDirectory.test(channel.kind(), id)) {
      return CompletableFuture.completedStage(id);
    }
    String key = channel.name() + "/" + id;
    String known = idToAccount.getIfPresent(key);
    return known == null
        ? asked(() -> ask(channel, accounts.get(), id, key))
        : CompletableFuture.completedStage(known);
  }

  private static CompletionStage<String> asked(Callable<String> asking) {
    var answer = new CompletableFuture<String>();
    Thread.ofVirtual()
        .name("account")
        .start(
            () -> {
              try {
                answer.complete(asking.call());
              } catch (Exception failure) {
                answer.completeExceptionally(failure);
              }
            });
    return answer;
  }

  /** What the platform refuses for good leaves the id, which nobody has. */
  private static String unknown(Channel channel, Outcome outcome, String id) throws Unavailable {
    LOG.atWarn()
        .addKeyValue("channel", channel.name())
        .addKeyValue("outcome", outcome)
        .log("account not resolved");
    if (outcome instanceof Outcome.Refused) {
      return id;
    }
    throw new Unavailable("account", new IllegalStateException("the platform did not say who"));
  }

  private String ask(Channel channel, Accounts accounts, String id, String key) throws Unavailable {
    return switch (transport.resolve(channel, accounts, id)) {
      case Found.Account(String account) when account.equals(id) -> id;
      case Found.Account(String account) -> {
        idToAccount.put(key, account);
        yield account;
      }
      case Found.Failed(Outcome outcome) -> unknown(channel, outcome, id);
    };
  }
}
