package org.lanshao.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.lanshao.turn.Committed;

/** What the writer counts. */
final class StoreMeters {
  private final MeterRegistry registry;
  private final DistributionSummary batch;
  private final Timer commit;
  private final Counter duplicates;
  private final Counter overtaken;

  StoreMeters(MeterRegistry registry) {
    this.registry = registry;
    this.batch =
        DistributionSummary.builder("lanshao.store.batch")
            .description("writes in one transaction")
            .register(registry);
    this.commit =
        Timer.builder("lanshao.store.commit")
            .description("one transaction, with its commit")
            .register(registry);
    this.duplicates = counter("duplicate");
    this.overtaken = counter("overtaken");
  }

  private Counter counter(String outcome) {
    return Counter.builder("lanshao.store.lost")
        .description("turns that lost against another")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** Shows how many wait and whether the database can be written. */
  void watch(Supplier<Number> depth, Supplier<Number> ready) {
    registry.gauge("lanshao.store.queue", depth, s -> s.get().doubleValue());
    registry.gauge("lanshao.store.ready", ready, s -> s.get().doubleValue());
  }

  /** A transaction of so many writes became durable. */
  void onCommit(int size, long nanos) {
    batch.record(size);
    commit.record(nanos, java.util.concurrent.TimeUnit.NANOSECONDS);
  }

  /** A turn got its answer. */
  void onAnswer(Committed committed) {
    switch (committed) {
      case Committed.Done() -> {}
      case Committed.Duplicate duplicate -> duplicates.increment();
      case Committed.Overtaken() -> overtaken.increment();
    }
  }

  /** A write was turned away. */
  void onUnavailable(String code) {
    registry.counter("lanshao.store.unavailable", "code", code).increment();
  }
}
