package org.lanshao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lanshao.channel.RawResponse;

/** Who may bring warnings, and how long they may be. */
class WarningRouteTest {
  private final Running running =
      new Running((channel, inbound, here) -> Future.succeededFuture(RawResponse.EMPTY_OK));

  @AfterEach
  void stop() {
    running.close();
  }

  private int post(String token, String body) throws IOException, InterruptedException {
    var request = running.post("/warning/cap", body);
    return running
        .send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token))
        .statusCode();
  }

  @Test
  void onlyWhoKnowsTheTokenIsHeard() throws Exception {
    assertThat(post(Running.WARNING_TOKEN, "<alert/>")).isEqualTo(200);
    assertThat(post("", "<alert/>")).isEqualTo(401);
    assertThat(post("forged-token-for-tests-", "<alert/>")).isEqualTo(401);
    assertThat(post(Running.WARNING_TOKEN + "x", "<alert/>")).isEqualTo(401);
  }

  @Test
  void aLongDocumentIsTurnedAway() throws Exception {
    assertThat(post(Running.WARNING_TOKEN, "x".repeat(256 * 1024))).isEqualTo(200);
    assertThat(post(Running.WARNING_TOKEN, "x".repeat(256 * 1024 + 1))).isEqualTo(413);
  }

  /** With its length said before, in chunks, and asking first whether it may come. */
  @Test
  void whoSendsTenMegabytesGetsToSeeTheAnswer() throws Exception {
    var document = new byte[10_000_000];
    var known = HttpRequest.BodyPublishers.ofByteArray(document);
    var chunks = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(document));
    for (int i = 0; i < 5; i++) {
      assertThat(answer(Running.WARNING_TOKEN, known, false)).isEqualTo(413);
      assertThat(answer(Running.WARNING_TOKEN, chunks, false)).isEqualTo(413);
      assertThat(answer(Running.WARNING_TOKEN, known, true)).isEqualTo(413);
      assertThat(answer("forged-token-for-tests-", known, false)).isEqualTo(401);
      assertThat(answer("forged-token-for-tests-", chunks, false)).isEqualTo(401);
    }
    assertThat(post(Running.WARNING_TOKEN, "<alert/>")).isEqualTo(200);
  }

  private int answer(String token, HttpRequest.BodyPublisher body, boolean asks)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(running.uri("/warning/cap"))
            .header("Authorization", "Bearer " + token)
            .expectContinue(asks)
            .POST(body);
    return running.send(request).statusCode();
  }

  @Test
  void itIsOnlyForPosts() throws Exception {
    var answer =
        running.send(
            HttpRequest.newBuilder(running.uri("/warning/cap"))
                .header("Authorization", "Bearer " + Running.WARNING_TOKEN));
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }
}
