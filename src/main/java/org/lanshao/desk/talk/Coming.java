package org.lanshao.desk.talk;

import java.time.LocalDate;
import java.util.Optional;
import org.lanshao.directory.Person;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.message.Reply;

/** A message with what is known about it. */
public record Coming(Inbound inbound, Optional<Person> speaker, Talk talk, LocalDate today) {
  /** The same in a talk that went on. */
  public Coming in(Talk next) {
    return new Coming(inbound, speaker, next, today);
  }

  /** What was said or pressed; empty text for other things. */
  public String words() {
    return words(inbound.content());
  }

  /** The words of what was sent; empty text for other things. */
  public static String words(Content content) {
    return switch (content) {
      case Content.Text(String text) -> text;
      case Content.Pressed(Reply.Choice choice) -> choice.say();
      default -> ""; // nothing else has words
    };
  }

  /** Without what was said. */
  @Override
  public String toString() {
    return inbound.toString();
  }
}
