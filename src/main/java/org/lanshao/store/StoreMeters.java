package org.lanshao.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Unavailable;

/** What the writer counts. */
final class StoreMeters {
  private static final String NAME = "lanshao.store.unavailable";
  private static final List<String> UNAVAILABLE = List.of("busy", "late", "full", "locked", "lost");

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
    // There from the start: the rise from nothing to the first is what an alert must see.
    UNAVAILABLE.forEach(code -> registry.counter(NAME, "code", code));
  }

  private Counter counter(String outcome) {
    return Counter.builder("lanshao.store.lost")
        .description("turns that lost against another")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** Shows how many wait and whether the database can be written. */
  void watch(Supplier<Number> depth, Supplier<Number> ready) {
    // The builder holds what it is given; the registry's own method lets the collector take it.
    Gauge.builder("lanshao.store.queue", depth).register(registry);
    Gauge.builder("lanshao.store.ready", ready).register(registry);
  }

  /** A transaction of so many writes became durable. */
  void onCommit(int size, long nanos) {
    batch.record(size);
    commit.record(nanos, java.util.concurrent.TimeUnit.NANOSECONDS);
  }

  /** Somebody got an answer, or a failure instead. */
  void onAnswer(@Nullable Object answer, @Nullable Throwable failure) {
    if (failure instanceof Unavailable unavailable) {
      registry.counter(NAME, "code", unavailable.code()).increment();
    } else if (answer instanceof Committed.Duplicate) {
      duplicates.increment();
    } else if (answer instanceof Committed.Overtaken) {
      overtaken.increment();
    }
  }
}
