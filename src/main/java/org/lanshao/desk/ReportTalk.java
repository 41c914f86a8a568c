package org.lanshao.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.Figure;
import org.lanshao.command.FigureReader;
import org.lanshao.command.Span;
import org.lanshao.command.SpanReader;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Library;
import org.lanshao.form.ReportText;
import org.lanshao.form.ReportText.Piece;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers 汇总: the sentences of a report with their numbers. */
public final class ReportTalk {
  private static final String WORD = "汇总";
  private static final List<String> WORDS = List.of(WORD, "summary");

  private final List<ReportText> reports;
  private final FigureReader figures;
  private final SpanReader spans;
  private final OccasionBook occasions;
  private final ReportNumbers numbers;
  private final CommandAnswers names;
  private final ReportBook book;
  private final KeptReports kept;
  private final Wording wording;

  /** The sentences ask for numbers in Chinese, whatever the language of who asks. */
  ReportTalk(
      Facts facts, Surroundings surroundings, Library library, Shelf shelf, CommandAnswers names) {
    var chinese = new Library(shelf.current(), surroundings.wording());
    this.book = new ReportBook(facts, surroundings);
    this.kept = new KeptReports(facts, surroundings, library.wording());
    this.reports = shelf.reports();
    this.figures = new FigureReader(surroundings.directory(), chinese);
    this.occasions = new OccasionBook(facts, surroundings);
    this.spans = new SpanReader(surroundings.directory(), library);
    this.numbers = new ReportNumbers(facts, surroundings, library);
    this.names = names;
    this.wording = library.wording();
  }

  /** The words that no form may begin with. */
  public static List<String> firstWords() {
    return List.of(WORD, KeptReports.COMPARE);
  }

  /** What is said; empty when the words ask for no report. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    for (String word : WORDS) {
      var rest = Prefix.after(word, heard.text());
      if (rest.isPresent()) {
        return asked(word, rest.get(), heard);
      }
    }
    return kept.decide(heard);
  }

  /** The line of 帮助; none for who may not ask. */
  List<String> help(Person asker) {
    return mayAsk(asker) && !reports.isEmpty()
        ? List.of(wording.say(ReportWords.HELP, Map.of("names", titles())))
        : List.of();
  }

  private String titles() {
    return reports.stream().map(ReportText::title).collect(Collectors.joining("、"));
  }

  private static boolean mayAsk(Person asker) {
    return asker.role() != Role.WORKER;
  }

  private Optional<Decision> asked(String word, String rest, Heard heard) throws Unavailable {
    boolean may = mayAsk(heard.speaker());
    for (ReportText report : reports) {
      for (String name : report.names()) {
        var where = Prefix.after(name, rest);
        if (where.isPresent()) {
          return Optional.of(
              may ? asked(report, word, where.get(), heard) : say(ReportWords.NOT_YOURS));
        }
      }
    }
    return rest.isEmpty() && may && !reports.isEmpty()
        ? Optional.of(say(ReportWords.WHICH, Map.of("names", titles())))
        : Optional.empty();
  }

  private Decision asked(ReportText report, String word, String where, Heard heard)
      throws Unavailable {
    var command = word + " " + report.title();
    var asking = occasions.asking(heard);
    return switch (spans.read(where, command, report.days(), asking)) {
      case Span.Not(Reply reply) -> Decision.say(reply);
      case Span.Of span -> told(report, span, heard);
    };
  }

  private Decision told(ReportText report, Span.Of span, Heard heard) throws Unavailable {
    var sheet = new ReportSheet(report, span, names.name(span.scope()), numbers, wording);
    for (Piece.Counted number : report.numbers()) {
      if (!(figures.read(number.query(), heard.today())
          instanceof FigureReader.Read.Right(Figure figure))) {
        var slots = Map.of("name", number.name(), "file", report.at().file());
        return say(ReportWords.BROKEN, slots);
      }
      sheet.put(number, figure);
    }
    var text = sheet.fill(heard);
    var number = book.keep(sheet.given(text), heard);
    var kept = wording.say(ReportWords.KEPT, Map.of("number", number));
    return Decision.say(Reply.of(text + "\n" + kept));
  }

  private Decision say(ReportWords words) {
    return say(words, Map.of());
  }

  private Decision say(ReportWords words, Map<String, String> slots) {
    return Decision.say(Reply.of(wording.say(words, slots)));
  }
}
