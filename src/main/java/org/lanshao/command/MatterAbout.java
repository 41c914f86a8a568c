package org.lanshao.command;

import java.util.List;
import java.util.Set;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.Wording;
import org.lanshao.reading.Practice;
import org.lanshao.record.Matter;
import org.lanshao.record.Readership;
import org.lanshao.record.Sight;

/** What matters are about, as somebody may read it. */
public final class MatterAbout {
  private final List<Form> forms;
  private final Wording wording;
  private final Readership readership;

  /** By what these forms say of their readers. */
  public MatterAbout(Directory directory, List<Form> forms, Wording wording) {
    this.forms = forms;
    this.wording = wording;
    this.readership = new Readership(directory);
  }

  /** What a matter is about; to who may not read it, that they may not. */
  public String text(Matter matter, Person reader) {
    boolean closed = readership.of(reader, readers(matter, forms), matter) == Sight.NUMBERS;
    return closed ? wording.say(CommandWords.MATTER_CLOSED) : matter.what().about();
  }

  /** The roles that may read of matters of this kind, by these forms; none: all. */
  public static Set<String> readers(Matter matter, List<Form> forms) {
    var letter = Practice.letter(matter.letter());
    return forms.stream()
        .filter(form -> form.number().equals(letter))
        .findFirst()
        .map(Form::readers)
        .orElse(Set.of());
  }
}
