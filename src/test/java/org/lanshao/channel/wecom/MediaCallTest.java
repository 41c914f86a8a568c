package org.lanshao.channel.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.channel.MediaSource.Fetched;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.message.ChannelName;

class MediaCallTest {
  private static final MediaCall CALL =
      new MediaCall(
          new WecomSettings(
              new ChannelName("wecom"),
              "https://qyapi.weixin.qq.com",
              "ww1",
              1000002,
              "secret",
              "token",
              "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"));

  private static Outcome failure(int status, String type, String body) {
    var fetched = CALL.read(new RawResponse(status, type, body.getBytes(UTF_8)));
    assertThat(fetched).isInstanceOf(Fetched.Failed.class);
    return ((Fetched.Failed) fetched).outcome();
  }

  private static Outcome error(int errcode) {
    return failure(200, "application/json; charset=UTF-8", "{\"errcode\":%d}".formatted(errcode));
  }

  @Test
  void theCallNamesTheIdAndWantsAToken() {
    var call = CALL.fetch("1+a/b=&x");

    assertThat(call.method()).isEqualTo("GET");
    assertThat(call.uri())
        .isEqualTo("https://qyapi.weixin.qq.com/cgi-bin/media/get?media_id=1%2Ba%2Fb%3D%26x");
    assertThat(call.tokenParameter()).isEqualTo(Optional.of("access_token"));
    assertThat(call.toString()).doesNotContain("1%2B");
    assertThat(CALL.kept()).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void bytesAreBytesWhateverTheyHold() {
    byte[] picture = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, '{', '"', 'e'};

    assertThat(CALL.read(new RawResponse(200, "image/jpeg", picture)))
        .isEqualTo(new Fetched.Bytes(picture));
  }

  @Test
  void anErrorComesWithStatus200AndIsClassified() {
    assertThat(error(40007)).isEqualTo(new Outcome.Refused("media_gone", "40007"));
    assertThat(error(830002)).isEqualTo(new Outcome.Refused("too_large", "830002"));
    assertThat(error(42001)).isEqualTo(new Outcome.TokenRefused("42001"));
    assertThat(error(60020))
        .isEqualTo(new Outcome.TryAgain(Duration.ofMinutes(10), "settings", "60020"));
    assertThat(error(123456)).isEqualTo(new Outcome.Refused("unknown_error", "123456"));
  }

  @Test
  void whatIsNeitherBytesNorAnErrorIsTriedAgain() {
    for (Outcome outcome :
        new Outcome[] {
          error(0),
          failure(200, "image/jpeg", ""),
          failure(200, "text/html", "<html>a page of something between us</html>"),
          failure(200, "application/json", "[]"),
          failure(404, "image/jpeg", "a picture that says not found"),
          failure(503, "application/json", "{\"errcode\":40007}")
        }) {
      assertThat(outcome).isInstanceOf(Outcome.TryAgain.class);
    }
  }
}
