package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Content.Media.Kind;

/** A decrypted callback of a smart bot (documents 100719 and 101027), as its JSON says. */
record BotCallback(JsonNode json) {
  /** Who it came from; empty text if nobody is named. */
  String account() {
    return json.path("from").path("userid").asText("");
  }

  /** The same for every delivery of it. */
  String id() {
    return json.path("msgid").asText("");
  }

  /** Where it was said. */
  Chat chat() {
    String id = json.path("chatid").asText("");
    return json.path("chattype").asText("").equals("group") && !id.isEmpty()
        ? new Chat.Group(id)
        : new Chat.Private();
  }

  /** Where it can be answered later, once and within an hour; empty text if nowhere. */
  String responseUrl() {
    return json.path("response_url").asText("");
  }

  /**
   * What was said or done; empty if it is nothing for the desk.
   *
   * @param called the bot's name, which in groups stands before the words
   */
  Optional<Content> content(String called) {
    String type = json.path("msgtype").asText("");
    return account().isEmpty() || id().isEmpty()
        ? Optional.empty()
        : switch (type) {
          case "event" -> event();
          // A question for the rest of an answer: ours are whole.
          case "stream", "" -> Optional.empty();
          case "mixed" -> Optional.of(mixed(called));
          default -> Optional.of(item(json, type, called));
        };
  }

  private Content item(JsonNode item, String type, String called) {
    JsonNode body = item.path(type);
    return switch (type) {
      case "text" -> new Content.Text(spoken(body.path("content").asText(""), called));
      case "voice" -> heard(body.path("content").asText(""));
      case "image" -> media(Kind.IMAGE, body);
      case "file" -> media(Kind.FILE, body);
      case "video" -> media(Kind.VIDEO, body);
      default -> new Content.Unusable(Callback.kind(type));
    };
  }

  /** The platform writes down what was spoken. */
  private static Content heard(String words) {
    return words.isBlank() ? new Content.Unusable("voice") : new Content.Text(words);
  }

  private static Content media(Kind kind, JsonNode body) {
    String url = body.path("url").asText("");
    return BotMedia.isAddress(url)
        ? new Content.Media(kind, url)
        : new Content.Unusable(kind.name().toLowerCase(Locale.ROOT));
  }

  private Content mixed(String called) {
    List<Content> items = new ArrayList<>();
    for (JsonNode item : json.path("mixed").path("msg_item")) {
      Content content = item(item, item.path("msgtype").asText(""), called);
      boolean silent = content instanceof Content.Text(String text) && text.isBlank();
      if (!silent) {
        items.add(content);
      }
    }
    return switch (items.size()) {
      case 0 -> new Content.Unusable("mixed");
      case 1 -> items.getFirst();
      default -> new Content.Several(items);
    };
  }

  private Optional<Content> event() {
    JsonNode event = json.path("event");
    return switch (event.path("eventtype").asText("")) {
      case "enter_chat" -> Optional.of(new Content.Entered());
      case "template_card_event" ->
          Optional.of(
              new Content.Pressed(
                  ButtonKey.read(event.path("template_card_event").path("event_key").asText(""))));
      default -> Optional.empty();
    };
  }

  /** In groups the bot's name stands somewhere, mostly first; it is not part of what is said. */
  private String spoken(String text, String called) {
    if (chat() instanceof Chat.Private()) {
      return text;
    }
    if (!called.isEmpty() && text.contains("@" + called)) {
      return text.replace("@" + called, " ").strip();
    }
    return text.replaceFirst("^\\s*@[^\\s\\p{Z}]+[\\s\\p{Z}]*", "").strip();
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "BotCallback[]";
  }
}
