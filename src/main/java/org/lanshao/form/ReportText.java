package org.lanshao.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The sentences of a report with the numbers that they ask for: a file of {@code
 * conversations/reports}.
 *
 * @param at the file
 * @param names what people ask for it by, the first one first
 * @param kind what it is
 * @param days of which days it tells when nobody says, as people write them: 本月
 * @param pieces what it says
 * @param languages what it says in other languages, with the same numbers
 */
public record ReportText(
    Line at,
    List<String> names,
    Kind kind,
    String days,
    List<Piece> pieces,
    Map<String, List<Piece>> languages) {
  /** Copies the lists. */
  public ReportText {
    names = List.copyOf(names);
    pieces = List.copyOf(pieces);
    languages = Map.copyOf(languages);
  }

  /** What it says in a language; in Chinese where it has none of it. */
  public List<Piece> pieces(String language) {
    return languages.getOrDefault(language, pieces);
  }

  /** The same, saying this in another language too. */
  ReportText with(String language, List<Piece> other) {
    var more = new HashMap<>(languages);
    more.put(language, List.copyOf(other));
    return new ReportText(at, names, kind, days, pieces, more);
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

  /** The lists that it asks for in a language, in their order. */
  public List<Piece.Listed> lists(String language) {
    return lists(pieces(language)).toList();
  }

  /** The lists that it asks for in any language. */
  public List<Piece.Listed> lists() {
    return Stream.concat(Stream.of(pieces), languages.values().stream())
        .flatMap(ReportText::lists)
        .toList();
  }

  private static Stream<Piece.Listed> lists(List<Piece> pieces) {
    return pieces.stream()
        .flatMap(piece -> piece instanceof Piece.Listed list ? Stream.of(list) : Stream.of());
  }

  /** What a report is. */
  public enum Kind {
    /** 汇总: sentences with numbers. */
    SUMMARY,
    /** 简报: the draft of a newsletter, in Markdown. */
    BULLETIN
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

    /** Lines of several kinds, together by their days. */
    record Listed(List<Each> each) implements Piece {
      /** Copies the list. */
      public Listed {
        each = List.copyOf(each);
      }

      /** The same with lines of one more kind. */
      Listed and(Each other) {
        return new Listed(Stream.concat(each.stream(), Stream.of(other)).toList());
      }
    }
  }

  /**
   * A line for each of something: {每条 活动}- {日期} {名称}[，{合计}人次].
   *
   * @param query of what, as after 统计
   * @param clauses what the line says
   */
  public record Each(String query, List<Clause> clauses, Line at) {
    /** Copies the list. */
    public Each {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * A part of a line.
   *
   * @param text its slots are the labels of questions, or 日期, 地点, 编号, 姓名
   * @param ifKnown whether it is left out where one of its slots stays empty
   */
  public record Clause(Template text, boolean ifKnown) {}

  /** What a report is about. */
  public enum About {
    /** The area. */
    AREA("地区", "area"),
    /** The days. */
    DAYS("范围", "days"),
    /** The last of the days. */
    UNTIL("截至", "until");

    private final String word;
    private final String english;

    About(String word, String english) {
      this.word = word;
      this.english = english;
    }

    /** Whether this is how it is written, in Chinese or English. */
    boolean is(String written) {
      return written.equals(word) || written.equals(english);
    }

    /** How it is written between braces. */
    public String word() {
      return word;
    }
  }
}
