package org.lanshao.message;

import java.util.List;

/** What the desk says back: any number of messages, in order; none says nothing. */
public record Reply(List<Part> parts) {
  /** Says nothing. */
  public static final Reply NONE = new Reply(List.of());

  /** Copies the parts. */
  public Reply {
    parts = List.copyOf(parts);
  }

  /** One message of plain text. */
  public static Reply of(String text) {
    return new Reply(List.of(new Part(text, List.of())));
  }

  /** One message with choices. */
  public static Reply of(String text, List<Choice> choices) {
    return new Reply(List.of(new Part(text, choices)));
  }

  /** This reply with a text put before its first message, on a line of its own. */
  public Reply after(String text) {
    if (parts.isEmpty()) {
      return of(text);
    }
    var next = new java.util.ArrayList<>(parts);
    next.set(0, new Part(text + "\n" + parts.getFirst().text(), parts.getFirst().choices()));
    return new Reply(next);
  }

  /**
   * One message.
   *
   * @param text all that a platform without buttons shows: where there are choices, the text lists
   *     them with their numbers
   * @param choices shown as buttons where the platform has them
   */
  public record Part(String text, List<Choice> choices) {
    /** Copies the choices. */
    public Part {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A choice offered with a message.
   *
   * @param label what the button shows
   * @param say what pressing it says, as if typed
   */
  public record Choice(String label, String say) {}

  /** How many messages; never what they say. */
  @Override
  public String toString() {
    return "Reply[" + parts.size() + "]";
  }
}
