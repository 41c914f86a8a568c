package org.lanshao.command;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lanshao.dialogue.Changed;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.record.Revision;
import org.lanshao.record.Seen;
import org.lanshao.record.Sight;
import org.lanshao.record.Submission;
import org.lanshao.turn.MediaRows;

/** The answer to 明细: how a record stands, and who changed what, when and why. */
public final class RecordDetail {
  private final Directory directory;
  private final Permission permission;
  private final ZoneId zone;

  /** Times are told in {@code zone}. */
  public RecordDetail(Directory directory, ZoneId zone) {
    this.directory = directory;
    this.permission = new Permission(directory);
    this.zone = zone;
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
   * @param media where its pictures and files stand
   * @param seen how much of it is shown
   * @param wording in the language of who asked
   */
  public String text(
      List<Revision> history, Form form, List<MediaRows.State> media, Seen seen, Wording wording) {
    var record = history.getLast().record();
    var lines = new ArrayList<String>();
    lines.add(
        wording.say(
            CommandWords.DETAIL_BEGIN,
            Map.of("number", record.number(), "title", form.title(), "area", area(record))));
    if (seen.sight() == Sight.NUMBERS) {
      var day = Map.of("day", record.day().toString());
      lines.add(wording.say(CommandWords.DETAIL_CLOSED, day));
    }
    form.questions().stream()
        .filter(question -> !question.isFiled())
        .forEach(
            question ->
                record
                    .answers()
                    .get(question.id())
                    .flatMap(seen::shown)
                    .map(value -> Shown.value(value, question.type(), wording))
                    .ifPresent(
                        value ->
                            lines.add(
                                wording.say(
                                    CommandWords.DETAIL_FIELD,
                                    Map.of("label", question.label(), "value", value)))));
    if (seen.sight() != Sight.NUMBERS) {
      MediaStates.text(media, wording).ifPresent(lines::add);
    }
    for (int i = 0; i < history.size(); i++) {
      var before = history.get(Math.max(i - 1, 0)).record();
      lines.add(line(history.get(i), before, form, seen, wording));
    }
    return String.join("\n", lines);
  }

  private String area(Submission record) {
    return directory.area(record.area()).map(directory::fullName).orElse("");
  }

  private String line(Revision revision, Submission before, Form form, Seen seen, Wording wording) {
    var changes = new ArrayList<String>();
    var changed =
        seen.sight() == Sight.NUMBERS
            ? List.<Changed>of()
            : Changed.of(form, before.answers(), revision.record().answers());
    changed.stream()
        .filter(change -> !change.question().isFiled())
        .forEach(
            change ->
                changes.add(
                    change.question().label()
                        + " "
                        + Shown.change(change.seen(seen::shown), wording)));
    var slots =
        Map.of(
            "revision", Integer.toString(revision.number()),
            "time", Shown.moment(LocalDateTime.ofInstant(revision.at(), zone), wording),
            "name", name(revision.by(), wording),
            "changes", Marks.clauses(changes.stream(), wording),
            "why", seen.sight() == Sight.FULL ? why(revision, wording) : "");
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

  private static String why(Revision revision, Wording wording) {
    return revision.why().isEmpty()
        ? ""
        : wording.say(CommandWords.DETAIL_WHY, Map.of("why", revision.why()));
  }

  private String name(PersonId person, Wording wording) {
    return directory
        .person(person)
        .map(Person::name)
        .orElseGet(() -> wording.say(CommandWords.DETAIL_SOMEBODY));
  }
}
