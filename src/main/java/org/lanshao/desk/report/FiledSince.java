package org.lanshao.desk.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.lanshao.command.Figure;
import org.lanshao.command.FigureReader;
import org.lanshao.count.Report;
import org.lanshao.desk.register.FileTalk;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Library;
import org.lanshao.form.ReportText;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.RegisterEdit;
import org.lanshao.turn.Facts;
import org.lanshao.turn.RegisterFacts;
import org.lanshao.turn.Unavailable;

/**
 * What became of the numbers of those on file in a report, and which households moved them. These
 * numbers are not kept with it: the register has all its edits and tells how it stood then.
 */
final class FiledSince {
  private final Facts facts;
  private final Surroundings around;
  private final Library library;
  private final List<ReportText> texts;
  private final FigureReader figures;

  /** By the sentences of reports as they are now, which tell what each of them asks for. */
  FiledSince(
      Facts facts,
      Surroundings around,
      Library library,
      List<ReportText> texts,
      FigureReader figures) {
    this.facts = facts;
    this.around = around;
    this.library = library;
    this.texts = List.copyOf(texts);
    this.figures = figures;
  }

  /**
   * What is to be told.
   *
   * @param numbers those that moved, in the order of the sentences: 在册户320→322
   * @param homes that moved them, or would have if no other one had, the last one first
   */
  record Moves(List<String> numbers, List<FiledMove> homes) {}

  /** What moved since a report was given; nothing where it has no such numbers. */
  Moves of(Report report) throws Unavailable {
    var asked = asked(report);
    if (asked.isEmpty()) {
      return new Moves(List.of(), List.of());
    }
    var filed = new Filed(report.scope(), around.directory(), FileTalk.categories(library.forms()));
    var then = day(report.at());
    var today = day(around.clock().instant());
    var moves = new ArrayList<FiledMove>();
    for (Story story : stories(report.at())) {
      var move = new FiledMove(filed, story, then, today);
      if (asked.values().stream().anyMatch(move::moves)) {
        moves.add(move);
      }
    }
    moves.sort(Comparator.comparing(FiledMove::at).reversed());
    return new Moves(numbers(asked, moves, filed, today), List.copyOf(moves));
  }

  private LocalDate day(Instant at) {
    return at.atZone(around.clock().getZone()).toLocalDate();
  }

  private Map<String, Figure.OnFile> asked(Report report) {
    var nameToFigure = new LinkedHashMap<String, Figure.OnFile>();
    texts.stream()
        .filter(text -> text.title().equals(report.title()))
        .flatMap(text -> text.numbers().stream())
        .forEach(
            number -> {
              if (figures.read(number.query(), report.range().last())
                      instanceof FigureReader.Read.Right(Figure figure)
                  && figure instanceof Figure.OnFile filed) {
                nameToFigure.put(number.name(), filed);
              }
            });
    return nameToFigure;
  }

  private List<String> numbers(
      Map<String, Figure.OnFile> asked, List<FiledMove> moves, Filed filed, LocalDate today) {
    var households = around.register().households();
    var numbers = new ArrayList<String>();
    asked.forEach(
        (name, figure) -> {
          long now = households.stream().mapToLong(one -> filed.part(figure, one, today)).sum();
          long was = now - moves.stream().mapToLong(move -> move.more(figure)).sum();
          if (was != now) {
            numbers.add(name + was + "→" + now);
          }
        });
    return numbers;
  }

  /**
   * A household then and now.
   *
   * @param last its last edit since; empty where there is none
   */
  record Story(
      FileNumber number,
      Optional<Household> before,
      Optional<Household> after,
      Optional<RegisterFacts.Kept> last) {}

  /** Also of households that nobody edited: categories begin and end by their days. */
  private List<Story> stories(Instant since) throws Unavailable {
    var later = around.clock().instant().plusMillis(1);
    var edited = new HashMap<FileNumber, Story>();
    facts
        .register()
        .changed(since.plusMillis(1), later)
        .forEach((number, edits) -> edited.put(number, story(number, edits, since)));
    var all = new ArrayList<>(edited.values());
    around.register().households().stream()
        .filter(one -> !edited.containsKey(one.number()))
        .map(one -> new Story(one.number(), Optional.of(one), Optional.of(one), Optional.empty()))
        .forEach(all::add);
    return all;
  }

  private static Story story(FileNumber number, List<RegisterFacts.Kept> edits, Instant since) {
    return new Story(
        number,
        stood(edits, edit -> !edit.at().isAfter(since)),
        stood(edits, edit -> true),
        Optional.of(edits.getLast()));
  }

  private static Optional<Household> stood(
      List<RegisterFacts.Kept> edits, Predicate<RegisterFacts.Kept> until) {
    return edits.stream()
        .filter(until)
        .reduce((one, next) -> next)
        .flatMap(
            last ->
                last.edit() instanceof RegisterEdit.Put(Household household)
                    ? Optional.of(household)
                    : Optional.empty());
  }
}
