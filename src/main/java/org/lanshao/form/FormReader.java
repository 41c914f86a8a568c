package org.lanshao.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads form files. */
public final class FormReader {
  private FormReader() {}

  /**
   * Reads a folder of conversations.
   *
   * @param files the text of each file by its path; {@code lists.yaml} and {@code wording.yaml}
   *     hold lists and wording, every other one a form
   * @param phrases all that the program says
   */
  public static Result read(Map<String, String> files, Schema schema, Set<Phrase> phrases) {
    throw new UnsupportedOperationException(files.keySet() + " " + schema + phrases);
  }

  /** Reads a stored definition again. */
  public static Form read(Definition definition, Schema schema) {
    throw new UnsupportedOperationException(definition.hash() + schema);
  }

  /**
   * What came of reading.
   *
   * @param library empty when there is any mistake
   * @param mistakes all of them, by file and line
   */
  public record Result(Optional<Library> library, List<Mistake> mistakes) {
    /** Copies the list. */
    public Result {
      mistakes = List.copyOf(mistakes);
    }
  }
}
