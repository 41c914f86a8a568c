package org.lanshao.channel.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Delivery.HttpCall;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.TokenSource.Fetched;
import org.lanshao.message.Outbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;

class SendCallTest {
  private final WecomChannel channel = Vectors.named("app-text-ascii").channel();

  @Test
  void theCallIsTheOneThatThePlatformDocuments() throws Exception {
    var call = (HttpCall) channel.encode(to("Wang.Xiaomei", "一\n二 \"三\" 🌊"));

    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.uri()).isEqualTo("https://api.example.invalid/cgi-bin/message/send");
    assertThat(call.tokenParameter()).contains("access_token");
    assertThat(call.headers()).containsEntry("content-type", "application/json; charset=utf-8");
    assertThat(new ObjectMapper().readTree(call.body()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"touser": "Wang.Xiaomei", "msgtype": "text", "agentid": 1000027,
                     "text": {"content": "一\\n二 \\"三\\" 🌊"}, "safe": 0,
                     "enable_duplicate_check": 1, "duplicate_check_interval": 60}
                    """));
  }

  @Test
  void aLaterTryIsDroppedIfItArrivedBeforeAlsoAfterALongWait() throws IOException {
    var first = to("Wang.Xiaomei", "一");
    var second = new Outbound(first.id(), first.target(), first.part(), 0, 2);

    assertThat(body(first).path("duplicate_check_interval").asInt()).isEqualTo(60);
    assertThat(body(second).path("duplicate_check_interval").asInt()).isEqualTo(1800);
  }

  private JsonNode body(Outbound outbound) throws IOException {
    return new ObjectMapper().readTree(((HttpCall) channel.encode(outbound)).body());
  }

  @Test
  void noCharacterIsEscapedByItsNumber() {
    var call =
        (HttpCall) channel.encode(to("w1", "\u0000a\u0007\u001b\u007f\u0085\u2028🌊\ud83c尾\ufffe"));

    assertThat(new String(call.body(), StandardCharsets.UTF_8))
        .doesNotContain("\\u")
        .contains("\"a\u2028🌊尾\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@all", "@ALL", "w1|w2", "", " "})
  void aMessageNeverGoesToSeveralOrToAll(String account) {
    assertThat(channel.encode(to(account, "好")))
        .isEqualTo(new Delivery.Impossible("unknown_recipient"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/vectors/wecom-errcodes.csv")
  void aCodeMeans(int errcode, String kind, String seconds, String code) {
    Outcome outcome =
        channel.outcome(to("w1", "好"), json("{\"errcode\":" + errcode + ",\"errmsg\":\"x\"}"));

    String platformCode = Integer.toString(errcode);
    assertThat(outcome)
        .isEqualTo(
            switch (kind) {
              case "A" -> Outcome.Accepted.PLAIN;
              case "B" ->
                  new Outcome.TryAgain(
                      Duration.ofSeconds(Long.parseLong(seconds)), code, platformCode);
              case "T" -> new Outcome.TokenRefused(platformCode);
              case "S" -> new Outcome.TryAgain(Duration.ofMinutes(10), "settings", platformCode);
              default -> new Outcome.Refused(code, platformCode);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"errcode\":0}; ",
        "{\"errcode\":0,\"invaliduser\":\"\"}; ",
        "{\"errcode\":0,\"invaliduser\":\"other|he.jianping-070\"}; ",
        "{\"errcode\":0,\"invaliduser\":\"he.jianping-07\"}; unknown_recipient",
        "{\"errcode\":0,\"invaliduser\":\"a|HE.JIANPING-07|b\"}; unknown_recipient",
        "{\"errcode\":0,\"unlicenseduser\":\"he.jianping-07\"}; unlicensed_recipient",
      })
  void okIsNotOkForARecipientThatIsListed(String body, String code) {
    assertThat(channel.outcome(to("He.Jianping-07", "好"), json(body)))
        .isEqualTo(
            Optional.ofNullable(code)
                .<Outcome>map(refused -> new Outcome.Refused(refused, "0"))
                .orElse(Outcome.Accepted.PLAIN));
  }

  @Test
  void theMessagesIdIsKeptToFindItLater() {
    assertThat(
            channel.outcome(to("he.jianping-07", "好"), json("{\"errcode\":0,\"msgid\":\"m-7\"}")))
        .isEqualTo(new Outcome.Accepted("m-7", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>", "[]", "{}", "null", "{\"errcode\":\"0\"}", "{\"errcode\":1.5}", "{"})
  void aBodyThatCannotBeReadMeansLater(String body) {
    assertThat(channel.outcome(to("w1", "好"), json(body)))
        .isEqualTo(new Outcome.TryAgain(Duration.ofSeconds(5), "unreadable", "http 200"));
  }

  @Test
  void aServerErrorMeansLaterWhateverItSays() {
    var response = new RawResponse(503, "", "{\"errcode\":0}".getBytes(StandardCharsets.UTF_8));

    assertThat(channel.outcome(to("w1", "好"), response))
        .isEqualTo(new Outcome.TryAgain(Duration.ofSeconds(5), "platform_down", "http 503"));
  }

  @Test
  void theTokenIsAskedForWithIdAndSecret() {
    var tokens = channel.tokens().orElseThrow();

    assertThat(tokens.fetch().uri())
        .isEqualTo(
            "https://api.example.invalid/cgi-bin/gettoken"
                + "?corpid=ww58b2a2055bb55bcb&corpsecret=secret-of-the-app");
    assertThat(tokens.fetch().toString()).doesNotContain("secret");
    assertThat(tokens.key()).isEqualTo("wecom/ww58b2a2055bb55bcb/1000027");
    assertThat(Vectors.named("app-text-ascii").settings().toString())
        .doesNotContain("secret-of-the-app", "K9mPz2WqLt", "wM5hpA6eEfujfoRnxa6wHW35PBbnm3Nliq");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}; Token[PT2H]",
        "{\"errcode\":0,\"access_token\":\"\",\"expires_in\":7200}; unreadable PT5S",
        "{\"errcode\":0,\"access_token\":\"t\"}; unreadable PT5S",
        "{\"errcode\":-1}; busy PT1S",
        "{\"errcode\":45009}; rate_limit PT1M",
        "{\"errcode\":40001}; settings PT10M",
        "{\"errcode\":40013}; settings PT10M",
        "{\"errcode\":41004}; settings PT10M",
        "nothing; unreadable PT5S",
      })
  void theAnswerHoldsATokenOrSaysWhenToAskAgain(String body, String expected) {
    String read =
        switch (channel.tokens().orElseThrow().read(json(body))) {
          case Fetched.Token token -> token.toString();
          case Fetched.Failed(Outcome outcome) -> {
            var again = (Outcome.TryAgain) outcome;
            yield again.code() + " " + again.after();
          }
        };

    assertThat(read).isEqualTo(expected);
  }

  private static Outbound to(String account, String text) {
    return new Outbound(
        new UUID(0, 1), new Target.ToPerson(account), new Reply.Part(text, List.of()));
  }

  private static RawResponse json(String body) {
    return new RawResponse(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }
}
