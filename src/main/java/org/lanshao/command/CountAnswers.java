package org.lanshao.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.count.Comparison;
import org.lanshao.count.CountQuery;
import org.lanshao.count.Cut;
import org.lanshao.count.Entries;
import org.lanshao.count.FormCount;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.count.Total;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Marks;
import org.lanshao.form.Measure;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** The answer to 统计: a line for each form, how it compares, and what it is made of. */
final class CountAnswers {
  /** Of more forms than this, those without any record are not named. */
  private static final int MOST_LINES = 6;

  private final Facts facts;
  private final Directory directory;
  private final Library library;
  private final CountNames names;
  private final Sums sums;
  private final CountTables tables;
  private final MatterCounts matters;

  CountAnswers(Facts facts, Directory directory, Library library) {
    this.facts = facts;
    this.directory = directory;
    this.library = library;
    names = new CountNames(directory, library.wording());
    sums = new Sums(facts, library);
    tables = new CountTables(sums, names, library.wording());
    matters = new MatterCounts(facts, library.wording());
  }

  String text(Command.Count count, Chat chat, LocalDate today) throws Unavailable {
    var query = count.query();
    var lines = new ArrayList<String>();
    int nothing = 0;
    boolean many = query.forms().size() > MOST_LINES;
    for (FormCount part : query.forms()) {
      var form = library.forms().stream().filter(f -> f.id().equals(part.form())).findFirst();
      if (form.isPresent()) {
        var asked = new Asked(form.get(), part, query, today, chat);
        var said = lines(asked);
        if (many && said.isEmpty()) {
          nothing++;
        } else {
          lines.addAll(said.isEmpty() ? List.of(line(asked, totals(asked))) : said);
        }
      }
    }
    if (nothing > 0) {
      lines.add(unused(where(query, today), nothing, lines.isEmpty()));
    }
    if (count.fromYearStart()) {
      var slots = Map.of("first", RangeText.of(query.range().first(), today, library.wording()));
      lines.add(library.wording().say(CommandWords.COUNT_FROM_YEAR_START, slots));
    }
    if (count.byHead()) {
      notPeople(query).ifPresent(lines::add);
    }
    return String.join("\n", lines);
  }

  /** That records tell how many people were met and not who; empty where nothing is told of it. */
  private Optional<String> notPeople(CountQuery query) {
    var told =
        library.forms().stream()
            .filter(form -> query.of(form.id()).isPresent())
            .filter(
                form ->
                    query.of(form.id()).stream()
                        .flatMap(part -> part.measures(form).stream())
                        .anyMatch(CountUnits::isOfTimes))
            .toList();
    var once =
        told.stream()
            .flatMap(form -> form.measures().stream())
            .filter(measure -> measure.amount() instanceof Measure.Amount.Distinct)
            .map(Measure::label)
            .distinct();
    var units = Marks.list(once, library.wording());
    if (told.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        units.isEmpty()
            ? library.wording().say(CommandWords.COUNT_TIMES)
            : library.wording().say(CommandWords.COUNT_TIMES_OR, Map.of("units", units)));
  }

  /** That the other forms have no records, and how to ask for something else. */
  private String unused(Map<String, String> where, int count, boolean all) {
    var slots = new HashMap<>(where);
    slots.put("count", Integer.toString(count));
    return library
        .wording()
        .say(all ? CommandWords.COUNT_NOTHING : CommandWords.COUNT_UNUSED, slots);
  }

  /** A short line for each form: what it counts of these days, without what is nothing. */
  String brief(CountQuery query, Chat chat, LocalDate today) throws Unavailable {
    var lines = new ArrayList<String>();
    for (var form : library.forms()) {
      var part = query.of(form.id());
      if (part.isPresent()) {
        var asked = new Asked(form, part.get(), query, today, chat);
        var slots =
            Map.of(
                "form", CountProblems.shortName(form),
                "totals", Total.text(something(totals(asked)), asked::shown));
        lines.add(library.wording().say(CommandWords.COUNT_BRIEF, slots) + added(asked));
      }
    }
    return String.join("\n", lines);
  }

  private static List<Total> something(List<Total> totals) {
    var some = totals.stream().filter(total -> total.number() != 0).toList();
    return some.isEmpty() ? totals.stream().limit(1).toList() : some;
  }

