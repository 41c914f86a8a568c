package org.lanshao.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;

/**
 * Requests made before anything is timed: a file of {@code [length][bytes of an HTTP request]}. The
 * workers take turns in groups, so that two messages of one worker are never under way at once.
 */
final class Requests {
  static final String PATH = "/webhook/wecom";

  private final ByteBuffer file;

  private Requests(ByteBuffer file) {
    this.file = file;
  }

  /**
   * Writes the requests of workers {@code 0 … workers-1}, each with so many visits.
   *
   * @param group how many workers take turns
   * @param firstId the first message id, so that two files never share one
   */
  static Requests write(Path path, int workers, int visits, int group, long firstId)
      throws IOException, GeneralSecurityException {
    var secret = new Secret();
    long id = firstId;
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 20))) {
      for (int visit = 0; visit < visits; visit++) {
        for (int first = 0; first < workers; first += group) {
          for (int nth = 0; nth < Visit.MESSAGES; nth++) {
            for (int worker = first; worker < Math.min(workers, first + group); worker++) {
              var request = request(secret, worker, Visit.say(worker, visit, nth), id++);
              out.writeInt(request.length);
              out.write(request);
            }
          }
        }
      }
    }
    return read(path);
  }

  private static Requests read(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      // On the disk before anything is timed, so that no write of ours delays a server's fsync.
      channel.force(false);
      return new Requests(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
    }
  }

  private static byte[] request(Secret secret, int worker, String text, long id)
      throws GeneralSecurityException {
    var at = String.valueOf(1_790_000_000L + id / 1000);
    var nonce = String.valueOf(1_000_000_000L + id);
    var encrypted =
        secret.seal(
            "<xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[%s]]></FromUserName>"
                    .formatted(Secret.CORP, account(worker))
                + "<CreateTime>%s</CreateTime><MsgType><![CDATA[text]]></MsgType>".formatted(at)
                + "<Content><![CDATA[%s]]></Content><MsgId>%d</MsgId><AgentID>1000002</AgentID></xml>"
                    .formatted(text, 7_300_000_000_000_000_000L + id));
    var body =
        "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt><AgentID><![CDATA[1000002]]></AgentID></xml>"
            .formatted(Secret.CORP, encrypted);
    return ("POST %s?msg_signature=%s&timestamp=%s&nonce=%s HTTP/1.1\r\n"
                .formatted(PATH, secret.signature(at, nonce, encrypted), at, nonce)
            + "Host: 127.0.0.1\r\nContent-Type: text/xml\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body))
        .getBytes(UTF_8);
  }

  /** The WeCom account of a worker of the bench. */
  static String account(int worker) {
    return "worker%05d".formatted(worker);
  }

  /** A reader that starts at the first request. */
  Cursor cursor() {
    return new Cursor(file.duplicate());
  }

  /** Where one server stands in the file. */
  static final class Cursor {
    private final ByteBuffer file;

    private Cursor(ByteBuffer file) {
      this.file = file;
    }

    /** Whether all were taken. */
    boolean done() {
      return !file.hasRemaining();
    }

    /** Begins again at the first: only for servers that do not tell repeats apart. */
    void again() {
      file.rewind();
    }

    /** The next request. */
    ByteBuffer next() {
      int length = file.getInt();
      var request = file.slice(file.position(), length);
      file.position(file.position() + length);
      return request;
    }
  }
}
