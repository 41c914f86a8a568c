package org.lanshao.dialogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Mistake;
import org.lanshao.message.Reply;
import org.lanshao.reading.Hearing;

/**
 * A conversation that must hold, as a text that a coordinator can read: remarks ({@code #}) and
 * header ({@code 表: visit}, {@code 谁: p03}, {@code 日期: 2022-05-10}), then each message after {@code
 * >} with the exact reply below it, choices in brackets, and at the end what is recorded.
 *
 * @param file its path, for mistakes
 * @param lines its lines
 */
public record Transcript(String file, List<String> lines) {
  private static final String FORM = "表:";
  private static final String PERSON = "谁:";
  private static final String DAY = "日期:";
  private static final String SAID = "> ";
  private static final LocalTime NOON = LocalTime.NOON;

  /** Copies the lines. */
  public Transcript {
    lines = List.copyOf(lines);
  }

  /** A transcript of this text; nothing is checked yet. */
  public static Transcript of(String file, String text) {
    return new Transcript(file, text.lines().toList());
  }

  /** The id of the form that it is about; empty text when its header names none. */
  public String form() {
    return header(FORM);
  }

  /**
   * What does not hold: an unknown form or person, or the first line that is different now.
   *
   * @param stored writes events and reads them back, as a store between two messages would
   */
  public List<Mistake> check(
      Library library, Directory directory, UnaryOperator<List<Event>> stored) {
    var cast = cast(library, directory);
    if (cast.isEmpty()) {
      return List.of(
          new Mistake(
              RehearsalCode.CAST, file, 1, "开头的 表: 或 谁: 找不到。", "写上表的代号和人的编号，例如 表: visit、谁: p03。"));
    }
    var now = play(cast.get(), library, directory, stored);
    for (int i = 0; i < Math.max(now.size(), lines.size()); i++) {
      var expected = i < lines.size() ? lines.get(i) : "";
      var actual = i < now.size() ? now.get(i) : "";
      if (!expected.equals(actual)) {
        return List.of(
            new Mistake(
                RehearsalCode.DIFFERENT,
                file,
                i + 1,
                "对话和这里写的不一样，这里写的是“%s”。".formatted(expected),
                "现在是“%s”。".formatted(actual)));
      }
    }
    return List.of();
  }

  /** The same messages with today's replies; this text itself for an unknown form or person. */
  public String rewritten(Library library, Directory directory, UnaryOperator<List<Event>> stored) {
    var now = cast(library, directory).map(cast -> play(cast, library, directory, stored));
    return String.join("\n", now.orElse(lines)) + "\n";
  }

  /** Who talks, and which form they fill. */
  private record Cast(Form form, Person person) {}

  private Optional<Cast> cast(Library library, Directory directory) {
    var person = directory.person(new PersonId(header(PERSON)));
    return library.forms().stream()
        .filter(form -> form.id().text().equals(form()))
        .findFirst()
        .flatMap(form -> person.map(found -> new Cast(form, found)));
  }

  private List<String> play(
      Cast cast, Library library, Directory directory, UnaryOperator<List<Event>> stored) {
    var hearing = new Hearing(directory, cast.person().area(), day().atTime(NOON));
    var context = new Context(hearing, library.wording());
    var rehearsal = new Rehearsal(cast.form(), context, stored);
    var now = lines.stream().takeWhile(line -> !line.startsWith(SAID)).collect(Collectors.toList());
    for (String line : lines) {
      if (line.startsWith(SAID)) {
        now.add(line);
        var said = line.substring(SAID.length()).replace("\\n", "\n");
        rehearsal.say(said).parts().forEach(part -> now.addAll(shown(part)));
      }
    }
    now.addAll(rehearsal.outcome());
    return now;
  }

  private static List<String> shown(Reply.Part part) {
    var shown = new ArrayList<>(part.text().lines().toList());
    if (!part.choices().isEmpty()) {
      shown.add(
          part.choices().stream()
              .map(choice -> "[" + choice.label() + "]")
              .collect(Collectors.joining(" ")));
    }
    shown.add("");
    return shown;
  }

  /** The day of its header; the first of 2022 when it names none that there is. */
  private LocalDate day() {
    try {
      return LocalDate.parse(header(DAY));
    } catch (DateTimeParseException none) {
      return LocalDate.of(2022, 1, 1);
    }
  }

  private String header(String key) {
    return lines.stream()
        .takeWhile(line -> !line.startsWith(SAID))
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip())
        .findFirst()
        .orElse("");
  }
}
