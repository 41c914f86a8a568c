package org.lanshao.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What the records of a form have to do with matters.
 *
 * @param kind what matters of the form's own letter are; empty when there are none
 * @param opens what its records open; of the lines of one letter the first that holds
 * @param follows what becomes of matters that its records name; of the lines of one question the
 *     first that holds
 */
public record Matters(Optional<MatterKind> kind, List<Opens> opens, List<Follows> follows) {
  /** Nothing. */
  public static final Matters NONE = new Matters(Optional.empty(), List.of(), List.of());

  /** Copies the lists. */
  public Matters {
    opens = List.copyOf(opens);
    follows = List.copyOf(follows);
  }

  /** What a record with these answers opens, at most one matter of each letter. */
  public List<Opens> opened(Answers answers) {
    var seen = new HashSet<String>();
    var opened = new ArrayList<Opens>();
    for (Opens line : opens) {
      if (Evaluation.holds(line.when(), answers) && seen.add(line.letter())) {
        opened.add(line);
      }
    }
    return opened;
  }

  /** What becomes of the matters that a record with these answers names. */
  public List<Follows> followed(Answers answers) {
    var seen = new HashSet<QuestionId>();
    var followed = new ArrayList<Follows>();
    for (Follows line : follows) {
      boolean named = answers.get(line.question()).isPresent();
      if (named && Evaluation.holds(line.when(), answers) && seen.add(line.question())) {
        followed.add(line);
      }
    }
    return followed;
  }
}
