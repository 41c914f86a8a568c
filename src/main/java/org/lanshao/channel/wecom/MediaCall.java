package org.lanshao.channel.wecom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.MediaSource;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;

/**
 * {@code media/get}: the bytes of what a member sent. The response is the bytes themselves, or JSON
 * with an {@code errcode}; the status is 200 for both.
 */
final class MediaCall implements MediaSource {
  /** How long the platform's media ids live. */
  private static final Duration KEPT = Duration.ofDays(3);

  /** The platform does not take smaller files. */
  private static final int SMALLEST = 6;

  private static final byte[] NOTHING = {};

  private final String uri;

  MediaCall(WecomSettings settings) {
    this.uri = settings.api() + "/cgi-bin/media/get?media_id=";
  }

  @Override
  public Delivery.HttpCall fetch(String mediaId) {
    return new Delivery.HttpCall(
        "GET",
        uri + URLEncoder.encode(mediaId, StandardCharsets.UTF_8),
        Map.of(),
        NOTHING,
        Optional.of("access_token"));
  }

  @Override
  public Fetched read(RawResponse response) {
    boolean bytes = response.status() == 200 && !isWords(response.contentType());
    if (bytes && response.body().length >= SMALLEST) {
      return new Fetched.Bytes(response.body());
    }
    return new Fetched.Failed(
        switch (ApiAnswer.of(response)) {
          case ApiAnswer.Unreadable(Outcome.TryAgain again) -> again;
          case ApiAnswer.Read(int errcode, var ignored) -> failure(errcode);
        });
  }

  /** Pictures and documents come as themselves; JSON comes under either of these. */
  private static boolean isWords(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.contains("json") || type.startsWith("text/");
  }

  private static Outcome failure(int errcode) {
    String platformCode = Integer.toString(errcode);
    return switch (errcode) {
      case 45001, 830002 -> new Outcome.Refused("too_large", platformCode);
      default ->
          ErrorCodes.outcome(errcode) instanceof Outcome.Accepted
              ? new Outcome.TryAgain(Duration.ofSeconds(5), "unreadable", platformCode)
              : ErrorCodes.outcome(errcode);
    };
  }

  @Override
  public Duration kept() {
    return KEPT;
  }
}
