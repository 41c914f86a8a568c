package org.lanshao.form;

import java.util.List;
import java.util.Map;

/** A text with slots, such as {@code 已登记 {no}：{place} {people}人}. */
public record Template(List<Piece> pieces) {
  /** Copies the pieces. */
  public Template {
    pieces = List.copyOf(pieces);
  }

  /** The text with its slots filled; a slot that is not given stays empty. */
  public String fill(Map<String, String> slots) {
    var out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Words(String text) -> out.append(text);
        case Piece.Slot(String name) -> out.append(slots.getOrDefault(name, ""));
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
  }
}
