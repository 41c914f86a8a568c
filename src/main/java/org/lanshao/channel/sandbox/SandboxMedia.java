package org.lanshao.channel.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.MediaSource;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;

/**
 * What was sent to {@code POST /sandbox/media}, fetched from this server as from any platform:
 * {@code GET /sandbox/media/<id>}.
 *
 * @param address where the sandbox's routes are, with a slash at its end; known once it listens
 * @param token what callers of them have to know; empty if nothing
 */
public record SandboxMedia(Supplier<String> address, Optional<String> token)
    implements MediaSource {
  /** How long the sandbox keeps what was sent to it. */
  public static final Duration KEPT = Duration.ofDays(3);

  private static final Duration LATER = Duration.ofSeconds(5);

  @Override
  public Delivery.HttpCall fetch(String mediaId) {
    return new Delivery.HttpCall(
        "GET",
        address.get() + "sandbox/media/" + mediaId,
        token.map(known -> Map.of("Authorization", "Bearer " + known)).orElse(Map.of()),
        new byte[0],
        Optional.empty());
  }

  @Override
  public Fetched read(RawResponse response) {
    String status = Integer.toString(response.status());
    return switch (response.status()) {
      case 200 -> new Fetched.Bytes(response.body());
      case 404 -> new Fetched.Failed(new Outcome.Refused("media_gone", status));
      default -> new Fetched.Failed(new Outcome.TryAgain(LATER, "platform_down", status));
    };
  }

  @Override
  public Duration kept() {
    return KEPT;
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "SandboxMedia[]";
  }
}
