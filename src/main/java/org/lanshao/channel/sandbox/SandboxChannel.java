package org.lanshao.channel.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.lanshao.channel.Channel;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.MediaSource;
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

/**
 * The channel of the sandbox. An account is the id of a person of the directory; a group chat is
 * known by its group's id. A message comes in as
 *
 * <pre>{"from":"p1","chat":"private","text":"走访","id":"m1"}</pre>
 *
 * where {@code chat} is {@code private} (also when left out) or the id of a group, and a message
 * without {@code id} gets a fresh one. In place of {@code text} stands {@code press}, a button's
 * key; {@code photo} or {@code file}, what {@code POST /sandbox/media} answered; or {@code
 * location}, {@code {"latitude":22.93,"longitude":111.57,"label":""}}. The answer is
 *
 * <pre>{"replies":[{"text":"走访哪里？","choices":[{"label":"1 石巷村","say":"1"}]}]}</pre>
 */
public final class SandboxChannel implements Channel {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Capabilities CAPABILITIES =
      new Capabilities(Optional.of(Duration.ofSeconds(10)), 20_000);

  /** Ids become parts of database keys: no control characters, no half of a surrogate pair. */
  private static final Pattern ID = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,128}");

  /** What {@code POST /sandbox/media} gives out. */
  private static final Pattern MEDIA = Pattern.compile("[0-9a-f-]{1,128}");

  /** An account also has none of the signs that a conversation's key is put together with. */
  private static final Pattern ACCOUNT = Pattern.compile("[^\\p{Cntrl}\\p{Cs}/@]{1,128}");

  private final ChannelName name;
  private final Supplier<UUID> freshIds;
  private final MediaSource media;

  /**
   * A sandbox of this name.
   *
   * @param freshIds names the messages that come without an id
   * @param media where what was sent to it can be had
   */
  public SandboxChannel(ChannelName name, Supplier<UUID> freshIds, MediaSource media) {
    this.name = name;
    this.freshIds = freshIds;
    this.media = media;
  }

  @Override
  public ChannelName name() {
    return name;
  }

  @Override
  public String kind() {
    return "sandbox";
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Optional<MediaSource> media() {
    return Optional.of(media);
  }

  @Override
  public Received read(RawRequest request, Instant now) {
    JsonNode said;
    try {
      said = JSON.readTree(request.body());
    } catch (IOException unreadable) {
      return refused("json");
    }
    if (!said.isObject()) {
      return refused("json");
    }
    var from = text(said.path("from"), "");
    if (!ACCOUNT.matcher(from).matches()) {
      return refused("from");
    }
    var chat = text(said.path("chat"), "private");
    if (!ID.matcher(chat).matches()) {
      return refused("chat");
    }
    var id = text(said.path("id"), "");
    if (!id.isEmpty() && !ID.matcher(id).matches()) {
      return refused("id");
    }
    return content(said)
        .<Received>map(
            content ->
                new Received.Message(
                    new Inbound(
                        name,
                        id.isEmpty() ? freshIds.get().toString() : id,
                        chat.equals("private") ? new Chat.Private() : new Chat.Group(chat),
                        from,
                        content,
                        now)))
        .orElseGet(() -> refused("text"));
  }

  private static Optional<Content> content(JsonNode said) {
    return words(said)
        .or(() -> media(said, "photo", Content.Media.Kind.IMAGE))
        .or(() -> media(said, "file", Content.Media.Kind.FILE))
        .or(() -> location(said.path("location")));
  }

  private static Optional<Content> words(JsonNode said) {
    if (said.path("text").isTextual()) {
      return Optional.of(new Content.Text(said.path("text").textValue()));
    }
    return said.path("press").isTextual()
        ? Optional.of(pressed(said.path("press").textValue()))
        : Optional.empty();
  }

  private static Content pressed(String key) {
    return new Content.Pressed(new Reply.Choice(key, key));
  }

  private static Optional<Content> media(JsonNode said, String key, Content.Media.Kind kind) {
    var id = text(said.path(key), "");
    return MEDIA.matcher(id).matches()
        ? Optional.of(new Content.Media(kind, id))
        : Optional.empty();
  }

  private static Optional<Content> location(JsonNode at) {
    var latitude = at.path("latitude");
    var longitude = at.path("longitude");
    return latitude.isNumber() && longitude.isNumber()
        ? Optional.of(
            new Content.Location(
                latitude.doubleValue(), longitude.doubleValue(), text(at.path("label"), "")))
        : Optional.empty();
  }

  private static String text(JsonNode node, String otherwise) {
    return node.isTextual() || node.isNumber() ? node.asText().strip() : otherwise;
  }

  private static Received.Refused refused(String code) {
    return new Received.Refused(400, code);
  }

  @Override
  public Optional<RawResponse> answer(Inbound inbound, Reply reply, Instant now) {
    return Optional.of(
        new RawResponse(
            200,
            "application/json; charset=utf-8",
            SandboxJson.replies(reply).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Delivery encode(Outbound outbound) {
    return new Delivery.Show(SandboxJson.sent(outbound));
  }

  /** Showing cannot fail. */
  @Override
  public Outcome outcome(Outbound outbound, RawResponse response) {
    return Outcome.Accepted.PLAIN;
  }
}
