package org.lanshao.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.reading.Practice;
import org.lanshao.reading.PrivateNumbers;
import org.lanshao.record.Matter;
import org.lanshao.record.Readership;
import org.lanshao.record.Sight;
import org.lanshao.register.Named;
import org.lanshao.register.Register;

/** What matters are about, as somebody may read it. One is made for each answer; for one thread. */
public final class MatterAbout {
  private final List<Form> forms;
  private final Wording wording;
  private final Readership readership;
  private final Named named;

  /**
   * By what these forms say of their readers.
   *
   * @param register who is on file, for those who must not be named whole
   */
  public MatterAbout(Directory directory, Register register, List<Form> forms, Wording wording) {
    this.forms = forms;
    this.wording = wording;
    this.readership = new Readership(directory);
    this.named = new Named(register);
  }

  /**
   * What a matter is about; to who must not see names whole, people in it as 张* or 儿童A and no
   * numbers; to who may not read it, that they may not.
   */
  public String text(Matter matter, Person reader) {
    return switch (sight(matter, reader)) {
      case FULL -> matter.what().about();
      case MASKED -> masked(matter);
      case NUMBERS -> wording.say(CommandWords.MATTER_CLOSED);
    };
  }

  /** How much of a matter is left, with what it is counted in: 3人. */
  public static String left(Matter matter, List<Form> forms) {
    var letter = Practice.letter(matter.letter());
    var unit =
        forms.stream()
            .flatMap(
                form ->
                    form.matters().opens().stream()
                        .filter(opens -> opens.letter().equals(letter))
                        .map(opens -> opens.unit(form)))
            .findFirst();
    return matter.left() + unit.orElse("");
  }

  /** What a matter is about where nobody is named whole and no number is told. */
  public String masked(Matter matter) {
    var what = matter.what();
    return PrivateNumbers.concealed(named.in(what.about(), what.name(), matter.day()));
  }

  /**
   * A matter as an answer that names it, in words that somebody may read; empty where they may not.
   */
  public Optional<Value.Matter> value(Matter matter, Person reader) {
    var value = matter.value();
    return sight(matter, reader) == Sight.NUMBERS
        ? Optional.empty()
        : Optional.of(
            new Value.Matter(value.number(), value.place(), value.name(), text(matter, reader)));
  }

  private Sight sight(Matter matter, Person reader) {
    return readership.of(reader, readers(matter), matter);
  }

  /** The roles that may read of matters of this kind, by these forms; none: all. */
  private Set<String> readers(Matter matter) {
    var letter = Practice.letter(matter.letter());
    return forms.stream()
        .filter(form -> form.number().equals(letter))
        .findFirst()
        .map(Form::readers)
        .orElse(Set.of());
  }
}
