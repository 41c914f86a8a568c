package org.lanshao.web;

/**
 * Where a server listens.
 *
 * @param host a name or address of this machine
 * @param port 0 for any that is free
 */
public record Listen(String host, int port) {
  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    return isLoopback(host);
  }

  /** Whether this host name or address means this machine alone. No name is looked up. */
  public static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("::1")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
