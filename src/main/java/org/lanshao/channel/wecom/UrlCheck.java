package org.lanshao.channel.wecom;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;

/** The console's check of a callback address: it wants the decrypted text back. */
final class UrlCheck {
  private UrlCheck() {}

  /** Answers it. */
  static Received read(Map<String, String> query, Vault vault) {
    // A plus sign that was not escaped comes in as a space; base64 has no spaces.
    String echo = query.getOrDefault("echostr", "").replace(' ', '+');
    if (echo.isEmpty()) {
      return Refusal.ENVELOPE.received();
    }
    return switch (vault.open(query, echo)) {
      case Vault.Opened.Sealed(Refusal why) -> why.received();
      case Vault.Opened.Message(String text) ->
          new Received.Answer(
              new RawResponse(
                  200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8)));
    };
  }
}
