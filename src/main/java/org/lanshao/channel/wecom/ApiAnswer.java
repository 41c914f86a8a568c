package org.lanshao.channel.wecom;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;

/** The JSON of the platform's API. The truth is in {@code errcode}; the HTTP status is 200. */
sealed interface ApiAnswer {
  /** Writes every character as itself: the platform refuses escaped ones (errcode 40033). */
  JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  /** An answer with its code. */
  record Read(int errcode, JsonNode json) implements ApiAnswer {}

  /** None: the platform is down, or something between us and it answered. */
  record Unreadable(Outcome.TryAgain again) implements ApiAnswer {}

  /** Reads a response. */
  static ApiAnswer of(RawResponse response) {
    if (response.status() >= 500) {
      return unreadable("platform_down", response);
    }
    try {
      JsonNode json = JSON.readTree(response.body());
      JsonNode errcode = json.path("errcode");
      return errcode.canConvertToInt() && errcode.isIntegralNumber()
          ? new Read(errcode.intValue(), json)
          : unreadable("unreadable", response);
    } catch (IOException e) {
      return unreadable("unreadable", response);
    }
  }

  /** What became of a message; {@code taken} reads the answer of a call that was taken. */
  static Outcome outcome(RawResponse response, Function<JsonNode, Outcome> taken) {
    return switch (of(response)) {
      case Unreadable(Outcome.TryAgain again) -> again;
      case Read(int errcode, JsonNode json) when errcode == 0 -> taken.apply(json);
      case Read(int errcode, JsonNode ignored) -> ErrorCodes.outcome(errcode);
    };
  }

  private static Unreadable unreadable(String code, RawResponse response) {
    return new Unreadable(
        new Outcome.TryAgain(Duration.ofSeconds(5), code, "http " + response.status()));
  }
}
