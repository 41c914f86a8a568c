package org.lanshao.command;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanshao.dialogue.Changed;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Wording;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;

/** The answer to 明细: how a record stands, and who changed what, when and why. */
public final class RecordDetail {
  private final Directory directory;
  private final Permission permission;
  private final Wording wording;
  private final DateTimeFormatter time;

  /** Times are told in {@code zone}. */
  public RecordDetail(Directory directory, Wording wording, ZoneId zone) {
    this.directory = directory;
    this.permission = new Permission(directory);
    this.wording = wording;
    time = DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(zone);
  }

  /** Whether somebody may see a record: its author, and who may count the records of its area. */
  public boolean mayAsk(Person asker, Submission record) {
    return record.person().equals(asker.id()) || permission.allows(asker, record.area());
  }

  /**
   * The record and its history.
   *
   * @param history all its revisions, the first one first, at least one
   * @param form the form by the definition that the record was made with
   */
  public String text(List<Revision> history, Form form) {
    var record = history.getLast().record();
    var lines = new ArrayList<String>();
    lines.add(
        wording.say(
            CommandWords.DETAIL_BEGIN,
            Map.of("number", record.number(), "title", form.title(), "area", area(record))));
    form.questions()
        .forEach(
            question ->
                record
                    .answers()
                    .get(question.id())
                    .map(value -> Shown.value(value, question.type(), wording))
                    .ifPresent(value -> lines.add(question.label() + "：" + value)));
    for (int i = 0; i < history.size(); i++) {
      var before = history.get(Math.max(i - 1, 0)).record();
      lines.add(line(history.get(i), before, form));
    }
    return String.join("\n", lines);
  }

  private String area(Submission record) {
    return directory.area(record.area()).map(directory::fullName).orElse("");
  }

  private String line(Revision revision, Submission before, Form form) {
    var changes = new ArrayList<String>();
    Changed.of(form, before.answers(), revision.record().answers())
        .forEach(
            change -> changes.add(change.question().label() + " " + Shown.change(change, wording)));
    var slots =
        Map.of(
            "revision", Integer.toString(revision.number()),
            "time", time.format(revision.at()),
            "name", name(revision.by()),
            "changes", String.join("，", changes),
            "why", why(revision));
    return wording.say(words(revision.state()), slots);
  }

  private static CommandWords words(Revision.State state) {
    return switch (state) {
      case FILED -> CommandWords.DETAIL_FILED;
      case CORRECTED -> CommandWords.DETAIL_CORRECTED;
      case RETURNED -> CommandWords.DETAIL_RETURNED;
      case WITHDRAWN -> CommandWords.DETAIL_WITHDRAWN;
    };
  }

  private String why(Revision revision) {
    return revision.why().isEmpty()
        ? ""
        : wording.say(CommandWords.DETAIL_WHY, Map.of("why", revision.why()));
  }

  private String name(PersonId person) {
    return directory
        .person(person)
        .map(Person::name)
        .orElseGet(() -> wording.say(CommandWords.DETAIL_SOMEBODY));
  }
}
