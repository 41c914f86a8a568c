package org.lanshao.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.Effort;

/** Whatever is sent, the server stands, says nothing of its inside and keeps its memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private static final String MARK = "绝密标记四七一一";
  private static final Pattern INSIDE =
      Pattern.compile("Exception|\\tat |java\\.|org\\.lanshao|io\\.vertx");
  private static final int RANDOM = Effort.of(10_000);

  private Program program;
  private Http http;

  @BeforeAll
  void start(@TempDir Path dir) {
    program = Program.start(Installation.onSqlite(dir));
    http = new Http(program.installation().port());
  }

  @AfterAll
  void stop() {
    var log = program.log();
    program.close();
    assertThat(log).noneMatch(line -> line.contains(MARK));
  }

  @ParameterizedTest
  @MethodSource("org.lanshao.program.Vectors#bad")
  void aForgedOrBrokenRequestIsRefused(Vectors.Vector vector) throws Exception {
    long before = turns();
    var response = deliver(vector);
    holdHarmless(response);
    assertThat(response.statusCode()).isBetween(400, 499);
    assertThat(turns()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("org.lanshao.program.Vectors#good")
  void aProperRequestIsTaken(Vectors.Vector vector) throws Exception {
    var response = deliver(vector);
    assertThat(response.statusCode()).isEqualTo(200);
    if (vector.method().equals("GET")) {
      assertThat(response.body()).isEqualTo(vector.answer());
    }
  }

  private HttpResponse<String> deliver(Vectors.Vector vector) throws IOException {
    var request = vector.request();
    return vector.method().equals("GET")
        ? http.get(request.pathAndQuery())
        : http.post(request.pathAndQuery(), "text/xml", request.body());
  }

  @Test
  void anXmlBombIsRefusedAtOnce() throws Exception {
    var bomb = new StringBuilder("<!DOCTYPE xml [<!ENTITY a \"" + MARK + "\">");
    for (char c = 'b'; c <= 'z'; c++) {
      bomb.append("<!ENTITY ")
          .append(c)
          .append(" \"")
          .append(("&" + (char) (c - 1) + ";").repeat(10))
          .append("\">");
    }
    bomb.append("]><xml><Encrypt>&z;</Encrypt></xml>");
    var outside = post(Wecom.signed("&z;", bomb.toString().getBytes(UTF_8)));
    var inside = post(wecom().request(bomb.toString()));
    assertThat(outside.statusCode()).isBetween(400, 499);
    assertThat(inside.statusCode()).isLessThan(500);
    holdHarmless(inside);
  }

  @Test
  void anExternalEntityIsNotFetched() throws Exception {
    try (var trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      trap.setSoTimeout(500);
      var entity =
          "<!DOCTYPE xml [<!ENTITY x SYSTEM \"http://127.0.0.1:%d/%s\">]><xml><Encrypt>&x;</Encrypt></xml>"
              .formatted(trap.getLocalPort(), "x");
      holdHarmless(post(Wecom.signed("&x;", entity.getBytes(UTF_8))));
      holdHarmless(post(wecom().request(entity)));
      assertThat(catchOne(trap)).as("a connection by the parser").isFalse();
    }
  }

  private static boolean catchOne(ServerSocket trap) throws IOException {
    try (var caught = trap.accept()) {
      return caught.isConnected();
    } catch (java.net.SocketTimeoutException nobody) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    Wecom.PATH + ", 413",
    "/sandbox/messages, 413",
    "/webhook/nothing, 404",
    "/warning/cap, 404"
  })
  void aMegabyteIsRefused(String path, int status) throws Exception {
    var response = http.post(path, "text/xml", MARK.repeat(50_000).getBytes(UTF_8));
    holdHarmless(response);
    assertThat(response.statusCode()).isEqualTo(status);
  }

  /** An HTTP client would not send these. */
  @ParameterizedTest
  @CsvSource({
    Wecom.PATH + "?msg_signature=%",
    Wecom.PATH + "?timestamp=1&nonce=%zz",
    Wecom.PATH + "?echostr=%e4%b8%",
    "/sandbox/people?token=%2"
  })
  void aBrokenEscapeIsRefused(String pathAndQuery) throws Exception {
    for (var method : List.of("GET", "POST")) {
      try (var socket =
          new Socket(InetAddress.getLoopbackAddress(), program.installation().port())) {
        var request = "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write(request.formatted(method, pathAndQuery).getBytes(UTF_8));
        var status = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        assertThat(status.readLine()).startsWith("HTTP/1.1 400");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/json",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "image/png; charset=nothing",
        "x"
      })
  void aWrongContentTypeDoesNoHarm(String type) throws Exception {
    var request = wecom().request(5, type.length(), "我的");
    holdHarmless(http.post(request.pathAndQuery(), type, request.body()));
    holdHarmless(http.post("/sandbox/messages", type, MARK.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"from\":1}",
        "{\"from\":\"w1\"}",
        "{\"from\":\"w1\",\"chat\":{},\"text\":[]}",
        "{\"from\":\"w1\",\"chat\":\"private\",\"text\":\"我的\",\"id\":{}}",
        "{\"from\":\"nobody\",\"chat\":\"private\",\"text\":\"x\"}",
        "{\"from\":\"w1\",\"chat\":\"nowhere\",\"text\":\"x\"}",
        "{\"from\":\"w1\"",
        "\u0000",
        "\"\\ud800\""
      })
  void aSandboxMessageThatIsNoneDoesNoHarm(String json) throws Exception {
    holdHarmless(http.post("/sandbox/messages", "application/json", json.getBytes(UTF_8)));
  }

  @Test
  void halfOpenAndSlowConnectionsDoNotStopOthers() throws Exception {
    var sockets = new ArrayList<Socket>();
    try {
      for (int i = 0; i < 300; i++) {
        var socket = new Socket(InetAddress.getLoopbackAddress(), program.installation().port());
        sockets.add(socket);
        socket.getOutputStream().write(beginnings(i).getBytes(UTF_8));
      }
      for (int i = 0; i < 20; i++) {
        // a byte now and then
        for (var socket : sockets.subList(0, 50)) {
          socket.getOutputStream().write('x');
        }
        assertThat(wecom().say(6, 6000 + i, "我的").status()).isEqualTo(200);
      }
    } finally {
      for (var socket : sockets) {
        socket.close();
      }
    }
  }

  private static String beginnings(int i) {
    return switch (i % 4) {
      case 0 -> "POST " + Wecom.PATH + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n<xml>";
      case 1 -> "POST " + Wecom.PATH + " HTTP/1.1\r\nHost: ";
      case 2 -> "GE";
      default -> "";
    };
  }

  @Test
  void randomBytesDoNoHarmAndLeaveNoMemoryBehind() throws Exception {
    send(new Random(1), 2000);
    long before = heapAfterCollection();
    long seed = System.nanoTime();
    send(new Random(seed), RANDOM);
    long after = heapAfterCollection();
    assertThat(after - before).as("kilobytes more, seed %d", seed).isLessThan(16 * 1024);
    assertThat(wecom().say(7, 7000, "我的").status()).isEqualTo(200);
  }

  private void send(Random random, int requests) throws Exception {
    var work = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < requests; i++) {
      var request = random(random);
      work.add(
          () -> {
            holdHarmless(http.post(request.pathAndQuery(), "text/xml", request.body()));
            return true;
          });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    }
  }

  /** Some without a signature, some rightly signed, some encrypted as they should be. */
  private Wecom.Request random(Random random) {
    var bytes = new byte[1 + random.nextInt(2000)];
    random.nextBytes(bytes);
    return switch (random.nextInt(5)) {
      case 0 -> new Wecom.Request(Wecom.PATH + "?msg_signature=x&timestamp=1&nonce=2", bytes);
      case 1 -> new Wecom.Request("/sandbox/messages", bytes);
      case 2 -> Wecom.signed("x", bytes);
      case 3 -> Wecom.enveloped(java.util.Base64.getEncoder().encodeToString(bytes));
      default -> wecom().request(new String(bytes, UTF_8));
    };
  }

  /** In kilobytes. */
  private long heapAfterCollection() throws Exception {
    var pid = String.valueOf(program.pid());
    Shell.jdk("jcmd", pid, "GC.run");
    Shell.jdk("jcmd", pid, "GC.run");
    var info = Shell.jdk("jcmd", pid, "GC.heap_info");
    var used = Pattern.compile("total \\d+K, used (\\d+)K").matcher(info);
    long all = 0;
    while (used.find()) {
      all += Long.parseLong(used.group(1));
    }
    assertThat(all).as(info).isPositive();
    return all;
  }

  private Wecom wecom() {
    return new Wecom(program.installation());
  }

  private HttpResponse<String> post(Wecom.Request request) throws IOException {
    return http.post(request.pathAndQuery(), "text/xml", request.body());
  }

  private long turns() {
    try (var database = Database.of(program.installation())) {
      return database.number("SELECT count(*) FROM turn");
    }
  }

  private static void holdHarmless(HttpResponse<String> response) {
    assertThat(response.statusCode()).isLessThan(500);
    assertThat(response.body()).doesNotContain(MARK).doesNotContainPattern(INSIDE);
  }
}
