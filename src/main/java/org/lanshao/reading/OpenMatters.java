package org.lanshao.reading;

import java.util.List;
import java.util.Map;
import org.lanshao.form.Value;

/**
 * The matters that who speaks may follow.
 *
 * @param open those that are not done, the newest first
 * @param settled of those whose number was said and that are done, what people read of it: 已整改
 * @param practice whether they are those of practice
 */
public record OpenMatters(List<Value.Matter> open, Map<String, String> settled, boolean practice) {
  /** None. */
  public static final OpenMatters NONE = new OpenMatters(List.of(), Map.of());

  /** Of what is no practice. */
  public OpenMatters(List<Value.Matter> open, Map<String, String> settled) {
    this(open, settled, false);
  }

  /** Copies the collections. */
  public OpenMatters {
    open = List.copyOf(open);
    settled = Map.copyOf(settled);
  }

  /** Those whose number has this letter. */
  public List<Value.Matter> of(String letter) {
    return open.stream()
        .filter(matter -> Practice.letter(RecordNumber.letters(matter.number())).equals(letter))
        .toList();
  }
}
