package org.lanshao.desk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.Figure;
import org.lanshao.command.FigureReader;
import org.lanshao.command.Span;
import org.lanshao.command.SpanReader;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.OccasionBook;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Library;
import org.lanshao.form.ReportText;
import org.lanshao.form.ReportText.Kind;
import org.lanshao.form.ReportText.Piece;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers 汇总 and 简报: the sentences and lists of a report with their numbers. */
public final class ReportTalk {
  private static final String WORD = "汇总";
  private static final List<String> WORDS = List.of(WORD, "summary");
  private static final String BULLETIN = "简报";
  private static final List<String> BULLETINS = List.of(BULLETIN, "bulletin");

  private final List<ReportText> reports;
  private final FigureReader figures;
  private final SpanReader spans;
  private final OccasionBook occasions;
  private final ReportNumbers numbers;
  private final CommandAnswers names;
  private final ReportBook book;
  private final KeptReports kept;
  private final Bulletins bulletins;
  private final MeetingTimes meetings;
  private final Lasting lasting;
  private final Wording wording;

  /** The sentences ask for numbers in Chinese, whatever the language of who asks. */
  public ReportTalk(
      Facts facts, Surroundings surroundings, Library library, Shelf shelf, CommandAnswers names) {
    var chinese = new Library(shelf.current(), surroundings.wording());
    this.book = new ReportBook(facts, surroundings);
    this.reports = shelf.reports();
    this.figures = new FigureReader(surroundings.directory(), chinese);
    var filed = new FiledSince(facts, surroundings, library, reports, figures);
    this.kept = new KeptReports(facts, surroundings, filed, library.wording());
    this.occasions = new OccasionBook(facts, surroundings);
    this.spans = new SpanReader(surroundings.directory(), library);
    this.numbers = new ReportNumbers(facts, surroundings, library);
    this.names = names;
    this.bulletins = new Bulletins(facts, surroundings, library.wording(), shelf, figures);
    var talk = new SpanTalk(facts, surroundings, library, names);
    this.meetings = new MeetingTimes(facts, surroundings, library, talk);
    this.lasting = new Lasting(surroundings, library, talk);
    this.wording = library.wording();
  }

  /** The words that no form may begin with. */
  public static List<String> firstWords() {
    return List.of(WORD, BULLETIN, KeptReports.COMPARE, MeetingTimes.WORD, Lasting.WORD);
  }

  /** What is said; empty when the words ask for no report. */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    for (String word : WORDS) {
      var rest = Prefix.after(word, heard.text());
      if (rest.isPresent()) {
        return asked(word, rest.get(), heard);
      }
    }
    for (String word : BULLETINS) {
      var rest = Prefix.after(word, heard.text());
      if (rest.isPresent()) {
        return Optional.of(bulletin(word, rest.get(), heard));
      }
    }
    var met = meetings.decide(heard);
    var open = met.isPresent() ? met : lasting.decide(heard);
    return open.isPresent() ? open : kept.decide(heard);
  }

  /** The line of 帮助; none for who may not ask. */
  public List<String> help(Person asker) {
    var lines = new ArrayList<String>();
    if (mayAsk(asker) && of(Kind.SUMMARY).findAny().isPresent()) {
      lines.add(wording.say(ReportWords.HELP, Map.of("names", titles())));
    }
    if (mayCompose(asker) && of(Kind.BULLETIN).findAny().isPresent()) {
      lines.add(wording.say(ReportWords.BULLETIN_HELP));
    }
    return lines;
  }

  private Stream<ReportText> of(Kind kind) {
    return reports.stream().filter(report -> report.kind() == kind);
  }

  private String titles() {
    return of(Kind.SUMMARY).map(ReportText::title).collect(Collectors.joining("、"));
  }

  private static boolean mayAsk(Person asker) {
    return asker.role() != Role.WORKER;
  }

  /** Those who answer for a station, a town or a county write its newsletters. */
  private static boolean mayCompose(Person asker) {
    return switch (asker.role()) {
      case HEAD, TOWN, COUNTY, CITY -> true;
      case WORKER, SUPERVISOR, ADMIN, AUDITOR -> false;
    };
  }

  /** Without a name the first one is meant. */
  private Decision bulletin(String word, String rest, Heard heard) throws Unavailable {
    if (heard.chat() instanceof Chat.Group) {
      return say(ReportWords.IN_PRIVATE);
    }
    if (!mayCompose(heard.speaker())) {
      return say(ReportWords.BULLETIN_NOT_YOURS);
    }
    var all = of(Kind.BULLETIN).toList();
    for (ReportText report : all) {
      for (String name : report.names()) {
        var where = Prefix.after(name, rest);
        if (where.isPresent()) {
          return asked(report, word + " " + name, where.get(), heard);
        }
      }
    }
    return all.isEmpty() ? say(ReportWords.NO_BULLETIN) : asked(all.getFirst(), word, rest, heard);
  }

  private Optional<Decision> asked(String word, String rest, Heard heard) throws Unavailable {
    boolean may = mayAsk(heard.speaker());
    for (ReportText report : of(Kind.SUMMARY).toList()) {
      for (String name : report.names()) {
        var where = Prefix.after(name, rest);
        if (where.isPresent()) {
          var command = word + " " + report.title();
          return Optional.of(
              may ? asked(report, command, where.get(), heard) : say(ReportWords.NOT_YOURS));
        }
      }
    }
    return rest.isEmpty() && may && !titles().isEmpty()
        ? Optional.of(say(ReportWords.WHICH, Map.of("names", titles())))
        : Optional.empty();
  }

  private Decision asked(ReportText report, String command, String where, Heard heard)
      throws Unavailable {
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
    if (report.kind() == Kind.BULLETIN) {
      return bulletins.told(report, span, sheet, heard);
    }
    var text = sheet.fill(heard).whole();
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
