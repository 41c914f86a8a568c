package org.lanshao.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * The sentences of a report with the numbers that they ask for: a file of {@code
 * conversations/reports}.
 *
 * @param at the file
 * @param names what people ask for it by, the first one first
 * @param days of which days it tells when nobody says, as people write them: 本月
 * @param pieces what it says
 */
public record ReportText(Line at, List<String> names, String days, List<Piece> pieces) {
  /** Copies the lists. */
  public ReportText {
    names = List.copyOf(names);
    pieces = List.copyOf(pieces);
  }

  /** What it is called. */
  public String title() {
    return names.getFirst();
  }

  /** The numbers that it asks for, in their order. */
  public List<Piece.Counted> numbers() {
    return pieces.stream()
        .flatMap(piece -> piece instanceof Piece.Counted number ? Stream.of(number) : Stream.of())
        .toList();
  }

  /** A piece of what it says. */
  public sealed interface Piece {
    /** Text as it stands. */
    record Words(String text) implements Piece {}

    /** What is known without counting. */
    record Known(About about) implements Piece {}

    /**
     * A number: {人次: 走访 人次 万}.
     *
     * @param name by which people speak of it, once in a report
     * @param query what is asked for, as after 统计
     * @param rounded whether it is told in 万
     */
    record Counted(String name, String query, boolean rounded, Line at) implements Piece {}
  }

  /** What a report is about. */
  public enum About {
    /** The area. */
    AREA("地区"),
    /** The days. */
    DAYS("范围"),
    /** The last of the days. */
    UNTIL("截至");

    private final String word;

    About(String word) {
      this.word = word;
    }

    /** How it is written between braces. */
    public String word() {
      return word;
    }
  }
}
