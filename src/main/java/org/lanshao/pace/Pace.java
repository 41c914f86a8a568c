package org.lanshao.pace;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lanshao.channel.Spend;
import org.lanshao.turn.Lane;

/**
 * Says whether a message may leave now. A fifth of every bucket is kept for emergencies. What must
 * wait is told a time of its own, so that all that waits for one bucket does not come at once.
 * Where a platform itself said that it takes no more for a while, nobody but an emergency is let
 * through until then. Blocks where buckets are shared: call it on virtual threads.
 */
public final class Pace implements AutoCloseable {
  private static final long MOST = 100_000;
  private static final Duration LONGEST = Duration.ofDays(2);

  /** What was sent longer ago changes no bucket that begins empty. */
  public static final Duration MEMORY = Portion.SILENT;

  private final Buckets buckets;
  private final Clock clock;
  private final UnaryOperator<String> hash;
  private final Cache<String, Instant> lastPlanned = memory();
  private final Cache<String, Instant> closedUntil = memory();

  /**
   * Paces by these buckets.
   *
   * @param hash turns a bucket's name, which may be private, into a key that is the same on all
   *     nodes
   */
  Pace(Buckets buckets, Clock clock, UnaryOperator<String> hash) {
    this.buckets = buckets;
    this.clock = clock;
    this.hash = hash;
  }

  /** Paces what leaves this process, which is the only one. */
  public static Pace alone(Clock clock, UnaryOperator<String> hash) {
    return new Pace(new LocalBuckets(clock, 1), clock, hash);
  }

  /**
   * Paces what leaves all nodes together.
   *
   * @param nodes how many there are at most
   */
  public static Pace together(
      Redis redis, int nodes, Clock clock, UnaryOperator<String> hash, MeterRegistry meters) {
    var shared = new SharedBuckets(redis, nodes, clock, meters);
    shared.start();
    return new Pace(shared, clock, hash);
  }

  /**
   * Counts what was sent before this process began, or while another one sent, so that a restart
   * neither doubles what is allowed nor makes the first messages wait. Buckets that all nodes share
   * know it. Not while messages are sent.
   *
   * @param from all that was sent since then is told; {@link #MEMORY} ago is far enough
   * @param sent in order
   */
  public void recall(Instant from, List<Sent> sent) {
    buckets.recall(from, sent.stream().flatMap(this::used).toList());
  }

  /** A message that was sent. */
  public record Sent(List<Spend> spends, Lane lane, Instant at) {}

  private Stream<Buckets.Used> used(Sent sent) {
    return sent.spends().stream()
        .map(
            spend ->
                new Buckets.Used(
                    portion(hash.apply(spend.bucket()), spend, sent.lane()), sent.at()));
  }

  private static Portion portion(String key, Spend spend, Lane lane) {
    return lane == Lane.EMERGENCY
        ? Portion.kept(key, spend.limits())
        : Portion.common(key, spend.limits());
  }

  private static Cache<String, Instant> memory() {
    return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();
  }

  /**
   * Takes what a message spends, all or nothing.
   *
   * @return empty when it may leave now; else when to ask again
   */
  public Optional<Instant> take(List<Spend> spends, Lane lane) {
    var taken = new ArrayList<Portion>();
    for (Spend spend : spends) {
      String key = hash.apply(spend.bucket());
      var until =
          lane == Lane.EMERGENCY
              ? takeUrgent(key, spend, taken)
              : takeCommon(key, spend, lane, taken);
      if (until.isPresent()) {
        taken.forEach(buckets::giveBack);
        return until;
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> takeUrgent(String key, Spend spend, List<Portion> taken) {
    var kept = Portion.kept(key, spend.limits());
    var common = Portion.common(key, spend.limits());
    var wait = buckets.take(kept);
    if (wait.isZero()) {
      taken.add(kept);
      return Optional.empty();
    }
    var commonWait = buckets.take(common);
    if (commonWait.isZero()) {
      taken.add(common);
      return Optional.empty();
    }
    return Optional.of(planned(kept, Lane.EMERGENCY, shorter(wait, commonWait)));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Optional<Instant> takeCommon(String key, Spend spend, Lane lane, List<Portion> taken) {
    var portion = Portion.common(key, spend.limits());
    var wait = closed(key).orElseGet(() -> buckets.take(portion));
    if (wait.isZero()) {
      taken.add(portion);
      return Optional.empty();
    }
    return Optional.of(planned(portion, lane, wait));
  }

  /** No sooner than one will be there, and one after the other. */
  private Instant planned(Portion portion, Lane lane, Duration wait) {
    Instant soonest = clock.instant().plus(wait).plusMillis(1);
    return lastPlanned
        .asMap()
        .merge(
            portion.key() + lane.rank(),
            soonest,
            (last, now) -> later(last.plus(portion.interval()), now));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * How long each message, of all lanes but {@link Lane#EMERGENCY}, waits for its turn if it is
   * written now, by what the buckets hold at this moment. Nothing is taken.
   *
   * @param before what leaves before them where it spends from the same buckets
   * @param messages what each of them spends, the narrowest first, in the order in which they are
   *     written
   * @return as many as there are messages, in that order; zero for what leaves at once
   */
  public List<Duration> waits(List<Line> before, List<List<Spend>> messages) {
    var asked = new LinkedHashMap<String, Spend>();
    messages.forEach(spends -> spends.forEach(spend -> asked.put(spend.bucket(), spend)));
    // the narrow buckets of others are taken for full: they only hold up those others
    before.stream()
        .flatMap(line -> line.spends().stream().skip(1))
        .forEach(spend -> asked.put(spend.bucket(), spend));
    var bucketToGate = gates(List.copyOf(asked.values()));
    return new Forecast(
            spend ->
                bucketToGate.computeIfAbsent(
                    spend.bucket(), bucket -> new Gate(Portion.common(bucket, spend.limits()))))
        .waits(before, messages);
  }

  /**
   * Messages that wait, one after the other.
   *
   * @param spends what each of them spends, the narrowest first
   */
  public record Line(List<Spend> spends, long count) {}

  private Map<String, Gate> gates(List<Spend> spends) {
    var keys = spends.stream().map(spend -> hash.apply(spend.bucket())).toList();
    var portions = new ArrayList<Portion>();
    for (int i = 0; i < keys.size(); i++) {
      portions.add(Portion.common(keys.get(i), spends.get(i).limits()));
    }
    var gates = buckets.gates(portions);
    var bucketToGate = new HashMap<String, Gate>();
    for (int i = 0; i < keys.size(); i++) {
      closed(keys.get(i)).ifPresent(gates.get(i)::closeFor);
      bucketToGate.put(spends.get(i).bucket(), gates.get(i));
    }
    return bucketToGate;
  }

  /** For how long a platform still takes no more of this; empty where it does. */
  private Optional<Duration> closed(String key) {
    return Optional.ofNullable(closedUntil.getIfPresent(key))
        .map(until -> Duration.between(clock.instant(), until))
        .filter(Duration::isPositive);
  }

  /** False while what all nodes share is away and each keeps to its share of the limits. */
  public boolean isWhole() {
    return buckets.isWhole();
  }

  /** Looks no more for what is shared. */
  @Override
  public void close() {
    buckets.close();
  }

  /**
   * The platform takes no more for a while: whatever spends from the widest of these buckets waits.
   */
  public void close(List<Spend> spends, Instant until) {
    if (!spends.isEmpty()) {
      closedUntil.put(hash.apply(spends.getLast().bucket()), until);
    }
  }
}