  /** All that is said about a form; nothing when there is nothing. */
  private List<String> lines(Asked asked) throws Unavailable {
    var totals = totals(asked);
    var ofMatters = matters.line(asked);
    var before = compared(asked, totals);
    boolean nothing =
        totals.stream().allMatch(total -> total.number() == 0) && pending(asked).isEmpty();
    if (nothing && ofMatters.isEmpty() && before.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(line(asked, totals));
    ofMatters.ifPresent(lines::add);
    before.ifPresent(lines::add);
    if (!nothing) {
      lines.addAll(tables.lines(asked));
    }
    return lines;
  }

  private List<Total> totals(Asked asked) throws Unavailable {
    return totals(asked, asked.query().range());
  }

  private List<Total> totals(Asked asked, DayRange range) throws Unavailable {
    var totals = new ArrayList<Total>();
    for (var measure : asked.measures()) {
      var cut = asked.cut(measure, List.of()).in(range);
      totals.add(new Total(measure, sums.count(asked.form(), measure, cut).number()));
    }
    return totals;
  }

  private String line(Asked asked, List<Total> totals) throws Unavailable {
    var slots = new HashMap<>(where(asked.query(), asked.today()));
    slots.put("form", names.what(asked));
    slots.put("totals", Total.text(totals, asked::shown));
    return library.wording().say(CommandWords.COUNT_LINE, slots)
        + added(asked)
        + CountedSince.text(asked, facts, library.wording())
        + pending(asked)
        + coming(asked);
  }

  /** That the days are still to come; empty text where they are not. */
  private String coming(Asked asked) {
    return asked.query().range().first().isAfter(asked.today())
        ? library.wording().say(CommandWords.COUNT_COMING)
        : "";
  }

  /** How much of the totals other forms add, and which; empty text for nothing. */
  private String added(Asked asked) throws Unavailable {
    var cuts = new LinkedHashMap<Measure, Cut>();
    asked.measures().forEach(measure -> cuts.put(measure, asked.cut(measure, List.of())));
    return sums.added(asked.form(), cuts).entrySet().stream()
        .map(one -> added(one.getKey(), Total.text(one.getValue(), asked::shown)))
        .collect(Collectors.joining());
  }

  private String added(Form by, String totals) {
    return by.day().isPresent()
        ? library.wording().say(CommandWords.COUNT_ADDED, Map.of("totals", totals))
        : library
            .wording()
            .say(CommandWords.COUNT_ADDED_BY, Map.of("form", by.title(), "totals", totals));
  }

  private Map<String, String> where(CountQuery query, LocalDate today) {
    return Map.of("scope", name(query.scope()), "range", days(query, today, library.wording()));
  }

  /** 5月9日-5月13日, or A3 龙舟水（5月9日-5月13日）. */
  static String days(CountQuery query, LocalDate today, Wording wording) {
    var days = RangeText.of(query.range(), today, wording);
    return query.occasion().map(name -> Marks.aside(name, days, wording)).orElse(days);
  }

  /** How the totals stand against those of the days that they are compared with. */
  private Optional<String> compared(Asked asked, List<Total> totals) throws Unavailable {
    var range = asked.query().comparison().of(asked.query().range());
    if (range.isEmpty()) {
      return Optional.empty();
    }
    var before = totals(asked, range.get());
    var changes = new ArrayList<String>();
    for (int i = 0; i < totals.size(); i++) {
      changes.add(Change.text(before.get(i), totals.get(i), asked, library.wording()));
    }
    var words =
        asked.query().comparison() == Comparison.BEFORE
            ? CommandWords.COUNT_BEFORE
            : CommandWords.COUNT_YEAR_BEFORE;
    var slots =
        Map.of(
            "range", RangeText.of(range.get(), asked.today(), library.wording()),
            "changes", Marks.clauses(changes.stream(), library.wording()));
    return Optional.of(library.wording().say(words, slots));
  }

  /** How many records lack answers, and so may count less than they will; empty text for none. */
  private String pending(Asked asked) throws Unavailable {
    if (!asked.isOfAll()) {
      return "";
    }
    var query = asked.query();
    long count = facts.sum(Entries.pending(asked.form()), query.scope(), query.range());
    return count == 0
        ? ""
        : library.wording().say(CommandWords.COUNT_PENDING, Map.of("count", Long.toString(count)));
  }

  /** What the scope of a count is called. */
  String name(Scope scope) {
    return switch (scope) {
      case Scope.ByPerson(PersonId person) -> library.wording().say(CommandWords.COUNT_OWN);
      case Scope.InArea(AreaCode area) -> name(area);
      case Scope.InAreas(List<AreaCode> areas) ->
          Marks.list(areas.stream().map(this::name), library.wording());
    };
  }

  private String name(AreaCode area) {
    return directory.area(area).map(directory::fullName).orElse(area.text());
  }
}
