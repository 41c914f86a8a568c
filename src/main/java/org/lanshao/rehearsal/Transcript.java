package org.lanshao.rehearsal;

import java.util.List;
import java.util.Optional;

/**
 * A conversation that must hold, as a text that a coordinator can read and write: remarks ({@code
 * #}), a head line with form, date, person and chat ({@code visit 2022-05-10 p03 私聊}), then each
 * message after {@code >} with the exact reply below it, every line after {@code <}, choices in
 * brackets; at the end what is recorded, every line after {@code =}. In a message {@code \n} is a
 * line end. Nothing is checked yet.
 *
 * @param file its path, for mistakes
 * @param lines its lines
 */
public record Transcript(String file, List<String> lines) {
  private static final String SAID = "> ";

  /** Copies the lines. */
  public Transcript {
    lines = List.copyOf(lines);
  }

  /** A transcript of this text. */
  public static Transcript of(String file, String text) {
    return new Transcript(file, text.lines().toList());
  }

  /** Its head line, by its place from 0: the first line that is no remark and not empty. */
  int headAt() {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
        return i;
      }
    }
    return 0;
  }

  /** Who talks where and when; empty when the head line is not there or not written as one. */
  Optional<Head> head() {
    return lines.isEmpty() ? Optional.empty() : Head.of(lines.get(headAt()));
  }

  /** What stands before the first message: remarks and head line. */
  List<String> opening() {
    return lines.stream().takeWhile(line -> !line.startsWith(SAID)).toList();
  }

  /** The lines of the person, as written. */
  List<String> messages() {
    return lines.stream().filter(line -> line.startsWith(SAID)).toList();
  }

  /** The message that such a line is. */
  static String said(String line) {
    return line.substring(SAID.length()).replace("\\n", "\n");
  }
}
