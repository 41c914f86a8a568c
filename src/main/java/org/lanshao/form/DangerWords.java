package org.lanshao.form;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words of {@code danger.yaml}: which ones raise an alert, which ones only make the desk ask,
 * and which longer ones are harmless. All are folded and without spaces.
 *
 * @param start a message that begins with one of these raises at once
 * @param words danger of no particular kind
 * @param kinds the kinds of emergency, in the order of the file
 * @param harmless longer words that hold one of the others and mean no danger
 */
public record DangerWords(
    List<String> start, List<String> words, Map<String, Kind> kinds, List<String> harmless) {
  /** No words: nothing is raised. */
  public static final DangerWords NONE = new DangerWords(List.of(), List.of(), Map.of(), List.of());

  /** Copies the collections and keeps their order. */
  public DangerWords {
    start = List.copyOf(start);
    words = List.copyOf(words);
    kinds = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    harmless = List.copyOf(harmless);
  }

  /**
   * A kind of emergency.
   *
   * @param words danger of this kind
   * @param hints words that tell the kind of what was raised, and are none alone
   * @param call whom to call, the fitting number first
   * @param sensitive whether only few may know of it
   */
  public record Kind(List<String> words, List<String> hints, List<String> call, boolean sensitive) {
    /** Copies the lists. */
    public Kind {
      words = List.copyOf(words);
      hints = List.copyOf(hints);
      call = List.copyOf(call);
    }
  }

  /** Of a folder without the file: the start words of urgent forms raise, and nothing else. */
  static DangerWords of(List<Form> forms) {
    var urgent = forms.stream().filter(Form::urgent).toList();
    return new DangerWords(
        folded(urgent.stream().flatMap(form -> form.start().stream()).toList()),
        List.of(),
        Map.of(),
        folded(urgent.stream().flatMap(form -> form.except().stream()).toList()));
  }

  /** All words of danger, start words among them. */
  Set<String> dangers() {
    var all = new LinkedHashSet<>(start);
    all.addAll(words);
    kinds.values().forEach(kind -> all.addAll(kind.words()));
    return all;
  }

  private static List<String> folded(List<String> words) {
    return words.stream().map(FormSource::plain).distinct().collect(Collectors.toList());
  }
}
