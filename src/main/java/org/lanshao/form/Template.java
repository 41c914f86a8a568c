package org.lanshao.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A text with slots, such as {@code 已登记 {no}：{place} {people}人}. A brace that is meant as a brace
 * is written twice. Of {@code {count|day|days}} the first word is taken when the slot says 1.
 */
public record Template(List<Piece> pieces) {
  /** Copies the pieces. */
  public Template {
    pieces = List.copyOf(pieces);
  }

  /** Reads a text; a brace that makes no slot stays as it stands. */
  public static Template of(String text) {
    return TemplateText.read(text).template();
  }

  /**
   * Reads a text that people write; braces that make no slot, and slots that are not among these,
   * are kept as mistakes.
   */
  public static Template read(Section.Word text, Set<String> slots, Mistakes mistakes) {
    return TemplateText.read(text, slots, mistakes);
  }

  /** The names of its slots, in order of appearance. */
  public Set<String> slots() {
    var names = new LinkedHashSet<String>();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words words -> {}
        case Piece.Slot(String name) -> names.add(name);
        case Piece.ByNumber(String name, String one, String other) -> names.add(name);
      }
    }
    return names;
  }

  /** The text with its slots filled; a slot that is not given stays empty. */
  public String fill(Map<String, String> slots) {
    var out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words(String text) -> out.append(text);
        case Piece.Slot(String name) -> out.append(slots.getOrDefault(name, ""));
        case Piece.ByNumber(String name, String one, String other) ->
            out.append(slots.getOrDefault(name, "").equals("1") ? one : other);
      }
    }
    return out.toString();
  }

  /** A piece of a template. */
  public sealed interface Piece {
    /** Text as it stands. */
    record Words(String text) implements Piece {}

    /** A slot: a question's id, or a name that the surroundings give, such as {@code no}. */
    record Slot(String name) implements Piece {}

    /**
     * A word that follows the number in a slot, where a language has another one for 1: {@code
     * {count} {count|household|households}}.
     */
    record ByNumber(String name, String one, String other) implements Piece {}
  }
}
