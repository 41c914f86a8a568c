package org.lanshao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.Patience.until;

import io.vertx.core.Future;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.channel.RawResponse;
import org.lanshao.form.FormCode;
import org.lanshao.form.Mistake;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.publish.FormsState;

@Timeout(120)
class SandboxRoutesTest {
  private final EchoDesk desk = new EchoDesk();
  private Running running = new Running(desk);

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aMessageIsAnsweredWithItsReplies() throws Exception {
    var answer = running.say("{\"from\":\"p01\",\"chat\":\"g01\",\"text\":\"菜单\",\"id\":\"m1\"}");

    assertThat(answer.body())
        .isEqualTo(
            "{\"replies\":[{\"text\":\"要做什么？\\n1 走访\\n2 宣传\",\"choices\":"
                + "[{\"label\":\"走访\",\"say\":\"1\"},{\"label\":\"宣传\",\"say\":\"2\"}]}]}");
    assertThat(desk.heard)
        .singleElement()
        .satisfies(
            inbound -> {
              assertThat(inbound.messageId()).isEqualTo("m1");
              assertThat(inbound.account()).isEqualTo("p01");
              assertThat(inbound.chat()).isEqualTo(new Chat.Group("g01"));
              assertThat(inbound.content()).isEqualTo(new Content.Text("菜单"));
              assertThat(inbound.receivedAt()).isEqualTo(Running.START);
            });
  }

  @Test
  void aPhotoIsHandedOverAndSentByItsIdAndComesBackAsItWas() throws Exception {
    var lines = listen("/sandbox/feed", Optional.empty());
    var id = upload("\u00ff\u00d8 a photo");
    assertThat(
            running
                .say("{\"from\":\"p01\",\"photo\":\"%s\",\"id\":\"m1\"}".formatted(id))
                .statusCode())
        .isEqualTo(200);

    assertThat(List.copyOf(desk.heard).getLast().content())
        .isEqualTo(new Content.Media(Content.Media.Kind.IMAGE, id));
    assertThat(take(lines, 3).getLast()).contains("\"photo\":\"" + id + "\"");
    var back = running.get("/sandbox/media/" + id);
    assertThat(back.body()).isEqualTo("\u00ff\u00d8 a photo");
    assertThat(back.headers().firstValue("Content-Disposition")).hasValue("attachment");
    assertThat(back.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
    assertThat(upload("\u00ff\u00d8 a photo")).as("each is one of its own").isNotEqualTo(id);
  }

  private String upload(String bytes) throws Exception {
    var answer = running.send(running.post("/sandbox/media", bytes));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body().replaceAll(".*:\"|\".*", "");
  }

  @Test
  void filesAndPointsAreSentToo() throws Exception {
    var id = upload("%PDF-1.7");
    running.say("{\"from\":\"p01\",\"file\":\"%s\"}".formatted(id));
    assertThat(List.copyOf(desk.heard).getLast().content())
        .isEqualTo(new Content.Media(Content.Media.Kind.FILE, id));
    running.say(
        "{\"from\":\"p01\",\"location\":{\"latitude\":22.9,\"longitude\":112,\"label\":\"桥头\"}}");
    assertThat(List.copyOf(desk.heard).getLast().content())
        .isEqualTo(new Content.Location(22.9, 112, "桥头"));
  }

  @ParameterizedTest
  @CsvSource({"'', 400, empty", "../../etc, 404, path", "ab, 404, media"})
  void noOtherFileCanBeHad(String what, int status, String code) throws Exception {
    var answer =
        what.isEmpty()
            ? running.send(running.post("/sandbox/media", ""))
            : running.get("/sandbox/media/" + what);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"error\":\"" + code + "\"}");
  }

