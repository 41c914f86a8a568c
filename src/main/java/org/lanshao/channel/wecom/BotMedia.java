package org.lanshao.channel.wecom;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.MediaSource;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;

/**
 * Pictures and files that came to a smart bot: for five minutes at an address of their own,
 * encrypted with the callback's key, without frame (document 100719).
 */
final class BotMedia implements MediaSource {
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final byte[] NOTHING = {};

  private final Vault vault;

  BotMedia(Vault vault) {
    this.vault = vault;
  }

  /** Whether something can be fetched there. */
  static boolean isAddress(String url) {
    return url.matches("https?://[^\\s/]+/\\S*") && url.length() <= 4_096;
  }

  @Override
  public Delivery.HttpCall fetch(String mediaId) {
    return new Delivery.HttpCall("GET", mediaId, Map.of(), NOTHING, Optional.empty());
  }

  @Override
  public Fetched read(RawResponse response) {
    if (response.status() == 200) {
      return vault
          .openFile(response.body())
          .<Fetched>map(Fetched.Bytes::new)
          .orElseGet(() -> new Fetched.Failed(new Outcome.Refused("media_refused", "cipher")));
    }
    String code = "http " + response.status();
    return new Fetched.Failed(
        response.status() >= 500
            ? new Outcome.TryAgain(Duration.ofSeconds(5), "platform_down", code)
            : new Outcome.Refused("media_gone", code));
  }

  @Override
  public Duration kept() {
    return KEPT;
  }
}
