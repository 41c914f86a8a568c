package org.lanshao.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lanshao.directory.AreaCode;

/**
 * What is known of an emergency so far.
 *
 * @param kinds the kinds that were recognised, by their ids; several are possible
 * @param people how many are affected, if that was said
 * @param area the town that it is routed by: where it happens, else where its reporter works
 * @param place whether that was said; false when it is the reporter's own
 * @param sensitive whether one of the kinds is one that few may know of
 * @param words what its reporter wrote, as they wrote it, oldest first; private
 * @param answers what the form adds, each with its label; private
 * @param missing the labels of what the form still asks for; empty once it is complete or given up
 */
public record Known(
    List<String> kinds,
    Optional<Long> people,
    AreaCode area,
    boolean place,
    boolean sensitive,
    List<String> words,
    List<String> answers,
    List<String> missing) {
  /** Copies the lists. */
  public Known {
    kinds = List.copyOf(kinds);
    words = List.copyOf(words);
    answers = List.copyOf(answers);
    missing = List.copyOf(missing);
  }

  /** With further words of its reporter. */
  public Known saying(String more) {
    var next = new ArrayList<>(words);
    next.add(more);
    return new Known(kinds, people, area, place, sensitive, next, answers, missing);
  }

  /** The same, routed by this area. */
  public Known in(AreaCode other) {
    return new Known(kinds, people, other, place, sensitive, words, answers, missing);
  }

  /** Without what people wrote. */
  @Override
  public String toString() {
    return "Known[" + kinds + " " + people + " " + area + "]";
  }
}
