package org.lanshao.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the desk says back.
 *
 * @param parts any number of messages, in order; none says nothing
 * @param pressed what a card shows from now on in place of its buttons, if this answers a press of
 *     one of them; private
 */
public record Reply(List<Part> parts, Optional<String> pressed) {
  /** Says nothing. */
  public static final Reply NONE = new Reply(List.of());

  /** Copies the parts. */
  public Reply {
    parts = List.copyOf(parts);
  }

  /** Says these messages; no card was pressed. */
  public Reply(List<Part> parts) {
    this(parts, Optional.empty());
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
    var next = new ArrayList<>(parts);
    next.set(0, parts.getFirst().saying(text + "\n" + parts.getFirst().text()));
    return new Reply(next, pressed);
  }

  /** This reply with a message put after its last one. */
  public Reply before(String text) {
    var next = new ArrayList<>(parts);
    next.add(new Part(text, List.of()));
    return new Reply(next, pressed);
  }

  /** This reply to the press of a card's button; from now on the card shows this. */
  public Reply pressed(String shown) {
    return new Reply(parts, Optional.of(shown));
  }

  /** This reply with every choice an answer to this question. */
  public Reply asking(String question) {
    return new Reply(parts.stream().map(part -> part.asking(question)).toList(), pressed);
  }

  /**
   * One message.
   *
   * @param text all that a platform without buttons shows: where there are choices, the text lists
   *     them with their numbers
   * @param choices shown as buttons where the platform has them
   * @param extras what else there is to show
   */
  public record Part(String text, List<Choice> choices, Extras extras) {
    /** Copies the choices. */
    public Part {
      choices = List.copyOf(choices);
    }

    /** Text and choices alone. */
    public Part(String text, List<Choice> choices) {
      this(text, choices, Extras.NONE);
    }

    /** The same with another text. */
    public Part saying(String other) {
      return new Part(other, choices, extras);
    }

    /** The same with every choice an answer to this question. */
    Part asking(String question) {
      return new Part(text, choices.stream().map(c -> c.answering(question)).toList(), extras);
    }
  }

  /**
   * A choice offered with a message.
   *
   * @param label what the button shows
   * @param say what pressing it says, as if typed
   * @param question names the question that it answers: pressed when another one is open, it
   *     changes nothing; empty text if it holds at any time
   */
  public record Choice(String label, String say, String question) {
    /** A choice that holds at any time. */
    public Choice(String label, String say) {
      this(label, say, "");
    }

    /** The same under another label. */
    Choice labelled(String other) {
      return new Choice(other, say, question);
    }

    Choice answering(String asked) {
      return new Choice(label, say, asked);
    }
  }

  /** How many messages; never what they say. */
  @Override
  public String toString() {
    return "Reply[" + parts.size() + "]";
  }
}
