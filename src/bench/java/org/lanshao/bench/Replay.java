package org.lanshao.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends requests from a cursor and times the answers; one thread. Closed loop: each connection
 * sends the next request when it has its answer. Open loop: requests are due at a fixed rate,
 * whether answers come or not, and time counts from when a request was due.
 */
final class Replay {
  private static final long PATIENCE = Duration.ofSeconds(10).toNanos();

  private final Selector selector;
  private final Requests.Cursor requests;
  private final List<Connection> connections = new ArrayList<>();
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private final Timings timings = new Timings();
  private int underWay;

  private Replay(Selector selector, Requests.Cursor requests) {
    this.selector = selector;
    this.requests = requests;
  }

  /**
   * How to send.
   *
   * @param connections how many
   * @param perSecond the rate of an open loop; 0 for a closed one
   * @param time after how long to stop
   * @param most after how many requests to stop
   */
  record Plan(int connections, double perSecond, Duration time, long most) {
    static Plan closed(int connections, Duration time) {
      return new Plan(connections, 0, time, Long.MAX_VALUE);
    }

    static Plan open(double perSecond, Duration time) {
      return new Plan(64, perSecond, time, Long.MAX_VALUE);
    }

    static Plan count(int connections, long most) {
      return new Plan(connections, 0, Duration.ofHours(1), most);
    }
  }

  /** Sends by the plan to a port of this machine, until it ends or no request is left. */
  static Timings run(int port, Requests.Cursor requests, Plan plan) throws IOException {
    try (var selector = Selector.open()) {
      var replay = new Replay(selector, requests);
      for (int i = 0; i < plan.connections(); i++) {
        replay.open(port);
      }
      try {
        return replay.run(plan);
      } finally {
        for (var connection : replay.connections) {
          connection.channel.close();
        }
      }
    }
  }

  private void open(int port) throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    var connection = new Connection(channel);
    channel.register(selector, SelectionKey.OP_READ, connection);
    connections.add(connection);
    idle.add(connection);
  }

  private Timings run(Plan plan) throws IOException {
    long start = System.nanoTime();
    long end = start + plan.time().toNanos();
    double gap = plan.perSecond() > 0 ? 1e9 / plan.perSecond() : 0;
    long sent = 0;
    long now = start;
    while (now < end && sent < plan.most() && !requests.done()) {
      while (!idle.isEmpty() && sent < plan.most() && !requests.done()) {
        long due = gap > 0 ? start + (long) (sent * gap) : System.nanoTime();
        if (due > System.nanoTime()) {
          break;
        }
        send(idle.poll(), due);
        sent++;
      }
      receive(gap > 0 && !idle.isEmpty() ? start + (long) (sent * gap) - System.nanoTime() : end);
      now = System.nanoTime();
    }
    timings.over(now - start);
    finish(now + PATIENCE);
    return timings;
  }

  private void send(Connection connection, long due) throws IOException {
    connection.due = due;
    var request = requests.next();
    while (request.hasRemaining()) {
      connection.channel.write(request);
    }
    underWay++;
  }

  private void finish(long until) throws IOException {
    while (underWay > 0 && System.nanoTime() < until) {
      receive(until - System.nanoTime());
    }
    timings.unanswered(underWay);
  }

  private void receive(long nanos) throws IOException {
    // A selector waits whole milliseconds: shorter waits spin, or an open loop would be late.
    if (nanos < 1_500_000) {
      selector.selectNow();
    } else {
      selector.select(Math.min(nanos / 1_000_000, 100));
    }
    for (var key : selector.selectedKeys()) {
      var connection = (Connection) key.attachment();
      int status = connection.read();
      if (status > 0) {
        timings.add(status, System.nanoTime() - connection.due);
        underWay--;
        idle.add(connection);
      }
    }
    selector.selectedKeys().clear();
  }
}
