package org.lanshao.form;

import java.util.List;
import java.util.Map;

/**
 * All that a folder of conversations holds, read and checked.
 *
 * @param forms by their {@code order}, then by file name
 * @param languages the same forms in other languages, by language, Chinese under empty text: a form
 *     that has texts of its own in a language has another definition there
 * @param danger the words that raise alerts
 * @param reports the sentences of reports
 */
public record Library(
    List<Form> forms,
    Wording wording,
    Map<String, List<Form>> languages,
    DangerWords danger,
    List<ReportText> reports) {
  /** Copies the collections. */
  public Library {
    forms = List.copyOf(forms);
    languages = Map.copyOf(languages);
    reports = List.copyOf(reports);
  }

  /** Forms of which the urgent ones alone raise alerts. */
  public Library(List<Form> forms, Wording wording, Map<String, List<Form>> languages) {
    this(forms, wording, languages, DangerWords.of(forms), List.of());
  }

  /** Forms in one language. */
  public Library(List<Form> forms, Wording wording) {
    this(forms, wording, Map.of());
  }

  /** What somebody of this language sees; Chinese where there is nothing else. */
  public Library in(String language) {
    var other = languages.getOrDefault(language, forms);
    return new Library(other, wording.in(language), languages, danger, reports);
  }
}
