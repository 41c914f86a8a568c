package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;

/**
 * {@code message/update_template_card} (document 94888): the buttons of a card that was sent give
 * way to a text. The code that came when the card was sent is good once and for 72 hours.
 */
final class UpdateCall {
  /** The code was used, or is too old: somebody pressed a button, so the card shows its end. */
  private static final int CODE_USED = 60140;

  private final String uri;
  private final long agentId;

  UpdateCall(WecomSettings settings) {
    this.uri = settings.api() + "/cgi-bin/message/update_template_card";
    this.agentId = settings.agentId();
  }

  /** The call that shows this text on the card of one member. */
  Delivery encode(String account, String code, String text) {
    if (!SendCall.isOne(account)) {
      return new Delivery.Impossible("unknown_recipient");
    }
    var body = WecomBody.create();
    body.putArray("userids").add(account);
    body.put("agentid", agentId).put("response_code", code);
    body.putObject("button").put("replace_name", CardJson.shown(text));
    return WecomBody.call(uri, body);
  }

  /** What became of it; a card that can be changed no more has nothing to be pressed either. */
  static Outcome outcome(String account, RawResponse response) {
    return ApiAnswer.of(response) instanceof ApiAnswer.Read(int errcode, JsonNode ignored)
            && errcode == CODE_USED
        ? Outcome.Accepted.PLAIN
        : SendCall.outcome(account, response);
  }
}
