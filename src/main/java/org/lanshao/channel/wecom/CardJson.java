package org.lanshao.channel.wecom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.lanshao.message.Card;
import org.lanshao.message.CardLimits;
import org.lanshao.message.Reply;

/**
 * The card {@code button_interaction} (document 90236). Of the lengths that the platform recommends
 * the smallest are taken, for what is longer is cut on the screen.
 */
final class CardJson {
  /** A key holds what the button says, its label and the name of its question. */
  static final CardLimits LIMITS = new CardLimits(6, 10, 26, 112, 900);

  private static final int SHOWN = 20;

  private CardJson() {}

  /** The message with texts that the platform takes. */
  static Reply.Part safe(Reply.Part part) {
    var choices =
        part.choices().stream()
            .map(c -> new Reply.Choice(SafeText.of(c.label()), SafeText.of(c.say()), c.question()))
            .toList();
    return new Reply.Part(SafeText.of(part.text()), choices);
  }

  /** Writes the card; its task is named by the message's id, which is the same at every try. */
  static void write(Card card, UUID id, ObjectNode into) {
    into.put("card_type", "button_interaction");
    var title = into.putObject("main_title");
    title.put("title", card.title());
    if (!card.text().isEmpty()) {
      into.put("sub_title_text", card.text());
    }
    into.put("task_id", id.toString());
    var buttons = into.putArray("button_list");
    for (Reply.Choice choice : card.buttons()) {
      var button = buttons.addObject();
      button.put("text", choice.label());
      button.put("style", buttons.size() == 1 ? 1 : 2);
      button.put("key", ButtonKey.of(choice));
    }
  }

  /** What stands in place of the buttons, as long as a screen shows it. */
  static String shown(String text) {
    String safe = SafeText.of(text).replaceAll("\\s+", " ");
    return safe.codePointCount(0, safe.length()) <= SHOWN
        ? safe
        : safe.substring(0, safe.offsetByCodePoints(0, SHOWN - 1)) + "…";
  }
}
