package org.lanshao.desk.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.command.CommandWords;
import org.lanshao.command.Few;
import org.lanshao.command.Figure;
import org.lanshao.command.Span;
import org.lanshao.command.Sums;
import org.lanshao.count.Cut;
import org.lanshao.count.RangeText;
import org.lanshao.count.Report;
import org.lanshao.count.Source;
import org.lanshao.desk.talk.Heard;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Marks;
import org.lanshao.form.ReportText;
import org.lanshao.form.ReportText.Piece;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.turn.Unavailable;

/** The sentences of one report as they are filled for somebody. For one thread. */
final class ReportSheet {
  /** So many stations are named. */
  private static final int MOST_NAMED = 30;

  private final ReportText report;
  private final Span.Of span;
  private final String where;
  private final ReportNumbers numbers;
  private final Wording wording;
  private final Map<String, Figure> nameToFigure = new LinkedHashMap<>();
  private final Map<Piece.Listed, String> lists = new LinkedHashMap<>();
  private final Set<FormId> listed = new LinkedHashSet<>();
  private final List<Report.Input> inputs = new ArrayList<>();
  private final List<String> added = new ArrayList<>();

  /** {@code where} is what the area is called. */
  ReportSheet(
      ReportText report, Span.Of span, String where, ReportNumbers numbers, Wording wording) {
    this.report = report;
    this.span = span;
    this.where = where;
    this.numbers = numbers;
    this.wording = wording;
  }

  /** What the area is called. */
  String where() {
    return where;
  }

  /** What one of its numbers asks for; all must be given before it is filled. */
  void put(Piece.Counted number, Figure figure) {
    nameToFigure.put(number.name(), figure);
  }

  /** What one of its lists says, and of which forms; all must be given before it is filled. */
  void put(Piece.Listed list, String text, Collection<FormId> forms) {
    lists.put(list, text);
    listed.addAll(forms);
  }

  /** The sentences and the remarks below them. */
  record Filled(String text, List<String> remarks) {
    /** All of it. */
    String whole() {
      return Stream.concat(Stream.of(text), remarks.stream()).collect(Collectors.joining("\n"));
    }
  }

  /** The sentences, and below them what was summed by hand and which stations they tell of. */
  Filled fill(Heard heard) throws Unavailable {
    var stations = numbers.stations(span);
    var said = new StringBuilder();
    for (Piece piece : report.pieces(heard.speaker().language())) {
      said.append(
          switch (piece) {
            case Piece.Words(String text) -> text;
            case Piece.Known(var about) -> known(about, heard);
            case Piece.Counted number -> number(number, stations, heard);
            case Piece.Listed list -> Objects.requireNonNull(lists.get(list));
          });
    }
    var remarks = new ArrayList<String>();
    added().ifPresent(remarks::add);
    remarks.addAll(since(heard));
    stations(stations).ifPresent(remarks::add);
    return new Filled(said.toString(), List.copyOf(remarks));
  }

  /** What is kept of it, once it is filled. */
  ReportBook.Given given(String text) {
    var kind =
        switch (report.kind()) {
          case SUMMARY -> Report.Kind.SUMMARY;
          case BULLETIN -> Report.Kind.BULLETIN;
        };
    return new ReportBook.Given(
        kind, report.title(), forms(), span.scope(), span.range(), text, inputs);
  }

  private List<FormId> forms() {
    var counted =
        nameToFigure.values().stream()
            .flatMap(
                figure ->
                    figure instanceof Figure.Matters matters
                        ? matters.forms().stream()
                        : counted(figure).stream().map(Figure.Counted::form))
            .map(Form::id);
    return Stream.concat(counted, listed.stream()).distinct().toList();
  }

  private String known(ReportText.About about, Heard heard) {
    var days = span.range();
    return switch (about) {
      case AREA -> where;
      case DAYS -> RangeText.printed(days, heard.today(), wording);
      case UNTIL -> RangeText.of(days.last(), heard.today(), wording);
    };
  }

