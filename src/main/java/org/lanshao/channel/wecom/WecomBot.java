package org.lanshao.channel.wecom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.lanshao.channel.Accounts;
import org.lanshao.channel.Channel;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.MediaSource;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawRequest;
import org.lanshao.channel.RawResponse;
import org.lanshao.channel.Received;
import org.lanshao.channel.Road;
import org.lanshao.channel.Spend;
import org.lanshao.channel.TokenSource;
import org.lanshao.message.Capabilities;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;
import org.lanshao.message.Splitting;

/**
 * A smart bot of WeCom in callback mode (document 101039): encrypted JSON in, answers in the
 * response or, once, at the address that came with the message. It hears groups in which it is
 * called. All else that it sends, the app sends: to people, and to groups by their webhook.
 *
 * <p>It shows no buttons: what is pressed on a card is answered with a card or not at all, so a
 * talk cannot go on there.
 */
public final class WecomBot implements Channel {
  /** The most that an answer may hold, in bytes of UTF-8. */
  private static final int MAX_BYTES = 20_480;

  /** The platform gives up after 5 s; one second is left for the way. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);

  private static final Capabilities CAPABILITIES =
      new Capabilities(Optional.of(ANSWER_WITHIN), MAX_BYTES);
  private static final int RANDOM_BYTES = 16;

  /** What a callback holds is flat and short. */
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(32)
                      .maxStringLength(100_000)
                      .maxNumberLength(32)
                      .build())
              .build());

  private final WecomBotSettings settings;
  private final WecomChannel app;
  private final RandomGenerator random;
  private final Vault vault;
  private final BotMedia media;
  private final OpenIds accounts;

  /**
   * For one bot.
   *
   * @param app of the same organisation: it finds out who people are, and sends
   * @param random makes the random part of sealed answers, so it must not be guessable, and be fit
   *     for many threads
   */
  public WecomBot(WecomBotSettings settings, WecomChannel app, RandomGenerator random) {
    this.settings = settings;
    this.app = app;
    this.random = random;
    this.vault = new Vault(settings.encodingAesKey(), "", settings.token());
    this.media = new BotMedia(vault);
    this.accounts = new OpenIds(app.settings());
  }

  @Override
  public ChannelName name() {
    return settings.name();
  }

  @Override
  public String kind() {
    return app.kind();
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Received read(RawRequest request, Instant now) {
    if (request.method().equals("GET")) {
      return UrlCheck.read(request.query(), vault);
    }
    return object(request.body())
        .map(envelope -> envelope.path("encrypt").asText(""))
        .filter(encrypted -> !encrypted.isEmpty())
        .map(encrypted -> opened(encrypted, request.query(), now))
        .orElseGet(Refusal.ENVELOPE::received);
  }

  private Received opened(String encrypted, Map<String, String> query, Instant now) {
    return switch (vault.open(query, encrypted)) {
      case Vault.Opened.Sealed(Refusal why) -> why.received();
      case Vault.Opened.Message(String text) ->
          object(text.getBytes(StandardCharsets.UTF_8))
              .map(json -> received(new BotCallback(json), query.getOrDefault("nonce", ""), now))
              .orElseGet(Refusal.INNER::received);
    };
  }

  private static Optional<JsonNode> object(byte[] text) {
    try {
      return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Received received(BotCallback callback, String nonce, Instant now) {
    return callback
        .content(settings.called())
        .<Received>map(content -> new Received.Message(inbound(callback, content, nonce, now)))
        .orElseGet(() -> new Received.Answer(RawResponse.EMPTY_OK));
  }

  private Inbound inbound(BotCallback callback, Content content, String nonce, Instant now) {
    var back = new BotBack(nonce, callback.responseUrl());
    return new Inbound(
        name(), callback.id(), callback.chat(), callback.account(), content, now, back.text());
  }

  /** A greeting is a text; words are answered by a stream that is whole at once. */
  @Override
  public Optional<RawResponse> answer(Inbound inbound, Reply reply, Instant now) {
    if (reply.parts().isEmpty()) {
      return Optional.of(RawResponse.EMPTY_OK);
    }
    String text = text(inbound, reply.parts());
    boolean plain = reply.parts().stream().allMatch(part -> part.extras().file().isEmpty());
    return inbound.content() instanceof Content.Pressed
            || !plain
            || Splitting.bytes(text) > MAX_BYTES
        ? Optional.empty()
        : Optional.of(sealed(body(inbound, text), BotBack.of(inbound.back()).nonce(), now));
  }

  /** A stream shows marks, a greeting does not. */
  private static String text(Inbound inbound, List<Reply.Part> parts) {
    String text =
        parts.stream().map(part -> SafeText.of(part.text())).collect(Collectors.joining("\n\n"));
    return inbound.content() instanceof Content.Entered ? text : PlainMarkdown.of(text);
  }

  private static ObjectNode body(Inbound inbound, String text) {
    var body = WecomBody.create();
    if (inbound.content() instanceof Content.Entered) {
      body.put("msgtype", "text").putObject("text").put("content", text);
    } else {
      body.put("msgtype", "stream")
          .putObject("stream")
          .put("id", inbound.messageId())
          .put("finish", true)
          .put("content", text);
    }
    return body;
  }

  private RawResponse sealed(ObjectNode body, String nonce, Instant now) {
    byte[] prefix = new byte[RANDOM_BYTES];
    random.nextBytes(prefix);
    long seconds = now.getEpochSecond();
    String encrypted = vault.seal(body.toString(), prefix);
    var envelope = envelope(encrypted, vault, seconds, nonce);
    return new RawResponse(
        200,
        "application/json; charset=utf-8",
        envelope.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The sealed answer with its signature, as it goes out. */
  static ObjectNode envelope(String encrypted, Vault vault, long seconds, String nonce) {
    return WecomBody.create()
        .put("encrypt", encrypted)
        .put("msgsignature", vault.sign(Long.toString(seconds), nonce, encrypted))
        .put("timestamp", seconds)
        .put("nonce", nonce);
  }

  @Override
  public Delivery encode(Outbound outbound) {
    return outbound.target() instanceof Outbound.Target.Back(String account, String back)
        ? encode(account, BotBack.of(back).url(), outbound)
        : app.encode(outbound);
  }

  private Delivery encode(String account, String url, Outbound outbound) {
    var part = outbound.part();
    if (part.extras().file().isPresent() || !BotMedia.isAddress(url)) {
      return app.encode(outbound.to(new Outbound.Target.ToPerson(account)));
    }
    var body = WecomBody.create();
    var marked = part.extras().markdown().orElseGet(() -> PlainMarkdown.of(part.text()));
    WecomBody.markdown(SafeText.of(marked), body);
    return WecomBody.open(url, body);
  }

  @Override
  public Outcome outcome(Outbound outbound, RawResponse response) {
    return app.outcome(outbound, response);
  }

  @Override
  public Road road() {
    return app.road();
  }

  @Override
  public Optional<TokenSource> tokens() {
    return app.tokens();
  }

  @Override
  public Optional<MediaSource> media() {
    return Optional.of(media);
  }

  @Override
  public Optional<Accounts> accounts() {
    return Optional.of(accounts);
  }

  @Override
  public List<Spend> spends(Outbound outbound) {
    return app.spends(outbound);
  }
}
