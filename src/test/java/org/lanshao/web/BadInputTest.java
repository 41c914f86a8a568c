package org.lanshao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.Patience.until;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.Effort;

/** What strangers send: never a 5xx, never a word of what went wrong inside. */
@Timeout(120)
class BadInputTest {

  private final EchoDesk desk = new EchoDesk();
  private Running running = new Running(desk, new FakeChannel());

  @AfterEach
  void stop() {
    running.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webhook/wecom", "/sandbox/messages", "/sandbox/clock"})
  void aBodyOfAMegabyteIsTooLong(String path) throws Exception {
    var answer = running.send(running.post(path, "x".repeat(1 << 20)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("{\"error\":\"size\"}");
    assertThat(desk.heard).isEmpty();
  }

  @Test
  void aBodyAtTheLimitIsRead() throws Exception {
    var answer = running.send(running.post("/webhook/wecom", "x".repeat(Body.LIMIT)));
    assertThat(answer.statusCode()).isEqualTo(200);

    var more = running.send(running.post("/webhook/wecom", "x".repeat(Body.LIMIT + 1)));
    assertThat(more.statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyWithoutAnEndIsCutOff() throws Exception {
    try (var socket =
        connect("POST /webhook/wecom HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")) {
      var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      long sent = 0;
      try {
        while (sent < 64L << 20) {
          socket.getOutputStream().write(chunk);
          sent += chunk.length;
        }
      } catch (IOException cut) {
        // as wanted
      }
      assertThat(sent).isLessThan(64L << 20);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // half open: connects and says nothing
        "POST /webhook/wecom HTT",
        "POST /webhook/wecom HTTP/1.1\r\nHost: a\r\nX-Slow: ",
        "POST /webhook/wecom HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n<xml>",
      })
  void aClientThatDribblesIsClosed(String beginning) throws Exception {
    running.close();
    running = new Running(desk, Optional.empty(), Duration.ofMillis(400), new FakeChannel());
    try (var socket = connect(beginning)) {
      until("it is closed", () -> !isOpenAfterOneMoreByte(socket));
    }
    assertThat(desk.heard).isEmpty();
  }

  private static boolean isOpenAfterOneMoreByte(Socket socket) {
    try {
      socket.setSoTimeout(50);
      if (socket.getInputStream().read() < 0) {
        return false;
      }
    } catch (java.net.SocketTimeoutException stillOpen) {
      // nothing to read yet
    } catch (IOException reset) {
      return false;
    }
    try {
      socket.getOutputStream().write('a');
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET /webhook/wecom?echostr=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /?token=%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        "GET /sandbox/people?token=%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        "GET /sandbox/people HTTP/1.1\r\nHost: :::\r\nConnection: close\r\n\r\n",
        "GET /sandbox/people HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET nowhere HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "BREW /webhook/wecom HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "POST /webhook/wecom HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST /webhook/wecom HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /webhook/../sandbox/people HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      })
  void aCrookedRequestIsRefusedOrCut(String request) throws Exception {
    try (var socket = connect(request)) {
      assertThat(readAll(socket))
          .satisfiesAnyOf(
              cut -> assertThat(cut).isEmpty(),
              refused -> assertThat(refused).matches("(?s)HTTP/1.[01] 4.*"))
          .doesNotContain("Exception", "io.vertx");
    }
  }

  @Test
  void longLinesAndHeadersAreRefused() throws Exception {
    assertThat(running.get("/webhook/wecom?a=" + "x".repeat(20_000)).statusCode()).isEqualTo(414);
    var bigHeader = HttpRequest.newBuilder(running.uri("/")).header("X-Big", "x".repeat(20_000));
    assertThat(running.send(bigHeader).statusCode()).isEqualTo(431);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text/html",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "?;;"
      })
  void theContentTypeDoesNotMatter(String type) throws Exception {
    var webhook = running.post("/webhook/wecom", "你好");
    var sandbox = running.post("/sandbox/messages", "{\"from\":\"p01\",\"text\":\"你好\"}");
    if (!type.isEmpty()) {
      webhook.header("Content-Type", type);
      sandbox.header("Content-Type", type);
    }
    assertThat(running.send(webhook).body()).isEqualTo("听到：你好");
    assertThat(running.send(sandbox).body()).contains("听到：你好");
  }

  @Test
  void tenThousandRandomBodiesNeverBecomeAFailureOfOurs() throws Exception {
    var random = new Random(20220510);
    var paths = new String[] {"/sandbox/messages", "/webhook/wecom", "/sandbox/clock"};
    for (int round = 0; round < Effort.of(10_000); round++) {
      var body = new byte[random.nextInt(200)];
      random.nextBytes(body);
      if (random.nextBoolean() && body.length > 0) {
        body[0] = '{';
      }
      var answer =
          running.http.send(
              HttpRequest.newBuilder(running.uri(paths[round % paths.length]))
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isLessThan(500);
      assertThat(answer.body()).doesNotContain("Exception");
    }
  }

  private Socket connect(String beginning) throws IOException {
    var socket = running.connect();
    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String readAll(Socket socket) throws IOException {
    socket.setSoTimeout(60_000);
    var read = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(read);
    } catch (java.net.SocketException reset) {
      // what came before it counts
    }
    return read.toString(StandardCharsets.UTF_8);
  }
}
