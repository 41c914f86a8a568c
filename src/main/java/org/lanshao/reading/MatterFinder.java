package org.lanshao.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** Finds matters in a message: by number with its letter, or by whom an open one is about. */
final class MatterFinder {
  private final String plain;
  private final OpenMatters matters;

  MatterFinder(String plain, OpenMatters matters) {
    this.plain = plain;
    this.matters = matters;
  }

  List<Find> finds(List<Question> questions) {
    var finds = new ArrayList<Find>();
    for (Question question : questions) {
      if (question.type() instanceof Type.Matter(String letter)) {
        numbers(question, letter, finds);
        if (finds.isEmpty()) {
          names(question, matters.of(letter), finds);
        }
        if (finds.isEmpty()) {
          words(question, matters.of(letter)).ifPresent(finds::add);
        }
      }
    }
    return finds;
  }

  private void numbers(Question question, String letter, List<Find> finds) {
    var number = Pattern.compile("(?i)(?<![a-z])(" + letter + "x?) ?0*([1-9]\\d{0,11})(?!\\d)号?");
    number
        .matcher(plain)
        .results()
        .forEach(
            found -> {
              var said = found.group(1).toUpperCase(Locale.ROOT) + found.group(2);
              var reading = MatterText.numbered(said, matters);
              finds.add(new Find(found.start(), found.end(), question, reading, Find.Care.NONE));
            });
  }

  /** Every name that is said; where matters share it, which one is meant is asked. */
  private void names(Question question, List<Value.Matter> open, List<Find> finds) {
    var names = new LinkedHashSet<String>();
    open.stream().map(Value.Matter::name).filter(name -> name.length() > 1).forEach(names::add);
    for (String name : names) {
      int at = plain.indexOf(Plain.of(name));
      if (at >= 0) {
        finds.add(named(question, name, at, open));
      }
    }
  }

  /**
   * What concerns nobody is called by the words that it is about, as a site is: 巡查 村口水塘. Of several
   * the one of which the most is said; where that does not tell them apart, which one is meant is
   * asked.
   */
  private Optional<Find> words(Question question, List<Value.Matter> open) {
    var called = open.stream().map(this::called).toList();
    int most = called.stream().mapToInt(Called::length).max().orElse(0);
    if (most == 0) {
      return Optional.empty();
    }
    var meant = called.stream().filter(one -> one.length() == most).toList();
    var word = Plain.of(meant.getFirst().longest());
    int at = plain.indexOf(word);
    var all = meant.stream().map(Called::matter).toList();
    var near = all.stream().filter(one -> stands(MatterText.village(one), at)).toList();
    int from = near.isEmpty() ? at : begin(MatterText.village(near.getFirst()), at);
    var reading = MatterText.one(near.isEmpty() ? all : near);
    return Optional.of(new Find(from, at + word.length(), question, reading, Find.Care.APART));
  }

  /** A matter, and the words of it that were said. */
  private record Called(Value.Matter matter, List<String> words) {
    int length() {
      return words.stream().mapToInt(String::length).sum();
    }

    String longest() {
      return words.stream().max(Comparator.comparing(String::length)).orElse("");
    }
  }

  private Called called(Value.Matter matter) {
    var words = matter.name().isEmpty() ? MatterText.words(matter) : List.<String>of();
    return new Called(
        matter, words.stream().filter(word -> plain.contains(Plain.of(word))).toList());
  }

  private Find named(Question question, String name, int at, List<Value.Matter> open) {
    var same = open.stream().filter(matter -> matter.name().equals(name)).toList();
    var near = same.stream().filter(matter -> stands(MatterText.village(matter), at)).toList();
    int from = near.isEmpty() ? at : begin(MatterText.village(near.getFirst()), at);
    var reading = MatterText.one(near.isEmpty() ? same : near);
    return new Find(from, at + Plain.of(name).length(), question, reading, Find.Care.APART);
  }

  /** Whether the name of a village stands right before this place. */
  private boolean stands(String village, int at) {
    return begin(village, at) < at;
  }

  private int begin(String village, int at) {
    int end = at > 0 && plain.charAt(at - 1) == ' ' ? at - 1 : at;
    int from = end - village.length();
    return !village.isEmpty() && from >= 0 && plain.startsWith(village, from) ? from : at;
  }
}
