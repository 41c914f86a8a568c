package org.lanshao.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.lanshao.turn.Nodes;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether this node may work beside the others on its database: without Redis their messages
 * would go over the platforms' limits together, so the second one waits, and neither is ready nor
 * sends. It looks every few seconds until it is closed.
 */
final class Neighbours implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /** A node that died is missed by the others after this. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  private final Nodes nodes;
  private final String name;
  private final boolean shares;
  private final Learning before;
  private final Runnable onAllowed;
  private final Thread thread = Thread.ofVirtual().name("neighbours").unstarted(this::run);
  private volatile boolean allowed;

  /**
   * Knows nothing until it is started.
   *
   * @param port tells apart the nodes of one machine
   * @param shares whether this node has Redis
   * @param before what it has to learn before it may work
   * @param onAllowed what to do when it may work from now on
   */
  Neighbours(Nodes nodes, int port, boolean shares, Learning before, Runnable onAllowed) {
    this.nodes = nodes;
    this.name = host() + ":" + port;
    this.shares = shares;
    this.before = before;
    this.onAllowed = onAllowed;
  }

  /** Finds out what others did until now. */
  interface Learning {
    /** Learns it. */
    void learn() throws Unavailable;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }

  /** Looks once, and from then on by itself. */
  void start() throws Unavailable {
    look();
    thread.start();
  }

  /** Whether it may. */
  boolean allowed() {
    return allowed;
  }

  private void look() throws Unavailable {
    boolean now = nodes.announce(name, shares, LEASE);
    if (now && !allowed) {
      before.learn();
      allowed = true;
      onAllowed.run();
    } else if (!now && (allowed || !thread.isAlive())) {
      allowed = false;
      LOG.atError()
          .addKeyValue("code", "second-node")
          .log(
              "another node works on this database: set redis.uri for all of them, this one waits");
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(LOOK_EVERY);
        lookAgain();
      }
    } catch (InterruptedException e) {
      LOG.debug("no longer looks for neighbours");
    }
  }

  private void lookAgain() {
    try {
      look();
    } catch (Unavailable e) {
      LOG.atDebug().addKeyValue("code", e.code()).log("look for neighbours later");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      nodes.leave(name);
    } catch (Unavailable e) {
      LOG.atDebug().addKeyValue("code", e.code()).log("the others will miss this node later");
    }
  }
}
