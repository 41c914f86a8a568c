package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;

/** Requests on plain sockets, for what an HTTP client would not do. */
final class Pipeline {
  private Pipeline() {}

  /** Sends each request on a connection of its own, all of them before any answer is read. */
  static void send(int port, Wecom.Request... requests) throws IOException {
    var sockets = new ArrayList<Socket>();
    try {
      for (var request : requests) {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(bytes(request));
        socket.getOutputStream().flush();
        // the order of arrival is that of the packets: a moment apart is enough
        Program.sleep(1);
      }
      for (var socket : sockets) {
        var status = new String(socket.getInputStream().readNBytes(12), UTF_8);
        if (!status.equals("HTTP/1.1 200")) {
          throw new IOException(status);
        }
      }
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
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
