package org.lanshao;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loopback ports for servers that are started and started again. They lie below those that systems
 * give to connections (32768 and more on Linux, 49152 elsewhere): there a connection of anybody's
 * could take the port while its server is down, and one to the port itself could meet itself. Each
 * of the three processes that may run tests has a third of them.
 */
public final class Ports {
  private static final int SHARE = 4_000;
  private static final int FIRST = 20_000 + SHARE * (Integer.getInteger("fork", 1) - 1);
  private static final int END = FIRST + SHARE;
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST, END));

  private Ports() {}

  /**
   * A port on which nobody listens, another one with each call.
   *
   * @throws IllegalStateException if there is none
   */
  public static int free() {
    for (int tries = FIRST; tries < END; tries++) {
      int port = NEXT.getAndUpdate(last -> last + 1 < END ? last + 1 : FIRST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port");
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
