package org.lanshao.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A worker who files numbered visits, message by message. Like a platform, it delivers a message
 * again and again until it is acknowledged, and never again after that.
 */
final class Visitor implements Runnable {
  /** So often a message is delivered again: while the program is killed it is up for moments. */
  private static final int PATIENCE = 20_000;

  /** Every so many households one visit is corrected. */
  private static final long CORRECTED = 5;

  private final int worker;
  private final Client client;
  private final AtomicLong ids;
  private final AtomicLong households;
  private final List<Long> messages = new ArrayList<>();
  private final List<Long> filed = new ArrayList<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();
  private long again;
  private long corrected;
  private volatile boolean stopping;

  /** {@code ids} and {@code households} give numbers that nobody used before. */
  Visitor(int worker, Client client, AtomicLong ids, AtomicLong households) {
    this.worker = worker;
    this.client = client;
    this.ids = ids;
    this.households = households;
  }

  /** Ends after the visit in hand. */
  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    try {
      while (!stopping && wrong.isEmpty()) {
        visit();
      }
    } catch (RuntimeException e) {
      wrong.add(e.toString());
    }
  }

  private void visit() {
    long household = households.incrementAndGet();
    deliver("清点");
    deliver(String.valueOf(household));
    deliver("入户");
    var receipt = deliver("提交");
    // A reply can also come as a message of its own, when its response was lost on the way.
    if (!receipt.isEmpty() && !receipt.contains("：" + household + "。")) {
      wrong.add("household " + household + " got: " + receipt);
    }
    filed.add(household);
    if (household % CORRECTED == 0) {
      correct();
    }
  }

  /** The last visit was by telephone: one more revision, the same numbers. */
  private void correct() {
    deliver("更正 电话");
    var receipt = deliver("确认");
    if (!receipt.isEmpty() && !receipt.contains("入户 → 电话")) {
      wrong.add("a correction got: " + receipt);
    }
    corrected++;
  }

  private String deliver(String text) {
    long id = ids.incrementAndGet();
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      var said = deliver(id, text);
      if (said.acknowledged()) {
        messages.add(id);
        return said.text();
      }
      if (said.status() != 503) {
        throw new IllegalStateException("status " + said.status() + ": " + said.text());
      }
      again++;
      Program.sleep(20);
    }
    throw new IllegalStateException("not acknowledged for too long");
  }

  private Said deliver(long id, String text) {
    try {
      return client.say(worker, id, text);
    } catch (IOException gone) {
      return new Said(503, "");
    }
  }

  /** As in the store. */
  String conversation() {
    return client.channel() + "/" + account();
  }

  private String account() {
    return client.channel().equals("wecom") ? "Worker." + worker : "w" + worker;
  }

  /** The channel and message ids of all that was acknowledged, as in the store. */
  List<String> messages() {
    return messages.stream().map(id -> client.channel() + " " + client.stored(id)).toList();
  }

  /** The households of all visits that were acknowledged. */
  List<Long> filed() {
    return filed;
  }

  /** How many deliveries were not acknowledged. */
  long again() {
    return again;
  }

  /** How many of their visits were corrected, each once. */
  long corrected() {
    return corrected;
  }

  /** What should not have happened. */
  List<String> wrong() {
    return wrong;
  }
}
