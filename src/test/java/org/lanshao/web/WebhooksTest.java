package org.lanshao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.channel.RawResponse;
import org.lanshao.turn.Unavailable;

@Timeout(120)
class WebhooksTest {
  private final EchoDesk desk = new EchoDesk();
  private Running running = new Running(desk, new FakeChannel());

  @AfterEach
  void stop() {
    running.close();
  }

  private void restart(Reception reception) {
    running.close();
    running = new Running(reception, new FakeChannel());
  }

  @Test
  void aHandshakeIsAnsweredWithItsBytesAndItsTypeAlone() throws Exception {
    var answer = running.get("/webhook/wecom?echostr=a%2Bb%25&echostr=%E8%93%9D+x");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("蓝 x");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
  }

  @Test
  void theDesksResponseGoesBackAsItIs() throws Exception {
    var answer = running.send(running.post("/webhook/wecom", "走访"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("听到：走访");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml");
  }

  @Test
  void whenAPlatformLastCalledIsKnownAndForgedCallsDoNotCount() throws Exception {
    running.send(running.post("/webhook/wecom", "forged"));
    assertThat(silence()).isNaN();

    running.send(running.post("/webhook/wecom", "走访"));
    assertThat(silence()).isGreaterThanOrEqualTo(0);
  }

  private double silence() {
    return running.meters.get("lanshao.callbacks.silence").tag("channel", "wecom").gauge().value();
  }

  @Test
  void anEmptyOkHasNoBodyAndNoType() throws Exception {
    restart((channel, inbound, here) -> Future.succeededFuture(RawResponse.EMPTY_OK));

    var answer = running.send(running.post("/webhook/wecom", "x"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /webhook/nobody, x, 404, unknown, channel",
    "POST, /webhook/sandbox, x, 404, unknown, channel",
    "POST, /webhook/, x, 404, unknown, channel",
    "PUT, /webhook/wecom, x, 405, wecom, method",
    "POST, /webhook/wecom, forged, 403, wecom, signature",
    "POST, /webhook/wecom, bug, 400, wecom, unreadable",
    "GET, /nowhere, x, 404, '', ''",
    "DELETE, /sandbox/messages, x, 405, '', ''",
  })
  void aBadRequestIsRefusedWithItsCodeAndCounted(
      String method, String path, String body, int status, String channel, String code)
      throws Exception {
    var answer =
        running.send(
            HttpRequest.newBuilder(running.uri(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).startsWith("{\"error\":").doesNotContain("Exception", "私密");
    if (!code.isEmpty()) {
      assertThat(running.refusals(channel, code)).isEqualTo(1);
    }
  }

  /** No database could take them as keys; they would be told to come again, without end. */
  @ParameterizedTest
  @CsvSource({"3000, 1", "1, 3000"})
  void anIdThatIsNoneIsRefused(int message, int account) throws Exception {
    var path = "/webhook/wecom?id=" + "m".repeat(message) + "&from=" + "a".repeat(account);

    assertThat(running.send(running.post(path, "走访")).statusCode()).isEqualTo(400);

    assertThat(running.refusals("wecom", "id")).isEqualTo(1);
    var longest = "/webhook/wecom?id=" + "m".repeat(200) + "&from=" + "a".repeat(64);
    assertThat(running.send(running.post(longest, "走访")).statusCode()).isEqualTo(200);
  }

  @Test
  void aLostDatabaseIsA503ForEveryPlatform() throws Exception {
    restart((c, i, here) -> Future.failedFuture(new Unavailable("lost", new Exception("私密"))));

    var answer = running.send(running.post("/webhook/wecom", "x"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
  }

  @Test
  void aDeskThatThrowsIsA503WithoutAWordOfWhy() throws Exception {
    restart(
        (c, i, here) -> {
          throw new IllegalStateException("私密");
        });

    var answer = running.send(running.post("/webhook/wecom", "x"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void theDeskMayAnswerOnAnotherThread() throws Exception {
    restart(
        (c, i, here) -> {
          Promise<RawResponse> later = Promise.promise();
          Thread.ofVirtual().start(() -> later.complete(RawResponse.status(202)));
          return later.future();
        });

    assertThat(running.send(running.post("/webhook/wecom", "x")).statusCode()).isEqualTo(202);
  }
}
