package org.lanshao.command;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Marks;
import org.lanshao.form.Measure;
import org.lanshao.form.Question;
import org.lanshao.form.Value;
import org.lanshao.message.Chat;
import org.lanshao.reading.PrivateNumbers;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Unavailable;

/** The answer to 我的: what was returned, and a line for each record of today. */
final class Mine {
  private final Directory directory;
  private final Library library;
  private final RecordForms forms;
  private final DateTimeFormatter time;

  Mine(Directory directory, Library library, RecordForms forms, ZoneId zone) {
    this.directory = directory;
    this.library = library;
    this.forms = forms;
    time = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
  }

  /**
   * What is to be corrected, and the records of today, oldest first; without what was written about
   * households in a group.
   */
  String text(List<Revision> today, List<Revision> returned, Chat chat) throws Unavailable {
    var lines = new ArrayList<String>();
    if (!returned.isEmpty()) {
      lines.add(say(CommandWords.MINE_RETURNED, Map.of("count", count(returned.size()))));
      for (Revision revision : returned) {
        lines.add(returned(revision, chat));
      }
    }
    long standing = today.stream().filter(r -> !isWithdrawn(r)).count();
    lines.add(
        today.isEmpty()
            ? library.wording().say(CommandWords.MINE_NONE)
            : say(CommandWords.MINE_BEGIN, Map.of("count", count(standing))));
    for (Revision revision : today) {
      lines.add(line(revision, chat));
    }
    return String.join("\n", lines);
  }

  private String line(Revision revision, Chat chat) throws Unavailable {
    var line = line(revision.record(), chat);
    return isWithdrawn(revision) ? line + library.wording().say(CommandWords.MINE_WITHDRAWN) : line;
  }

  private static boolean isWithdrawn(Revision revision) {
    return revision.state() == Revision.State.WITHDRAWN;
  }

  private String returned(Revision revision, Chat chat) throws Unavailable {
    var slots =
        Map.of(
            "number", revision.record().number(),
            "title", form(revision.record()).title(),
            "why", chat instanceof Chat.Private ? revision.why() : "");
    return say(CommandWords.MINE_RETURNED_LINE, slots).strip();
  }

  private static String count(long number) {
    return Long.toString(number);
  }

  private String say(CommandWords words, Map<String, String> slots) {
    return library.wording().say(words, slots);
  }

  private Form form(Submission record) throws Unavailable {
    return forms.form(record.definition());
  }

  private String line(Submission record, Chat chat) throws Unavailable {
    var form = form(record);
    var subject =
        switch (chat) {
          case Chat.Private() -> subject(form, record);
          case Chat.Group group -> "";
        };
    var area = directory.area(record.area());
    var slots =
        Map.of(
            "number", record.number(),
            "title", form.title(),
            "time", time.format(record.at()),
            "area", area.map(directory::fullName).orElse(""),
            "subject", subject);
    var missing = form.missing(record.answers());
    return library.wording().say(CommandWords.MINE_LINE, slots).strip() + pending(missing);
  }

  private String pending(List<Question> missing) {
    var labels = Marks.list(missing.stream().map(Question::label), library.wording());
    return missing.isEmpty()
        ? ""
        : library.wording().say(CommandWords.MINE_PENDING, Map.of("labels", labels));
  }

  /** The texts that tell whom a record is about: those of the form's distinct measures. */
  private static String subject(Form form, Submission record) {
    return form.measures().stream()
        .flatMap(
            measure ->
                switch (measure.amount()) {
                  case Measure.Amount.Distinct(var questions) -> questions.stream();
                  case Measure.Amount.Add add -> Stream.empty();
                })
        .distinct()
        .flatMap(question -> record.answers().get(question).stream())
        .flatMap(
            value ->
                switch (value) {
                  case Value.Text(String text) -> Stream.of(PrivateNumbers.masked(text));
                  case Value.Person person -> Stream.of(person.name());
                  case Value.Household household -> Stream.of(household.name());
                  default -> Stream.empty(); // nothing else is somebody's name
                })
        .collect(Collectors.joining(" "));
  }
}
