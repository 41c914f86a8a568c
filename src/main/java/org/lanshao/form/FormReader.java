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
   *     hold lists and wording, those in a folder {@code reports} the sentences of reports, every
   *     other one a form
   * @param phrases all that the program says
   */
  public static Result read(Map<String, String> files, Schema schema, Set<Phrase> phrases) {
    return new FormFolder(files, schema, phrases).read();
  }

  /**
   * Reads a stored definition again: the form it was written from, whatever today's rules for new
   * files are.
   *
   * @throws IllegalStateException when it is damaged or of a language that this program cannot read
   */
  public static Form read(Definition definition, Schema schema) {
    var mistakes = new Mistakes();
    var form = FormFile.read(DefinitionText.read(definition), definition, mistakes);
    if (!mistakes.isEmpty()) {
      throw new IllegalStateException(
          "definition " + definition.hash() + ": " + mistakes.sorted().getFirst());
    }
    return form;
  }

  /**
   * What came of reading.
   *
   * @param library empty when there is any mistake
   * @param mistakes all of them, by file and line
   * @param hints what works but could be better, in the same words: lists that no form uses, texts
   *     that one of the languages lacks
   * @param sources every form that could be read, also with mistakes, in Chinese, and where its
   *     parts stand
   */
  public record Result(
      Optional<Library> library,
      List<Mistake> mistakes,
      List<Mistake> hints,
      List<FormSource> sources) {
    /** Copies the lists. */
    public Result {
      mistakes = List.copyOf(mistakes);
      hints = List.copyOf(hints);
      sources = List.copyOf(sources);
    }
  }
}
