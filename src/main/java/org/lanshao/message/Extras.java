package org.lanshao.message;

import java.util.List;
import java.util.Optional;

/**
 * What a message has beyond its text, for platforms that can show it. Where one cannot, its text
 * goes out alone, so the text has to say it all.
 *
 * @param markdown the text with marks, in the words of WeCom's {@code markdown}: headings, bold,
 *     links, quotes
 * @param file a picture or file that is shown in place of the text
 * @param mentions who is to be alerted in a group
 * @param link an address that tells more
 * @param replaces the {@link Card#code} of an earlier card, whose buttons give way to this text;
 *     empty text until the platform has given one; where there are no cards nothing is sent
 */
public record Extras(
    Optional<String> markdown,
    Optional<Attachment> file,
    List<Mention> mentions,
    Optional<String> link,
    Optional<String> replaces) {
  /** Nothing but the text. */
  public static final Extras NONE =
      new Extras(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  /** Copies the mentions. */
  public Extras {
    mentions = List.copyOf(mentions);
  }

  /** Text with marks. */
  public static Extras markdown(String markdown) {
    return new Extras(
        Optional.of(markdown), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /** A picture or file. */
  public static Extras file(Attachment file) {
    return new Extras(
        Optional.empty(), Optional.of(file), List.of(), Optional.empty(), Optional.empty());
  }

  /** Text for these people above all. */
  public static Extras mentions(List<Mention> mentions) {
    return new Extras(
        Optional.empty(), Optional.empty(), mentions, Optional.empty(), Optional.empty());
  }

  /** Text with an address that tells more. */
  public static Extras link(String address) {
    return new Extras(
        Optional.empty(), Optional.empty(), List.of(), Optional.of(address), Optional.empty());
  }

  /** What an earlier card shows from now on. */
  public static Extras replacing(String code) {
    return new Extras(
        Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.of(code));
  }

  /** The same without marks: for a piece of the text. */
  Extras unmarked() {
    return markdown.isEmpty() ? this : new Extras(Optional.empty(), file, mentions, link, replaces);
  }

  /** Whether the text is not what is shown, so that its length does not matter. */
  boolean isWhole() {
    return file.isPresent() || replaces.isPresent();
  }

  /**
   * A picture or file of ours.
   *
   * @param kind how it is shown
   * @param hash of its bytes, by which they are kept
   * @param name of the file, with its ending, as people see it
   */
  public record Attachment(Kind kind, String hash, String name) {
    /** How a file is shown. */
    public enum Kind {
      /** As a picture. */
      IMAGE,
      /** As a file to open. */
      FILE
    }

    /** Without the name, which people may have given. */
    @Override
    public String toString() {
      return "Attachment[" + kind + " " + hash + "]";
    }
  }

  /** Who is alerted. */
  public sealed interface Mention {
    /** One person, by their account on the channel. */
    record Person(String account) implements Mention {}

    /** Everybody in the group. */
    record All() implements Mention {}
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "Extras[]";
  }
}
