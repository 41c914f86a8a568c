package org.lanshao.bench;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lanshao.channel.Delivery.HttpCall;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;

/**
 * How fast messages leave: all that sends, from committed rows to durable settlements, beside a
 * bare loop of the same calls over the same pool, to a platform that answers after 50 ms; then how
 * soon an emergency leaves while thousands of notices wait. This process has core 1, the platform
 * core 0.
 */
public final class Sends {
  private static final int PORT = 28_100;
  private static final String API = "http://127.0.0.1:" + PORT;
  private static final int DELAY = 50;

  /** So many notices wait at least while emergencies are timed. */
  private static final int CROWD = 20_000;

  private static final int FILLED = 3 * CROWD;

  private static final int WARM = 4_000;

  private final int messages = Integer.getInteger("messages", 100_000);
  private final int pool = Integer.getInteger("pool", 128);
  private final int emergencies = Integer.getInteger("emergencies", 300);
  private final Vertx vertx = Vertx.vertx();
  private final Path dir;

  private Sends(Path dir) {
    this.dir = dir;
  }

  /** Takes its sizes from the system properties messages, pool and emergencies. */
  public static void main(String[] args) throws Exception {
    Machine.keepTo(1);
    var dir = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "sends");
    try (var platform = platform(dir)) {
      new Sends(dir).run();
    } finally {
      try (var files = Files.walk(dir)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    System.exit(0);
  }

  private static Server platform(Path dir) throws Exception {
    var command =
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            SlowPlatform.class.getName(),
            String.valueOf(PORT),
            String.valueOf(DELAY));
    return Server.start(command, PORT, URI.create(API + "/"), dir.resolve("platform.log"));
  }

  private void run() throws Exception {
    System.out.println(LocalDate.now(ZoneId.systemDefault()) + ", " + Machine.describe());
    try (var post = Post.in(dir, vertx, API, pool)) {
      double bare = bare(post);
      double ours = ours(post);
      System.out.printf(
          Locale.ROOT,
          "bare loop: %.0f messages/s; all that sends: %.0f, ratio %.2f%n",
          bare,
          ours,
          ours / bare);
      System.out.printf(
          Locale.ROOT,
          "resident: %.0f MB%n",
          Machine.residentMegabytes(ProcessHandle.current().pid()));
      urgent(post);
    }
  }

  private double bare(Post post) throws InterruptedException {
    var message =
        new Outbound(
            new UUID(0, 1),
            new Outbound.Target.ToPerson("member1"),
            Reply.of("【防汛】云安区富林镇：请各站点 17:00 前报平安，回复“收到 15”。").parts().getFirst());
    var call = (HttpCall) post.channel().encode(message);
    var loop = new BareLoop(vertx, call.uri(), call.body(), pool);
    loop.perSecond(WARM);
    double perSecond = loop.perSecond(messages);
    loop.close();
    return perSecond;
  }

  /** From when the first thousands are settled until all are. */
  private double ours(Post post) throws Exception {
    post.fill(messages);
    post.start();
    awaitSettled(post, WARM);
    long start = System.nanoTime();
    awaitSettled(post, messages);
    return (messages - WARM) * 1e9 / (System.nanoTime() - start);
  }

  private static void awaitSettled(Post post, long rows) throws Exception {
    while (post.settled() < rows) {
      Thread.sleep(20);
    }
  }

  private void urgent(Post post) throws Exception {
    post.fill(FILLED);
    var committed = new ArrayList<Long>();
    var asked = new ArrayList<Long>();
    for (int i = 0; i < emergencies && waiting(post) > CROWD; i++) {
      asked.add(System.nanoTime());
      post.urge("urgent" + i);
      committed.add(System.nanoTime());
      Thread.sleep(20);
    }
    long waiting = waiting(post);
    var fromCommit = new ArrayList<Double>();
    var fromAsking = new ArrayList<Double>();
    for (int i = 0; i < committed.size(); i++) {
      long arrived = arrived(post, "urgent" + i);
      fromCommit.add((arrived - committed.get(i)) / 1e6);
      fromAsking.add((arrived - asked.get(i)) / 1e6);
    }
    System.out.printf(
        Locale.ROOT,
        "%d emergencies while %d notices and more wait: commit to platform p50 %.1f ms, p99 %.1f;"
            + " with the commit p50 %.1f, p99 %.1f%n",
        committed.size(),
        waiting,
        Figures.share(fromCommit, 0.5),
        Figures.share(fromCommit, 0.99),
        Figures.share(fromAsking, 0.5),
        Figures.share(fromAsking, 0.99));
  }

  private long waiting(Post post) {
    return messages + FILLED - post.settled();
  }

  private static long arrived(Post post, String once) throws Exception {
    Optional<Long> arrived = post.arrived(once);
    while (arrived.isEmpty()) {
      Thread.sleep(20);
      arrived = post.arrived(once);
    }
    return arrived.get();
  }
}
