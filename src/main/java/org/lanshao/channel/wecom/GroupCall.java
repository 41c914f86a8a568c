package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lanshao.channel.Delivery;
import org.lanshao.channel.Outcome;
import org.lanshao.channel.RawResponse;
import org.lanshao.message.Extras.Attachment;
import org.lanshao.message.Extras.Mention;
import org.lanshao.message.Outbound;

/**
 * Messages to groups: {@code appchat/send} (document 90248) to those the app made, {@code
 * webhook/send} (91770) to those that gave it a webhook. Neither knows a repetition, so the text
 * shows the message's number.
 */
final class GroupCall {
  private static final int APPCHAT_MARKDOWN = 2_048;
  private static final int WEBHOOK_MARKDOWN = 4_096;

  /** What the platform takes as a picture, before base64. */
  private static final int LARGEST_PICTURE = 2 * 1024 * 1024;

  private final WecomSettings settings;
  private final UploadCall uploads;

  GroupCall(WecomSettings settings, UploadCall uploads) {
    this.settings = settings;
    this.uploads = uploads;
  }

  /** How a message goes to the group of this {@code send}. */
  Delivery encode(String send, Outbound outbound) {
    return switch (Room.of(send).orElse(null)) {
      case null -> new Delivery.Impossible("no_group");
      case Room.Webhook(String key) ->
          settings.abilities().webhook()
              ? toWebhook(key, outbound)
              : new Delivery.Impossible("no_webhook");
      case Room.Appchat(String id) ->
          settings.abilities().appchat()
              ? toAppchat(id, outbound)
              : new Delivery.Impossible("no_appchat");
    };
  }

  /** What became of it. */
  static Outcome outcome(RawResponse response) {
    return ApiAnswer.outcome(response, json -> Outcome.Accepted.PLAIN);
  }

  private Delivery toAppchat(String id, Outbound outbound) {
    String uri = settings.api() + "/cgi-bin/appchat/send";
    var body = WecomBody.create().put("chatid", id);
    Optional<Attachment> file = outbound.part().extras().file();
    if (file.isPresent()) {
      return new Delivery.Uploading(
          file.get(), uploads, media -> WecomBody.call(uri, withFile(body, file.get(), media)));
    }
    words(outbound, APPCHAT_MARKDOWN, body);
    return WecomBody.call(uri, body.put("safe", 0));
  }

  private static ObjectNode withFile(ObjectNode body, Attachment file, String mediaId) {
    var whole = body.deepCopy();
    WecomBody.file(file, mediaId, whole);
    return whole.put("safe", 0);
  }

  private Delivery toWebhook(String key, Outbound outbound) {
    Optional<Attachment> file = outbound.part().extras().file();
    if (file.isEmpty()) {
      return WecomBody.open(webhook("send", key), cardOrWords(outbound));
    }
    return switch (file.get().kind()) {
      case FILE -> asFile(key, file.get());
      case IMAGE -> new Delivery.Carrying(file.get(), bytes -> asPicture(key, file.get(), bytes));
    };
  }

  private ObjectNode cardOrWords(Outbound outbound) {
    var body = WecomBody.create();
    Optional<NoticeCard> card =
        NoticeCard.of(outbound.part())
            .filter(fits -> settings.abilities().cards())
            .filter(fits -> outbound.part().extras().mentions().isEmpty());
    if (card.isPresent()) {
      card.get().write(body);
    } else {
      words(outbound, WEBHOOK_MARKDOWN, body);
    }
    return body;
  }

  /** A picture travels inside the message; one that is too large goes as a file. */
  private Delivery asPicture(String key, Attachment file, byte[] bytes) {
    if (bytes.length > LARGEST_PICTURE) {
      return asFile(key, new Attachment(Attachment.Kind.FILE, file.hash(), file.name()));
    }
    var body = WecomBody.create().put("msgtype", "image");
    body.putObject("image")
        .put("base64", Base64.getEncoder().encodeToString(bytes))
        .put("md5", HexFormat.of().formatHex(digest("MD5", bytes)));
    return WecomBody.open(webhook("send", key), body);
  }

  private Delivery asFile(String key, Attachment file) {
    byte[] hash = digest("SHA-256", key.getBytes(StandardCharsets.UTF_8));
    var shelf =
        new UploadCall(
            "webhook/" + HexFormat.of().formatHex(hash, 0, 16),
            webhook("upload_media", key),
            Optional.empty());
    return new Delivery.Uploading(
        file,
        shelf,
        media -> WecomBody.open(webhook("send", key), withFile(WecomBody.create(), file, media)));
  }

  private String webhook(String call, String key) {
    return settings.webhookApi() + "/cgi-bin/webhook/" + call + "?key=" + key;
  }

  private static byte[] digest(String name, byte[] bytes) {
    try {
      return MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + name, e);
    }
  }

  private void words(Outbound outbound, int markdownBytes, ObjectNode body) {
    var part = outbound.part();
    List<Mention> mentions = part.extras().mentions();
    Optional<String> marked =
        WecomBody.markdown(
                part.extras().markdown().map(text -> numbered(text, outbound) + named(mentions)),
                settings.abilities(),
                markdownBytes)
            .filter(text -> !mentions.contains(new Mention.All()));
    if (marked.isPresent()) {
      WecomBody.markdown(marked.get(), body);
      return;
    }
    var text = WecomBody.text(numbered(NoticeCard.text(part), outbound), body);
    if (!mentions.isEmpty()) {
      var list = text.putArray("mentioned_list");
      mentions.forEach(mention -> list.add(word(mention)));
    }
  }

  private static String numbered(String text, Outbound outbound) {
    return outbound.number() == 0 ? text : text + "\n〔" + outbound.number() + "〕";
  }

  private static String word(Mention mention) {
    return switch (mention) {
      case Mention.All() -> "@all";
      case Mention.Person(String account) -> account;
    };
  }

  /** Marked text names people in itself. */
  private static String named(List<Mention> mentions) {
    var names = new ArrayList<String>();
    for (Mention mention : mentions) {
      if (mention instanceof Mention.Person(String account)) {
        names.add("<@" + account + ">");
      }
    }
    return names.isEmpty() ? "" : "\n" + String.join("", names);
  }
}
