package org.lanshao.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One keep-alive connection with at most one request under way. */
final class Connection {
  final SocketChannel channel;

  /** When the request under way was due, in the nanoseconds of this process. */
  long due;

  private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);

  Connection(SocketChannel channel) {
    this.channel = channel;
  }

  /** The status of the answer once all of it is there; 0 before. */
  int read() throws IOException {
    if (channel.read(in) < 0) {
      throw new IOException("the server closed a connection");
    }
    int head = headEnd();
    if (head < 0 || in.position() < head + bodyLength(head)) {
      return 0;
    }
    int status = number(9, 12);
    in.clear();
    return status;
  }

  /** The place after the empty line; −1 while it is not there. */
  private int headEnd() {
    var bytes = in.array();
    for (int i = 3; i < in.position(); i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private int bodyLength(int head) {
    var name = "\ncontent-length: ";
    for (int i = 0; i < head - name.length(); i++) {
      if (in.get(i) == '\n' && matches(i, name)) {
        int from = i + name.length();
        int to = from;
        while (in.get(to) != '\r') {
          to++;
        }
        return number(from, to);
      }
    }
    return 0;
  }

  private boolean matches(int at, String lowerCase) {
    for (int i = 0; i < lowerCase.length(); i++) {
      int c = in.get(at + i);
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int number(int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + in.get(i) - '0';
    }
    return number;
  }
}
