package org.lanshao.command;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Measure;
import org.lanshao.form.Value;
import org.lanshao.message.Chat;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;

/** The answer to 我的: a line for each record of today. */
final class Mine {
  private final Directory directory;
  private final Library library;
  private final DateTimeFormatter time;

  Mine(Directory directory, Library library, ZoneId zone) {
    this.directory = directory;
    this.library = library;
    time = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
  }

  /** The records, oldest first; without what was written about households in a group. */
  String text(List<Revision> records, Chat chat) {
    if (records.isEmpty()) {
      return library.wording().say(CommandWords.MINE_NONE);
    }
    var slots = Map.of("count", Integer.toString(records.size()));
    var lines = new ArrayList<String>();
    lines.add(library.wording().say(CommandWords.MINE_BEGIN, slots));
    records.forEach(record -> lines.add(line(record.record(), chat)));
    return String.join("\n", lines);
  }

  private String line(Submission record, Chat chat) {
    var form = library.forms().stream().filter(f -> f.id().equals(record.form())).findFirst();
    var subject =
        switch (chat) {
          case Chat.Private() -> form.map(f -> subject(f, record)).orElse("");
          case Chat.Group group -> "";
        };
    var area = directory.area(record.area());
    var slots =
        Map.of(
            "number", record.number(),
            "title", form.map(Form::title).orElse(record.form().text()),
            "time", time.format(record.at()),
            "area", area.map(directory::fullName).orElse(""),
            "subject", subject);
    return library.wording().say(CommandWords.MINE_LINE, slots).strip();
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
                value instanceof Value.Text(String text)
                    ? Optional.of(text).stream()
                    : Stream.empty())
        .collect(Collectors.joining(" "));
  }
}
