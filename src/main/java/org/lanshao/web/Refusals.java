package org.lanshao.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what was not taken, as {@code lanshao.refusals} by channel and code. */
final class Refusals {
  private final MeterRegistry meters;
  private final Map<String, Counter> byChannelAndCode = new ConcurrentHashMap<>();

  Refusals(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Both come from fixed sets, never from a request, so that the number of series is bounded. */
  void count(String channel, String code) {
    byChannelAndCode
        .computeIfAbsent(
            channel + " " + code,
            key ->
                Counter.builder("lanshao.refusals")
                    .description("Requests that were refused, by channel and reason")
                    .tag("channel", channel)
                    .tag("code", code)
                    .register(meters))
        .increment();
  }
}
