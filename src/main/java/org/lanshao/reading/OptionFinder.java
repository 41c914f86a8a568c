package org.lanshao.reading;

import java.util.ArrayList;
import java.util.List;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** Finds the options of choices by their label and aliases: 防汛, 入户. */
final class OptionFinder {
  private final String plain;

  OptionFinder(String plain) {
    this.plain = plain;
  }

  List<Find> finds(List<Question> questions) {
    var finds = new ArrayList<Find>();
    for (Question question : questions) {
      for (Option option : question.type().options()) {
        find(option.label(), option, question, finds);
        option.aliases().forEach(alias -> find(alias, option, question, finds));
      }
    }
    return finds;
  }

  /** A name of one sign would be found in any sentence: it must stand apart. */
  private void find(String name, Option option, Question question, List<Find> finds) {
    var said = Plain.of(name.strip());
    var care = said.length() == 1 ? Find.Care.APART : Find.Care.AFFIRMED;
    for (int at = said.isEmpty() ? -1 : plain.indexOf(said); at >= 0; ) {
      var reading = new Reading.Understood(value(option, question.type()));
      finds.add(new Find(at, at + said.length(), question, reading, care));
      at = plain.indexOf(said, at + 1);
    }
  }

  private static Value value(Option option, Type type) {
    return type instanceof Type.Choices
        ? new Value.Many(List.of(option.id()))
        : new Value.One(option.id());
  }
}
