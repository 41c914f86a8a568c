package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Requests that are all under way at once, each on a plain socket of its own. */
final class Pipeline implements AutoCloseable {
  private final List<Socket> sockets = new ArrayList<>();

  private Pipeline() {}

  /** Sends all before any answer is read, so many milliseconds apart. */
  static Pipeline send(int port, long apart, Wecom.Request... requests) throws IOException {
    var pipeline = new Pipeline();
    for (var request : requests) {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port);
      pipeline.sockets.add(socket);
      socket.setSoTimeout(60_000);
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(bytes(request));
      Program.sleep(apart);
    }
    return pipeline;
  }

  /** Waits until each is answered with 200. */
  void awaitOk() throws IOException {
    for (var socket : sockets) {
      var status = new String(socket.getInputStream().readNBytes(12), UTF_8);
      if (!status.equals("HTTP/1.1 200")) {
        throw new IOException(status);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }

  private static byte[] bytes(Wecom.Request request) {
    var head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n\r\n"
            .formatted(request.pathAndQuery(), request.body().length)
            .getBytes(UTF_8);
    var whole = java.util.Arrays.copyOf(head, head.length + request.body().length);
    System.arraycopy(request.body(), 0, whole, head.length, request.body().length);
    return whole;
  }
}
