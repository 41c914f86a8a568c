package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.lanshao.channel.Accounts;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;

/**
 * {@code batch/openuserid_to_userid} (document 101521): a bot that no super-administrator made gets
 * people by encrypted ids. A self-built app that may see the member finds out who it is.
 */
final class OpenIds implements Accounts {
  private static final Pattern ENCRYPTED = Pattern.compile("wo[0-9A-Za-z_-]{20,}");

  private final String uri;

  OpenIds(WecomSettings settings) {
    this.uri = settings.api() + "/cgi-bin/batch/openuserid_to_userid";
  }

  @Override
  public boolean isForeign(String account) {
    return ENCRYPTED.matcher(account).matches();
  }

  @Override
  public Delivery.HttpCall call(String account) {
    var body = WecomBody.create();
    body.putArray("open_userid_list").add(account);
    return WecomBody.call(uri, body);
  }

  @Override
  public Found read(String account, RawResponse response) {
    return switch (ApiAnswer.of(response)) {
      case ApiAnswer.Unreadable(Outcome.TryAgain again) -> new Found.Failed(again);
      case ApiAnswer.Read(int errcode, JsonNode json) when errcode == 0 -> found(account, json);
      case ApiAnswer.Read(int errcode, JsonNode ignored) ->
          new Found.Failed(ErrorCodes.outcome(errcode));
    };
  }

  /** An id that is plain already, or of somebody the app does not see, comes back as invalid. */
  private static Found found(String account, JsonNode json) {
    for (JsonNode pair : json.path("userid_list")) {
      String plain = pair.path("userid").asText("");
      if (pair.path("open_userid").asText("").equals(account) && !plain.isEmpty()) {
        return new Found.Account(plain);
      }
    }
    return new Found.Account(account);
  }
}
