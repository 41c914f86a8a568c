package org.lanshao.transport;

import java.time.Duration;

/**
 * How long and how much a call may take.
 *
 * @param connect until the connection stands
 * @param response from sending until the whole response is there
 * @param connections at one time to one host
 * @param bytes of a response's body
 */
public record TransportLimits(Duration connect, Duration response, int connections, int bytes) {
  /** What the platforms' answers, which take well under a second, need at bad moments. */
  public static final TransportLimits USUAL =
      new TransportLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 20, 256 * 1024);

  /** The same with so many connections. */
  public TransportLimits withConnections(int most) {
    return new TransportLimits(connect, response, most, bytes);
  }

  /** What pictures and files need, which are large and not urgent. */
  public static TransportLimits files(int bytes) {
    return new TransportLimits(Duration.ofSeconds(3), Duration.ofSeconds(60), 4, bytes);
  }
}
