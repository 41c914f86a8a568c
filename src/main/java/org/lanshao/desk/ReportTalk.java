package org.lanshao.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.Figure;
import org.lanshao.command.FigureReader;
import org.lanshao.command.Span;
import org.lanshao.command.SpanReader;
import org.lanshao.count.RangeText;
import org.lanshao.directory.Area;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Library;
import org.lanshao.form.ReportText;
import org.lanshao.form.ReportText.Piece;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers 汇总: the sentences of a report with their numbers. */
final class ReportTalk {
  /** So many stations are named. */
  private static final int MOST_NAMED = 30;

  /** Fewer of a kind than this could tell who they are; groups see that it is fewer. */
  private static final int FEWEST_IN_GROUPS = 3;

  private static final List<String> WORDS = List.of("汇总", "summary");

  private final List<ReportText> reports;
  private final FigureReader figures;
  private final SpanReader spans;
  private final OccasionBook occasions;
  private final ReportNumbers numbers;
  private final CommandAnswers names;
  private final Facts facts;
  private final Wording wording;

  ReportTalk(
      Facts facts,
      Surroundings surroundings,
      Library library,
      List<ReportText> reports,
      CommandAnswers names) {
    this.facts = facts;
    this.reports = reports;
    this.figures = new FigureReader(surroundings.directory(), library);
    this.occasions = new OccasionBook(facts, surroundings);
    this.spans = new SpanReader(surroundings.directory(), library);
    this.numbers = new ReportNumbers(facts, surroundings, library.forms());
    this.names = names;
    this.wording = library.wording();
  }

  /** What is said; empty when the words ask for no report. */
  Optional<Decision> decide(Heard heard) throws Unavailable {
    for (String word : WORDS) {
      var rest = Prefix.after(word, heard.text());
      if (rest.isPresent()) {
        return asked(word, rest.get(), heard);
      }
    }
    return Optional.empty();
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
    var nameToFigure = new LinkedHashMap<String, Figure>();
    for (Piece.Counted number : report.numbers()) {
      if (!(figures.read(number.query(), heard.today())
          instanceof FigureReader.Read.Right(Figure figure))) {
        var slots = Map.of("name", number.name(), "file", report.at().file());
        return say(ReportWords.BROKEN, slots);
      }
      nameToFigure.put(number.name(), figure);
    }
    var stations = numbers.stations(span);
    var said = new StringBuilder();
    for (Piece piece : report.pieces()) {
      said.append(
          switch (piece) {
            case Piece.Words(String text) -> text;
            case Piece.Known(var about) -> known(about, span, heard.today());
            case Piece.Counted number ->
                number(
                    number,
                    Objects.requireNonNull(nameToFigure.get(number.name())),
                    span,
                    stations,
                    heard);
          });
    }
    stations(stations).ifPresent(line -> said.append('\n').append(line));
    return Decision.say(Reply.of(said.toString()));
  }

  private String known(ReportText.About about, Span.Of span, LocalDate today) {
    return switch (about) {
      case AREA -> names.name(span.scope());
      case DAYS -> RangeText.of(span.range(), today);
      case UNTIL -> RangeText.of(new DayRange(span.range().last(), span.range().last()), today);
    };
  }

  private String number(
      Piece.Counted asked,
      Figure figure,
      Span.Of span,
      ReportNumbers.Stations stations,
      Heard heard)
      throws Unavailable {
    boolean missing = stations.reported().isEmpty() && !stations.silent().isEmpty();
    return switch (figure) {
      case Figure.Places places -> Long.toString(numbers.places(places, span));
      case Figure.OnFile filed -> Long.toString(numbers.onFile(filed, span));
      case Figure.Covered covered -> percent(numbers.covered(covered, span));
      case Figure.Counted counted when missing && counted.days().isEmpty() ->
          wording.say(ReportWords.UNREPORTED);
      case Figure.Counted counted -> {
        long number = facts.count(ReportNumbers.cut(counted, span)).number();
        yield shown(number, counted.isCategory(), asked.rounded(), heard.chat());
      }
    };
  }

  private String percent(long tenThousandths) {
    var percent = BigDecimal.valueOf(tenThousandths, 2).setScale(1, RoundingMode.DOWN);
    return tenThousandths < 0
        ? wording.say(ReportWords.NOT_ON_FILE)
        : percent.stripTrailingZeros().toPlainString() + "%";
  }

  private String shown(long number, boolean category, boolean rounded, Chat chat) {
    if (category && chat instanceof Chat.Group && number > 0 && number < FEWEST_IN_GROUPS) {
      return "<" + FEWEST_IN_GROUPS;
    }
    return rounded ? Rounded.text(number, wording) : Long.toString(number);
  }

  private Optional<String> stations(ReportNumbers.Stations stations) {
    if (stations.all() == 0 || (stations.all() == 1 && stations.silent().isEmpty())) {
      return Optional.empty();
    }
    var named =
        stations.silent().stream()
            .limit(MOST_NAMED)
            .map(Area::name)
            .collect(Collectors.joining("、"));
    var slots =
        Map.of(
            "reported", Integer.toString(stations.reported().size()),
            "all", Integer.toString(stations.all()),
            "names", named,
            "count", Integer.toString(stations.silent().size()));
    boolean many = stations.silent().size() > MOST_NAMED;
    var words =
        stations.silent().isEmpty()
            ? ReportWords.ALL_STATIONS
            : many ? ReportWords.STATIONS_MANY : ReportWords.STATIONS;
    return Optional.of(wording.say(words, slots));
  }

  private Decision say(ReportWords words) {
    return say(words, Map.of());
  }

  private Decision say(ReportWords words, Map<String, String> slots) {
    return Decision.say(Reply.of(wording.say(words, slots)));
  }
}
