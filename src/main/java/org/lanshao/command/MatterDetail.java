package org.lanshao.command;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.count.RangeText;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.MatterKind;
import org.lanshao.form.Wording;
import org.lanshao.reading.Practice;
import org.lanshao.record.Matter;
import org.lanshao.register.Register;

/** What is told of a matter: what it is about, how it stands, and what led there. */
public final class MatterDetail {
  private final Directory directory;
  private final Register register;
  private final Permission permission;
  private final Wording wording;
  private final ZoneId zone;

  /**
   * Times are told in {@code zone}.
   *
   * @param register who is on file, for those who must not be named whole
   */
  public MatterDetail(Directory directory, Register register, Wording wording, ZoneId zone) {
    this.directory = directory;
    this.register = register;
    this.permission = new Permission(directory);
    this.wording = wording;
    this.zone = zone;
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
   * @param forms the forms of which one tells the states and who may read it
   */
  public String text(List<Matter> story, List<Form> forms, Person asker) {
    var matter = story.getLast();
    var kind =
        forms.stream()
            .filter(form -> form.number().equals(Practice.letter(matter.letter())))
            .flatMap(form -> form.matters().kind().stream())
            .findFirst();
    var lines = new ArrayList<String>();
    lines.add(
        wording.say(
            matter.left() > 0 ? CommandWords.MATTER_LEFT : CommandWords.MATTER,
            Map.of(
                "number", matter.number(),
                "name", kind.map(MatterKind::name).orElse(""),
                "about", new MatterAbout(directory, register, forms, wording).text(matter, asker),
                "state", state(matter, kind),
                "left", MatterAbout.left(matter, forms))));
    care(matter).ifPresent(lines::add);
    for (int i = 0; i < story.size(); i++) {
      var before = i == 0 ? Optional.<Matter>empty() : Optional.of(story.get(i - 1));
      lines.add(line(story.get(i), before, kind));
    }
    return String.join("\n", lines);
  }

  /** In whose hands an open one is, and when it is to be followed. */
  private Optional<String> care(Matter matter) {
    var owner = directory.atWork(matter.care().owner()).map(Person::name);
    var slots =
        Map.of(
            "owner", owner.orElseGet(() -> wording.say(CommandWords.DETAIL_SOMEBODY)),
            "day", matter.care().due().map(this::day).orElse(""));
    return matter.isOpen() && matter.care().due().isPresent()
        ? Optional.of(wording.say(CommandWords.MATTER_CARE, slots))
        : Optional.empty();
  }

  private String line(Matter version, Optional<Matter> before, Optional<MatterKind> kind) {
    var made = version.made();
    if (made.record().isEmpty()) {
      return cared(version, before);
    }
    return wording.say(
        CommandWords.MATTER_STEP,
        Map.of(
            "time", time(made),
            "name", name(made.by()),
            "record", made.record(),
            "state", state(version, kind)));
  }

  /** What was changed without a record: whose it is, or when it is to be followed. */
  private String cared(Matter version, Optional<Matter> before) {
    var made = version.made();
    return wording.say(
        change(version, before),
        Map.of(
            "time", time(made),
            "name", name(made.by()),
            "owner", name(version.care().owner()),
            "day", version.care().due().map(this::day).orElse(""),
            "days", Integer.toString(version.care().every())));
  }

  private String day(LocalDate due) {
    return RangeText.day(due, wording);
  }

  private String time(Matter.Made made) {
    return Shown.moment(LocalDateTime.ofInstant(made.at(), zone), wording);
  }

  private static CommandWords change(Matter version, Optional<Matter> before) {
    var care = version.care();
    if (before.isEmpty()) {
      return CommandWords.MATTER_BEGUN;
    }
    if (!before.get().care().owner().equals(care.owner())) {
      return CommandWords.MATTER_HANDED;
    }
    if (before.get().care().every() != care.every()) {
      return CommandWords.MATTER_EVERY;
    }
    return care.due().isPresent() ? CommandWords.MATTER_DUE : CommandWords.MATTER_RESTS;
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
