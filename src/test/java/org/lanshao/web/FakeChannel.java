package org.lanshao.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.lanshao.channel.Channel;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawRequest;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.message.Capabilities;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;

/** A platform without secrets: a GET shakes hands, a POST says its body, "forged" is refused. */
final class FakeChannel implements Channel {
  private volatile boolean silent;

  /** From now on no response can carry a reply. */
  void sayNothing() {
    silent = true;
  }

  @Override
  public ChannelName name() {
    return new ChannelName("wecom");
  }

  @Override
  public String kind() {
    return "wecom";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(Optional.empty(), 2048);
  }

  @Override
  public Received read(RawRequest request, Instant now) {
    if (request.method().equals("GET")) {
      var echo = request.query().getOrDefault("echostr", "").getBytes(StandardCharsets.UTF_8);
      return new Received.Answer(new RawResponse(200, "text/plain", echo));
    }
    var text = new String(request.body(), StandardCharsets.UTF_8);
    return switch (text) {
      case "forged" -> new Received.Refused(403, "signature");
      case "bug" -> throw new IllegalStateException("私密内容");
      default -> {
        var id = request.query().getOrDefault("id", "m" + text.hashCode());
        var from = request.query().getOrDefault("from", "a");
        yield new Received.Message(
            new Inbound(name(), id, new Chat.Private(), from, new Content.Text(text), now));
      }
    };
  }

  @Override
  public Optional<RawResponse> answer(Inbound inbound, Reply reply, Instant now) {
    byte[] text = reply.parts().getFirst().text().getBytes(StandardCharsets.UTF_8);
    return silent ? Optional.empty() : Optional.of(new RawResponse(200, "text/xml", text));
  }

  @Override
  public Delivery encode(Outbound outbound) {
    return new Delivery.Show("{}");
  }

  @Override
  public Outcome outcome(Outbound outbound, RawResponse response) {
    return Outcome.Accepted.PLAIN;
  }
}