  @Test
  void whatTheDeskSendsIsShownAndCanBeHad() throws Exception {
    var lines = listen("/sandbox/feed", Optional.empty());
    var hash = running.sent.keep("a drawn picture".getBytes(StandardCharsets.UTF_8));
    var file = "\"file\":{\"kind\":\"image\",\"hash\":\"%s\",\"name\":\"走访.png\"}".formatted(hash);

    var reply = running.say("{\"from\":\"p01\",\"text\":\"图 %s\"}".formatted(hash)).body();

    assertThat(reply).contains("\"text\":\"走访 3户\"", file);
    assertThat(take(lines, 6).getLast()).contains(file);
    assertThat(running.get("/sandbox/sent/" + hash).body()).isEqualTo("a drawn picture");
    assertThat(running.get("/sandbox/sent/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    assertThat(running.get("/sandbox/sent/x").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    var most = running.send(running.post("/sandbox/media", "x".repeat(256 * 1024)));
    assertThat(most.statusCode()).isEqualTo(200);
    var more = running.send(running.post("/sandbox/media", "x".repeat(256 * 1024 + 1)));
    assertThat(more.statusCode()).isEqualTo(413);
    assertThat(more.body()).isEqualTo("{\"error\":\"size\"}");
  }

  @Test
  void aReplyThatGoesAnotherWayIsNoReplyHere() throws Exception {
    running.close();
    running = new Running((c, i, here) -> Future.succeededFuture(RawResponse.EMPTY_OK));

    assertThat(running.say("{\"from\":\"p01\",\"text\":\"a\"}").body())
        .isEqualTo("{\"replies\":[]}");
  }

  @Test
  void aDatabaseThatIsAwayIsSaidAsJson() throws Exception {
    running.close();
    running = new Running((c, i, here) -> Future.succeededFuture(RawResponse.status(503)));

    var answer = running.say("{\"from\":\"p01\",\"text\":\"a\"}");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"error\":\"unavailable\"}");
  }

  @Test
  void peopleAndTheSandboxsOwnGroupsAreListed() throws Exception {
    assertThat(running.get("/sandbox/people").body())
        .isEqualTo(
            "[{\"id\":\"p01\",\"name\":\"陈小雨\",\"role\":\"worker\",\"area\":\"太平镇\"},"
                + "{\"id\":\"p11\",\"name\":\"何大山\",\"role\":\"head\",\"area\":\"太平镇\"}]");
    assertThat(running.get("/sandbox/groups").body())
        .isEqualTo(
            "[{\"id\":\"g01\",\"name\":\"罗定太平社工站\",\"area\":\"太平镇\","
                + "\"hear\":\"g01\",\"send\":\"g01\"}]");
  }

  @Test
  void howTheFilesOfFormsStandIsShownAndSentAsSoonAsItChanges() throws Exception {
    var lines = listen("/sandbox/feed", Optional.empty());
    var wrong =
        new Mistake(FormCode.UNKNOWN_KEY, "/somewhere/visit.yaml", 12, "不认识的键 whom。", "是不是 who？");
    var library = running.forms.library();
    running.forms = new FormsState(library, List.of(), List.of(wrong), List.of());
    running.feed.forms(running.forms);

    var json =
        "{\"refused\":true,\"mistakes\":[{\"file\":\"visit.yaml\",\"line\":12,\"code\":\"L201\","
            + "\"problem\":\"不认识的键 whom。\",\"remedy\":\"是不是 who？\"}],\"hints\":[],\"forms\":[]}";
    assertThat(running.get("/sandbox/forms").body()).isEqualTo(json);
    assertThat(take(lines, 3)).containsExactly("id: run1-1", "event: forms", "data: " + json);
  }

  @Test
  void aFormIsDrawnAndAnUnknownOneIsNot() throws Exception {
    running.forms = Running.patrol();

    assertThat(running.get("/sandbox/forms").body())
        .containsPattern("\"drawing\":\"/sandbox/forms/patrol.svg\\?[0-9a-f]{12}\"");
    var drawing = running.get("/sandbox/forms/patrol.svg?0123");
    assertThat(drawing.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    assertThat(drawing.headers().firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'");
    assertThat(drawing.body()).startsWith("<svg").contains("地点");
    assertThat(running.get("/sandbox/forms/visit.svg").statusCode()).isEqualTo(404);
  }

  @Test
  void theFeedShowsWhatIsSaidRepliedAndSent() throws Exception {
    var lines = listen("/sandbox/feed", Optional.empty());

    running.say("{\"from\":\"p01\",\"chat\":\"g01\",\"text\":\"你好\",\"id\":\"m1\"}");
    running.feed.show("{\"id\":\"o1\",\"chat\":\"g01\",\"to\":\"\",\"text\":\"通知\"}");

    assertThat(take(lines, 9))
        .containsExactly(
            "id: run1-1",
            "event: said",
            "data: {\"id\":\"m1\",\"chat\":\"g01\",\"from\":\"p01\",\"text\":\"你好\"}",
            "id: run1-2",
            "event: message",
            "data:"
                + " {\"id\":\"m1/1\",\"chat\":\"g01\",\"to\":\"p01\",\"text\":\"听到：你好\",\"choices\":[]}",
            "id: run1-3",
            "event: message",
            "data: {\"id\":\"o1\",\"chat\":\"g01\",\"to\":\"\",\"text\":\"通知\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "/sandbox/feed, '', new", // from now on
    "/sandbox/feed?recent=true, '', 1 2 3 new",
    "/sandbox/feed, run1-2, 3 new",
    "/sandbox/feed?recent=true, run1-3, new",
    "/sandbox/feed, run0-9, 1 2 3 new", // of the process before this one
    "/sandbox/feed, nonsense, 1 2 3 new",
  })
  void aListenerThatComesBackGetsWhatItMissed(String path, String lastSeen, String expected)
      throws Exception {
    List.of("1", "2", "3").forEach(running.feed::show);

    var lines = listen(path, Optional.of(lastSeen).filter(seen -> !seen.isEmpty()));
    running.feed.show("new");

    var words = expected.split(" ");
    assertThat(take(lines, 3 * words.length).stream().filter(l -> l.startsWith("data")))
        .map(line -> line.substring("data: ".length()))
        .containsExactly(words);
  }

  @Test
  void aListenerThatDoesNotReadIsDroppedAndCounted() throws Exception {
    try (var socket = running.connect()) {
      socket.setReceiveBufferSize(1024);
      socket
          .getOutputStream()
          .write(
              "GET /sandbox/feed HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().read();

      var big = "x".repeat(100_000);
      until(
          () -> {
            running.feed.show(big);
            return running.meters.get("lanshao.feed.dropped").counter().count() > 0;
          });
      assertThat(running.meters.get("lanshao.feed.dropped").counter().count()).isEqualTo(1);
      assertThat(running.meters.get("lanshao.feed.listeners").gauge().value()).isEqualTo(0);
    }
  }

  @Test
  void theClockMovesForwardOnly() throws Exception {
    assertThat(running.get("/sandbox/clock").body())
        .isEqualTo("{\"at\":\"2022-05-10T01:30:00Z\",\"manual\":true}");

    var moved = running.send(running.post("/sandbox/clock", at("2022-05-10T10:00:00+08:00")));
    assertThat(moved.body()).isEqualTo("{\"at\":\"2022-05-10T02:00:00Z\",\"manual\":true}");

    var back = running.send(running.post("/sandbox/clock", at("2022-05-10T09:59:59+08:00")));
    assertThat(back.statusCode()).isEqualTo(409);
    var same = running.send(running.post("/sandbox/clock", at("2022-05-10T10:00:00+08:00")));
    assertThat(same.statusCode()).isEqualTo(200);
    for (String bad : List.of(at("morgen"), "{}", "[]", "", "{")) {
      assertThat(running.send(running.post("/sandbox/clock", bad)).statusCode()).isEqualTo(400);
    }
    running.say("{\"from\":\"p01\",\"text\":\"a\"}");
    assertThat(desk.heard.element().receivedAt()).isEqualTo("2022-05-10T02:00:00Z");
  }

  private static String at(String time) {
    return "{\"at\":\"" + time + "\"}";
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Origin, http://127.0.0.1:1, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, none, 200",
    "X-Nothing, nothing, 200",
  })
  void noOtherSiteMaySpeakThroughABrowser(String header, String value, int status)
      throws Exception {
    var request = running.post("/sandbox/messages", "{\"from\":\"p01\",\"text\":\"a\"}");

    assertThat(running.send(request.header(header, value)).statusCode()).isEqualTo(status);
  }

  @Test
  void thePagesOwnOriginMaySpeak() throws Exception {
    var request = running.post("/sandbox/messages", "{\"from\":\"p01\",\"text\":\"a\"}");

    var answer = running.send(request.header("Origin", "http://127.0.0.1:" + running.port));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void aNameThatIsOnlyPointedHereIsRefused() throws Exception {
    try (var socket = running.connect()) {
      socket
          .getOutputStream()
          .write(
              "GET /sandbox/people HTTP/1.0\r\nHost: evil.example\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.0 403").contains("{\"error\":\"host\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "X-Nothing, '', '', 401",
    "Authorization, Bearer wrong, '', 401",
    "Authorization, Basic token, '', 401",
    "Authorization, Bearer plain-token, '', 200",
    "Cookie, lanshao-sandbox=plain-token, '', 200",
    "Cookie, lanshao-sandbox=wrong, '', 401",
    "X-Nothing, '', ?token=plain-token, 200",
    "X-Nothing, '', ?token=wrong, 401",
    "X-Nothing, '', ?token=, 401",
  })
  void withATokenOnlyThoseWhoKnowItComeIn(String header, String value, String query, int status)
      throws Exception {
    running.close();
    running = new Running(desk, Optional.of("plain-token"), Duration.ofSeconds(60));

    for (String path :
        List.of("/sandbox/people", "/sandbox/groups", "/sandbox/forms", "/sandbox/clock")) {
      var request = HttpRequest.newBuilder(running.uri(path + query)).header(header, value);
      assertThat(running.send(request).statusCode()).isEqualTo(status);
    }
  }

  @Test
  void thePagesAddressWithTheTokenKeepsItInACookieAndLosesIt() throws Exception {
    running.close();
    running = new Running(desk, Optional.of("plain-token"), Duration.ofSeconds(60));

    var good = running.get("/?token=plain-token");
    assertThat(good.statusCode()).isEqualTo(303);
    assertThat(good.headers().firstValue("Location")).hasValue("/");
    assertThat(good.headers().firstValue("Set-Cookie").orElse(""))
        .startsWith("lanshao-sandbox=plain-token")
        .contains("HTTPOnly", "SameSite=Strict");
    assertThat(running.get("/?token=wrong").headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(running.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void thePageMayLoadNothingFromElsewhere() throws Exception {
    var page = running.get("/");
    var policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe", "http");
    assertThat(page.body()).doesNotContain("http://", "https://", "<style", "onclick");

    var tag = page.headers().firstValue("ETag").orElseThrow();
    var again = HttpRequest.newBuilder(running.uri("/")).header("If-None-Match", tag);
    assertThat(running.send(again).statusCode()).isEqualTo(304);
    for (String file :
        List.of(
            "/style.css",
            "/page.js",
            "/forms.js",
            "/media.js",
            "/parts.js",
            "/talk.js",
            "/wire.js",
            "/whistle.svg")) {
      assertThat(running.get(file).statusCode()).as(file).isEqualTo(200);
    }
  }

  private BlockingQueue<String> listen(String path, Optional<String> lastSeen) throws Exception {
    var lines = new LinkedBlockingQueue<String>();
    var request = HttpRequest.newBuilder(running.uri(path));
    lastSeen.ifPresent(seen -> request.header("Last-Event-ID", seen));
    var opened =
        running.http.sendAsync(
            request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)));
    assertThat(lines.poll(1, TimeUnit.MINUTES)).isEqualTo("retry: 1000");
    assertThat(opened).isNotCompletedExceptionally();
    return lines;
  }

  private static List<String> take(BlockingQueue<String> lines, int wanted) throws Exception {
    var taken = new java.util.ArrayList<String>();
    while (taken.size() < wanted) {
      var line = lines.poll(1, TimeUnit.MINUTES);
      assertThat(line).as("a line after %s", taken).isNotNull();
      if (!line.isEmpty()) {
        taken.add(line);
      }
    }
    return taken;
  }

  /** Puts each line into a queue. */
  private record Lines(BlockingQueue<String> lines)
      implements java.util.concurrent.Flow.Subscriber<String> {
    @Override
    public void onSubscribe(java.util.concurrent.Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      lines.add(line);
    }

    @Override
    public void onError(Throwable closed) {}

    @Override
    public void onComplete() {}
  }
}
