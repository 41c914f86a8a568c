package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.lanshao.message.Reply;

/**
 * The card {@code text_notice} (documents 90236 and 91770): a short text that opens an address. It
 * needs one; a text without goes out as text.
 *
 * @param title the text's first line
 * @param text the rest; empty text if there is none
 * @param link what a tap opens
 */
record NoticeCard(String title, String text, String link) {
  /** The card of a message; empty if it has no address, or does not fit. */
  static Optional<NoticeCard> of(Reply.Part part) {
    return part.extras().link().flatMap(link -> fitting(SafeText.of(part.text()).strip(), link));
  }

  private static Optional<NoticeCard> fitting(String text, String link) {
    int lineEnd = text.indexOf('\n');
    String title = lineEnd < 0 ? text : text.substring(0, lineEnd).strip();
    String rest = lineEnd < 0 ? "" : text.substring(lineEnd).strip();
    boolean fits =
        !title.isEmpty()
            && length(title) <= CardJson.LIMITS.title()
            && length(rest) <= CardJson.LIMITS.text();
    return fits ? Optional.of(new NoticeCard(title, rest, link)) : Optional.empty();
  }

  /** The text with its address, for who sees no card. */
  static String text(Reply.Part part) {
    return part.extras().link().map(link -> part.text() + "\n" + link).orElse(part.text());
  }

  /** Writes it as a message. */
  void write(ObjectNode into) {
    var card = into.put("msgtype", "template_card").putObject("template_card");
    card.put("card_type", "text_notice");
    card.putObject("main_title").put("title", title);
    if (!text.isEmpty()) {
      card.put("sub_title_text", text);
    }
    card.putObject("card_action").put("type", 1).put("url", link);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "NoticeCard[]";
  }
}