  private String number(Piece.Counted asked, ReportNumbers.Stations stations, Heard heard)
      throws Unavailable {
    var chat = heard.chat();
    return switch (Objects.requireNonNull(nameToFigure.get(asked.name()))) {
      case Figure.Places places -> Long.toString(numbers.places(places, span));
      case Figure.OnFile filed ->
          shown(
              numbers.onFile(filed, span, heard.today()),
              filed.category().isPresent(),
              asked.rounded(),
              chat);
      case Figure.Covered covered ->
          percent(numbers.covered(covered, span), ReportWords.NOT_ON_FILE);
      case Figure.Share share ->
          stations.areSilent() ? wording.say(ReportWords.UNREPORTED) : share(share, chat);
      case Figure.Matters matters -> {
        long number = count(asked.name(), ReportNumbers.matters(matters, span));
        yield stations.areSilent()
            ? wording.say(ReportWords.UNREPORTED)
            : shown(number, false, asked.rounded(), chat);
      }
      case Figure.Counted counted -> {
        var cut = ReportNumbers.cut(counted, span);
        long own = count(asked.name(), new Source.OfRecords(cut));
        long number = own + added(asked.name(), counted, cut, chat);
        boolean missing = stations.areSilent() && counted.days().isEmpty();
        yield missing
            ? wording.say(ReportWords.UNREPORTED)
            : shown(number, counted.isCategory(), asked.rounded(), chat);
      }
    };
  }

  /** A number, which is kept. */
  private long count(String name, Source source) throws Unavailable {
    long number = numbers.count(source);
    inputs.add(new Report.Input(name, source, number));
    return number;
  }

  /**
   * What other forms add; each part is kept beside the number, and told where it was summed by
   * hand.
   */
  private long added(String name, Figure.Counted counted, Cut cut, Chat chat) throws Unavailable {
    long sum = 0;
    long byHand = 0;
    for (Sums.Addition more : numbers.added(counted, cut)) {
      boolean hand = more.by().day().isPresent();
      var part =
          hand
              ? wording.say(ReportWords.ADDED_INPUT, Map.of("name", name))
              : Marks.aside(name, more.by().title(), wording);
      long number = count(part, new Source.OfRecords(more.cut()));
      sum += number;
      byHand += hand ? number : 0;
    }
    if (byHand > 0) {
      added.add(name + shown(byHand, counted.isCategory(), false, chat));
    }
    return sum;
  }

  /** How much of which numbers was summed by hand; empty when nothing was. */
  private Optional<String> added() {
    return added.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wording.say(ReportWords.ADDED, Map.of("numbers", Marks.list(added.stream(), wording))));
  }

  /** Which numbers are counted only since a day of theirs, a remark for each day. */
  private List<String> since(Heard heard) throws Unavailable {
    var dayToNames = new TreeMap<LocalDate, Set<String>>();
    for (var asked : nameToFigure.entrySet()) {
      for (Figure.Counted counted : counted(asked.getValue())) {
        var day = numbers.since(counted, span);
        day.ifPresent(
            on -> dayToNames.computeIfAbsent(on, key -> new LinkedHashSet<>()).add(asked.getKey()));
      }
    }
    return dayToNames.entrySet().stream()
        .map(
            one ->
                wording.say(
                    CommandWords.COUNT_SINCE,
                    Map.of(
                        "names", Marks.list(one.getValue().stream(), wording),
                        "day", RangeText.of(one.getKey(), heard.today(), wording))))
        .toList();
  }

  private static List<Figure.Counted> counted(Figure figure) {
    return switch (figure) {
      case Figure.Counted one -> List.of(one);
      case Figure.Share share -> List.of(share.part(), share.whole());
      case Figure.Matters none -> List.of();
      case Figure.Covered none -> List.of();
      case Figure.Places none -> List.of();
      case Figure.OnFile none -> List.of();
    };
  }

  private String share(Figure.Share share, Chat chat) throws Unavailable {
    boolean category = share.part().isCategory() || share.whole().isCategory();
    long part = numbers.count(share.part(), span);
    long whole = numbers.count(share.whole(), span);
    long hundredths = whole == 0 ? -1 : part * 10_000 / whole;
    return Few.shown(part, category, chat, percent(hundredths, ReportWords.OF_NOTHING));
  }

  /** {@code nothing} stands for a share of nothing. */
  private String percent(long hundredths, ReportWords nothing) {
    var percent = BigDecimal.valueOf(hundredths, 2).setScale(1, RoundingMode.DOWN);
    return hundredths < 0
        ? wording.say(nothing)
        : percent.stripTrailingZeros().toPlainString() + "%";
  }

  private String shown(long number, boolean category, boolean rounded, Chat chat) {
    var told = rounded ? Rounded.text(number, wording) : Long.toString(number);
    return Few.shown(number, category, chat, told);
  }

  private Optional<String> stations(ReportNumbers.Stations stations) {
    if (stations.all() == 0 || (stations.all() == 1 && stations.silent().isEmpty())) {
      return Optional.empty();
    }
    var named =
        Marks.list(stations.silent().stream().limit(MOST_NAMED).map(numbers::name), wording);
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
}
