package org.lanshao.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lanshao.form.DangerWords;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Prefix;

/**
 * Finds danger in the raw text of a message, as frightened people type it: without spaces, in
 * Cantonese, with wrong characters. It looks for words alone, so that nothing else need be
 * understood.
 *
 * @param words of {@code danger.yaml}
 */
public record FirstWords(DangerWords words) {
  /** What stands for a harmless word: no other word begins or ends in it. */
  private static final String HARMLESS = "\u0000";

  /** What a message says of danger. */
  public Alarm alarm(String text) {
    var plain = masked(text);
    if (words.start().stream().anyMatch(withoutLead(plain)::startsWith)) {
      return Alarm.RAISE;
    }
    boolean danger =
        Stream.of(words.start().stream(), words.words().stream(), kindWords())
            .flatMap(all -> all)
            .anyMatch(plain::contains);
    return danger ? Alarm.ASK : Alarm.NONE;
  }

  private Stream<String> kindWords() {
    return words.kinds().values().stream().flatMap(kind -> kind.words().stream());
  }

  /** What follows the word that raises; the whole text when something stands before it. */
  public String rest(String text) {
    return words.start().stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .flatMap(word -> Prefix.after(word, text).stream())
        .findFirst()
        .orElse(text.strip());
  }

  /** The kinds that a text tells of, in the order of the file; none when it tells of none. */
  public List<String> kinds(String text) {
    var plain = masked(text);
    return words.kinds().entrySet().stream()
        .filter(
            kind ->
                Stream.concat(kind.getValue().words().stream(), kind.getValue().hints().stream())
                    .anyMatch(plain::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether only few may know of one of these kinds. */
  public boolean sensitive(List<String> kinds) {
    return kinds.stream().anyMatch(id -> words.kinds().containsKey(id) && sensitive(id));
  }

  private boolean sensitive(String id) {
    var kind = words.kinds().get(id);
    return kind != null && kind.sensitive();
  }

  /** Whom to call for these kinds, the fitting number first; a sensitive kind decides. */
  public List<String> call(List<String> kinds) {
    return kinds.stream()
        .sorted(Comparator.comparing(id -> !sensitive(id)))
        .flatMap(id -> Stream.ofNullable(words.kinds().get(id)))
        .map(DangerWords.Kind::call)
        .findFirst()
        .orElse(List.of("110", "119", "120"));
  }

  /** Folded and without spaces, harmless words taken out, the longest first. */
  private String masked(String text) {
    var plain = Folding.fold(text).replace(" ", "");
    for (String word : longestFirst(words.harmless())) {
      plain = plain.replace(word, HARMLESS);
    }
    return plain;
  }

  private static List<String> longestFirst(List<String> words) {
    return words.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }

  /** Without signs, pictures and a name that is called (@蓝哨) before the first word. */
  private static String withoutLead(String plain) {
    var called = plain.replaceFirst("^@蓝哨", "");
    int at = 0;
    while (at < called.length()
        && !Character.isLetterOrDigit(called.codePointAt(at))
        && called.charAt(at) != HARMLESS.charAt(0)) {
      at += Character.charCount(called.codePointAt(at));
    }
    return called.substring(at);
  }
}
