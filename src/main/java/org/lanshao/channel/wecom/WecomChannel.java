package org.lanshao.channel.wecom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
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
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Extras;
import org.lanshao.message.Inbound;
import org.lanshao.message.Outbound;
import org.lanshao.message.Pieces;
import org.lanshao.message.Reply;
import org.lanshao.message.Splitting;

/** One WeCom app: encrypted callbacks in, replies in the response, {@code message/send} out. */
public final class WecomChannel implements Channel {
  /** The most that a text may hold, in bytes of UTF-8; the platform cuts what is longer. */
  public static final int MAX_TEXT_BYTES = 2_048;

  /** The platform gives up after 5 s; one second is left for the way. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(4);

  private static final int RANDOM_BYTES = 16;

  private final WecomSettings settings;
  private final WecomLimits limits;
  private final RandomGenerator random;
  private final Vault vault;
  private final SendCall sending;
  private final UpdateCall updating;
  private final GroupCall groups;
  private final WecomTokens tokens;
  private final MediaCall media;
  private final Capabilities capabilities;

  /**
   * For one app, with the usual limits.
   *
   * @param random makes the random part of sealed replies, so it must not be guessable, and be fit
   *     for many threads
   */
  public WecomChannel(WecomSettings settings, RandomGenerator random) {
    this(settings, WecomLimits.USUAL, random);
  }

  /**
   * For one app.
   *
   * @param limits how much it sends
   * @param random as above
   */
  public WecomChannel(WecomSettings settings, WecomLimits limits, RandomGenerator random) {
    this.settings = settings;
    this.limits = limits;
    this.random = random;
    this.vault = new Vault(settings.encodingAesKey(), settings.corpId(), settings.token());
    this.tokens = new WecomTokens(settings);
    var uploads =
        new UploadCall(
            tokens.key(), settings.api() + "/cgi-bin/media/upload", Optional.of("access_token"));
    this.sending = new SendCall(settings, uploads);
    this.groups = new GroupCall(settings, uploads);
    this.updating = new UpdateCall(settings);
    this.media = new MediaCall(settings);
    var cards = Optional.of(CardJson.LIMITS).filter(ignored -> settings.abilities().cards());
    this.capabilities = new Capabilities(Optional.of(ANSWER_WITHIN), MAX_TEXT_BYTES, cards);
  }

  /** Its settings. */
  WecomSettings settings() {
    return settings;
  }

  @Override
  public ChannelName name() {
    return settings.name();
  }

  @Override
  public String kind() {
    return "wecom";
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Received read(RawRequest request, Instant now) {
    return request.method().equals("GET")
        ? UrlCheck.read(request.query(), vault)
        : callback(request, now);
  }

  private Received callback(RawRequest request, Instant now) {
    Optional<String> encrypted =
        Utf8.text(request.body(), 0, request.body().length)
            .flatMap(XmlFields::read)
            .map(fields -> fields.get("Encrypt"));
    if (encrypted.isEmpty()) {
      return Refusal.ENVELOPE.received();
    }
    return switch (vault.open(request.query(), encrypted.get())) {
      case Vault.Opened.Sealed(Refusal why) -> why.received();
      case Vault.Opened.Message(String xml) ->
          XmlFields.read(xml)
              // What people paste comes as it is, also characters that XML has not.
              .or(() -> XmlFields.read(SafeText.of(xml)))
              .map(fields -> received(new Callback(fields, settings.departments()), now))
              .orElse(Refusal.INNER.received());
    };
  }

  private Received received(Callback callback, Instant now) {
    return callback
        .content()
        .<Received>map(content -> new Received.Message(inbound(callback, content, now)))
        .orElse(new Received.Answer(RawResponse.EMPTY_OK));
  }

  private Inbound inbound(Callback callback, Content content, Instant now) {
    return new Inbound(
        name(), callback.id(vault), new Chat.Private(), callback.account(), content, now);
  }

  @Override
  public Optional<RawResponse> answer(Inbound inbound, Reply reply, Instant now) {
    if (reply.parts().isEmpty()) {
      return Optional.of(acknowledge(inbound, reply, now));
    }
    // The platform shows a reply to whatever members do, but for leaving.
    return reply.parts().size() > 1
            || reply.pressed().isPresent()
            || inbound.content() instanceof Content.Left
            || inbound.content() instanceof Content.Listed
        ? Optional.empty()
        : answer(inbound, reply.parts().getFirst(), now);
  }

  /** A response holds words alone: a card, a file or a long text goes out by itself. */
  private Optional<RawResponse> answer(Inbound inbound, Reply.Part part, Instant now) {
    String text = SafeText.of(part.text());
    return Splitting.bytes(text) > MAX_TEXT_BYTES
            || !part.extras().equals(Extras.NONE)
            || capabilities.cards().map(limits -> Pieces.hasCard(part, limits)).orElse(false)
        ? Optional.empty()
        : Optional.of(sealed(PassiveReply.text(text), inbound, now));
  }

  /** A pressed card shows what was chosen, and cannot be pressed again. */
  @Override
  public RawResponse acknowledge(Inbound inbound, Reply reply, Instant now) {
    return reply
        .pressed()
        .map(shown -> sealed(PassiveReply.button(CardJson.shown(shown)), inbound, now))
        .orElse(RawResponse.EMPTY_OK);
  }

  private RawResponse sealed(String body, Inbound inbound, Instant now) {
    long seconds = now.getEpochSecond();
    byte[] bytes = new byte[RANDOM_BYTES + Long.BYTES];
    random.nextBytes(bytes);
    String encrypted =
        vault.seal(
            PassiveReply.message(inbound.account(), settings.corpId(), seconds, body), bytes);
    String timestamp = Long.toString(seconds);
    String nonce = Long.toUnsignedString(ByteBuffer.wrap(bytes).getLong(RANDOM_BYTES));
    String signature = vault.sign(timestamp, nonce, encrypted);
    String xml = PassiveReply.sealed(encrypted, signature, timestamp, nonce);
    return new RawResponse(
        200, "application/xml; charset=utf-8", xml.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Delivery encode(Outbound outbound) {
    return switch (outbound.target()) {
      case Outbound.Target.ToPerson(String account) -> toMember(account, outbound);
      case Outbound.Target.ToGroup(String send) -> groups.encode(send, outbound);
      case Outbound.Target.Back(String account, String ignored) -> toMember(account, outbound);
    };
  }

  private Delivery toMember(String account, Outbound outbound) {
    return outbound
        .part()
        .extras()
        .replaces()
        .map(
            code ->
                settings.abilities().cards()
                    ? updating.encode(account, code, outbound.part().text())
                    : new Delivery.Impossible("no_cards"))
        .orElseGet(() -> sending.encode(account, outbound));
  }

  @Override
  public List<Spend> spends(Outbound outbound) {
    return limits.spends(settings, outbound.target());
  }

  @Override
  public Outcome outcome(Outbound outbound, RawResponse response) {
    return switch (outbound.target()) {
      case Outbound.Target.ToPerson(String account)
          when outbound.part().extras().replaces().isPresent() ->
          UpdateCall.outcome(account, response);
      case Outbound.Target.ToPerson(String account) -> SendCall.outcome(account, response);
      case Outbound.Target.ToGroup ignored -> GroupCall.outcome(response);
      case Outbound.Target.Back(String account, String ignored) ->
          SendCall.outcome(account, response);
    };
  }

  @Override
  public Road road() {
    return settings.road();
  }

  @Override
  public Optional<TokenSource> tokens() {
    return Optional.of(tokens);
  }

  @Override
  public Optional<MediaSource> media() {
    return Optional.of(media);
  }
}
