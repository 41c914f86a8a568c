package org.lanshao.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.form.DangerWords;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Prefix;

/**
 * Finds danger in the raw text of a message, as frightened people type it: without spaces, in
 * Cantonese, with wrong characters. It looks for words alone, so that nothing else need be
 * understood.
 */
public final class FirstWords {
  /** What stands for a harmless word: no other word begins or ends in it. */
  private static final String HARMLESS = "\u0000";

  /** What belongs to the cry, not to what happened: 救命啊！ */
  private static final Pattern CRY = Pattern.compile("^[啊呀哇喂吖呐]+[\\s，,。.！!、~～]*");

  private final DangerWords words;
  private final List<String> starts;
  private final List<String> harmless;
  private final Map<Character, List<String>> dangers;

  /** Looks for the words of {@code danger.yaml}. */
  public FirstWords(DangerWords words) {
    this.words = words;
    this.starts = longestFirst(words.start());
    this.harmless = longestFirst(words.harmless());
    this.dangers =
        Stream.of(words.start().stream(), words.words().stream(), kindWords(words))
            .flatMap(all -> all)
            .collect(Collectors.groupingBy(word -> word.charAt(0)));
  }

  private static List<String> longestFirst(List<String> words) {
    return words.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }

  private static Stream<String> kindWords(DangerWords words) {
    return words.kinds().values().stream().flatMap(kind -> kind.words().stream());
  }

  /** What a message says of danger. */
  public Alarm alarm(String text) {
    var whole = plain(text);
    if (!holdsDanger(whole)) {
      return Alarm.NONE; // as nearly every message: harmless words need not be looked for
    }
    var plain = masked(whole);
    if (starts.stream().anyMatch(withoutLead(plain)::startsWith)) {
      return Alarm.RAISE;
    }
    return holdsDanger(plain) ? Alarm.ASK : Alarm.NONE;
  }

  private boolean holdsDanger(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      for (String word : dangers.getOrDefault(plain.charAt(i), List.of())) {
        if (plain.startsWith(word, i)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What follows the word that raises; the whole text when something stands before it. */
  public String rest(String text) {
    return starts.stream()
        .flatMap(word -> Prefix.after(word, text).stream())
        .findFirst()
        .map(rest -> CRY.matcher(rest).replaceFirst(""))
        .orElse(text.strip());
  }

  /** The kinds that a text tells of, in the order of the file; none when it tells of none. */
  public List<String> kinds(String text) {
    var plain = masked(plain(text));
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

  /** Folded and without spaces. */
  private static String plain(String text) {
    return Folding.fold(text).replace(" ", "");
  }

  /** With harmless words taken out, the longest first. */
  private String masked(String plain) {
    var masked = plain;
    for (String word : harmless) {
      masked = masked.replace(word, HARMLESS);
    }
    return masked;
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
