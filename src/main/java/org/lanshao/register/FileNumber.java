package org.lanshao.register;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number under which a household, a person or a site is on file, such as J12 or 445381101-0007:
 * letters, digits and dashes, at most 32, letters large. Unique in the register.
 */
public record FileNumber(String text) implements Comparable<FileNumber> {
  private static final Pattern FIT = Pattern.compile("[0-9A-Z][0-9A-Z-]{0,31}");

  /**
   * Refuses what is none.
   *
   * @throws IllegalArgumentException when it has other signs or is too long
   */
  public FileNumber {
    if (!FIT.matcher(text).matches()) {
      throw new IllegalArgumentException("no number of a file");
    }
  }

  /** The number that somebody wrote, in any case and width, without white space; or empty. */
  public static Optional<FileNumber> read(String written) {
    var text = NameKey.folded(written).toUpperCase(Locale.ROOT);
    return FIT.matcher(text).matches() ? Optional.of(new FileNumber(text)) : Optional.empty();
  }

  /** Of a person's number that of the household where they were put on file: J12 of J12-2. */
  public Optional<FileNumber> household() {
    int dash = text.lastIndexOf('-');
    return dash > 0 ? Optional.of(new FileNumber(text.substring(0, dash))) : Optional.empty();
  }

  /** By their text. */
  @Override
  public int compareTo(FileNumber other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
