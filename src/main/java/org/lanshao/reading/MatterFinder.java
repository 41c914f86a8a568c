package org.lanshao.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
