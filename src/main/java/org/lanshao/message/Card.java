package org.lanshao.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A message as a card: what it asks, and a button for each choice. Lines of the text that only
 * repeat a button are left out; where a label had to be shortened they stay, for they say it whole
 * under the same number.
 *
 * @param title never blank
 * @param text below it; empty text if there is no more to say
 * @param buttons in the order of the choices, no two with the same label
 */
public record Card(String title, String text, List<Reply.Choice> buttons) {
  private static final String CUT = "…";

  private static final String HANDLE = "card ";

  /** The handle of a card that a platform changes by this code. */
  public static String handle(String code) {
    return HANDLE + code;
  }

  /** The code of a card's handle; empty if it is no card's. */
  public static Optional<String> code(String handle) {
    return handle.startsWith(HANDLE)
        ? Optional.of(handle.substring(HANDLE.length()))
        : Optional.empty();
  }

  /** Copies the buttons. */
  public Card {
    buttons = List.copyOf(buttons);
  }

  /**
   * The card of a message.
   *
   * @return empty when it has no choices or more than a card takes, or when its text is too long
   */
  public static Optional<Card> of(Reply.Part part, CardLimits limits) {
    boolean fits =
        !part.choices().isEmpty()
            && part.choices().size() <= limits.buttons()
            && part.choices().stream().allMatch(c -> Splitting.bytes(c.say()) <= limits.say());
    return fits ? fitting(part, limits) : Optional.empty();
  }

  private static Optional<Card> fitting(Reply.Part part, CardLimits limits) {
    var buttons = shortened(part.choices(), limits.label());
    boolean whole = buttons.equals(part.choices());
    String text = whole ? withoutChoices(part) : part.text().strip();
    int lineEnd = text.indexOf('\n');
    String first = lineEnd < 0 ? text : text.substring(0, lineEnd);
    String rest = length(first) > limits.title() ? text : text.substring(first.length()).strip();
    return text.isEmpty() || length(rest) > limits.text()
        ? Optional.empty()
        : Optional.of(new Card(cut(first, limits.title()), rest, buttons));
  }

  /**
   * The message that asks with buttons behind a text too long for a card: it says again what is
   * asked, and no more.
   */
  static Reply.Part question(Reply.Part part, CardLimits limits) {
    String text = part.text().strip();
    String last = text.substring(text.lastIndexOf("\n\n") + 1).strip();
    int lineEnd = last.indexOf('\n');
    String asked = lineEnd < 0 ? last : last.substring(0, lineEnd);
    return new Reply.Part(
        cut(asked, limits.title()), shortened(part.choices(), limits.label()), part.extras());
  }

  /** The text without the lines that list the choices by number; it never becomes empty. */
  private static String withoutChoices(Reply.Part part) {
    var lines = new ArrayList<>(part.text().lines().toList());
    for (int i = 0; i < part.choices().size(); i++) {
      if (!lines.remove(line(i, part.choices().get(i)))) {
        return part.text().strip();
      }
    }
    String rest = String.join("\n", lines).strip();
    return rest.isEmpty() ? part.text().strip() : rest;
  }

  private static String line(int place, Reply.Choice choice) {
    return (place + 1) + " " + choice.label();
  }

  /**
   * Labels that do not fit, or that another one has too, get their number and as much as fits; all
   * get it where a number alone would be taken for another label.
   */
  private static List<Reply.Choice> shortened(List<Reply.Choice> choices, int most) {
    var shortened = new ArrayList<Reply.Choice>();
    for (int i = 0; i < choices.size(); i++) {
      var choice = choices.get(i);
      boolean clear =
          !choice.label().isBlank()
              && length(choice.label()) <= most
              && choices.stream().filter(c -> c.label().equals(choice.label())).count() == 1;
      shortened.add(clear ? choice : numbered(i, choice, most));
    }
    boolean distinct =
        shortened.stream().map(Reply.Choice::label).distinct().count() == shortened.size();
    return distinct
        ? shortened
        : IntStream.range(0, choices.size())
            .mapToObj(i -> numbered(i, choices.get(i), most))
            .toList();
  }

  private static Reply.Choice numbered(int place, Reply.Choice choice, int most) {
    return choice.labelled(cut(line(place, choice).strip(), most));
  }

  private static String cut(String text, int most) {
    return length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + CUT;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "Card[" + buttons.size() + "]";
  }
}
