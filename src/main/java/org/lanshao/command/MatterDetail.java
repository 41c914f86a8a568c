package org.lanshao.command;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Wording;
import org.lanshao.record.Matter;

/** What is told of a matter: what it is about, how it stands, and what led there. */
public final class MatterDetail {
  private final Directory directory;
  private final Permission permission;
  private final Wording wording;
  private final DateTimeFormatter time;

  /** Times are told in {@code zone}. */
  public MatterDetail(Directory directory, Wording wording, ZoneId zone) {
    this.directory = directory;
    this.permission = new Permission(directory);
    this.wording = wording;
    time = DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(zone);
  }

  /** Whether somebody may see a matter: who opened it, and whose area it lies in. */
  public boolean mayAsk(Person asker, Matter matter) {
    return matter.person().equals(asker.id())
        || directory.within(matter.area(), permission.station(asker));
  }

  /**
   * The matter and its story.
   *
   * @param story all its versions, the first one first, at least one
   * @param forms the forms of which one tells the states
   */
  public String text(List<Matter> story, List<Form> forms) {
    var matter = story.getLast();
    var kind =
        forms.stream()
            .filter(form -> form.number().equals(matter.letter()))
            .flatMap(form -> form.matters().kind().stream())
            .findFirst();
    var lines = new ArrayList<String>();
    lines.add(
        wording.say(
            matter.left() > 0 ? CommandWords.MATTER_LEFT : CommandWords.MATTER,
            Map.of(
                "number", matter.number(),
                "name", kind.map(MatterKind::name).orElse(""),
                "about", matter.what().about(),
                "state", state(matter, kind),
                "left", Long.toString(matter.left()))));
    story.forEach(version -> lines.add(line(version, kind)));
    return String.join("\n", lines);
  }

  private String line(Matter version, Optional<MatterKind> kind) {
    var made = version.made();
    return wording.say(
        CommandWords.MATTER_STEP,
        Map.of(
            "time", time.format(made.at()),
            "name", name(made.by()),
            "record", made.record(),
            "state", state(version, kind)));
  }

  private String state(Matter matter, Optional<MatterKind> kind) {
    return matter.standing().isEmpty()
        ? wording.say(CommandWords.MATTER_GONE)
        : kind.flatMap(one -> one.state(matter.state()))
            .map(MatterKind.State::label)
            .orElse(matter.state());
  }

  private String name(PersonId person) {
    return directory
        .person(person)
        .map(Person::name)
        .orElseGet(() -> wording.say(CommandWords.DETAIL_SOMEBODY));
  }
}
