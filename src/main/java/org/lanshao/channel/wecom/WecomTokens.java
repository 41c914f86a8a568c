package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.TokenSource;

/** {@code gettoken}: the access token of one app. */
final class WecomTokens implements TokenSource {
  private final WecomSettings settings;

  WecomTokens(WecomSettings settings) {
    this.settings = settings;
  }

  @Override
  public String key() {
    return "wecom/" + settings.corpId() + "/" + settings.agentId();
  }

  @Override
  public Delivery.HttpCall fetch() {
    String uri =
        settings.api()
            + "/cgi-bin/gettoken?corpid="
            + encoded(settings.corpId())
            + "&corpsecret="
            + encoded(settings.secret());
    return new Delivery.HttpCall("GET", uri, Map.of(), new byte[0], Optional.empty());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public Fetched read(RawResponse response) {
    return switch (ApiAnswer.of(response)) {
      case ApiAnswer.Unreadable(Outcome.TryAgain again) -> new Fetched.Failed(again);
      case ApiAnswer.Read(int errcode, JsonNode json) when errcode == 0 -> token(json);
      case ApiAnswer.Read(int errcode, JsonNode ignored) -> new Fetched.Failed(failure(errcode));
    };
  }

  private static Fetched token(JsonNode json) {
    String token = json.path("access_token").asText();
    long seconds = json.path("expires_in").asLong();
    return token.isEmpty() || seconds <= 0
        ? new Fetched.Failed(new Outcome.TryAgain(Duration.ofSeconds(5), "unreadable", "0"))
        : new Fetched.Token(token, Duration.ofSeconds(seconds));
  }

  /** Unless the platform is busy, somebody has to correct the organisation's id or the secret. */
  private static Outcome failure(int errcode) {
    return ErrorCodes.outcome(errcode) instanceof Outcome.TryAgain again
        ? again
        : ErrorCodes.settings(Integer.toString(errcode));
  }
}
