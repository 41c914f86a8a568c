package org.lanshao.desk.season;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.count.RangeText;
import org.lanshao.desk.notice.NoticeDrafting;
import org.lanshao.desk.talk.Agreeing;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.LocalSeasons;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Person;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.season.Declaration;
import org.lanshao.season.Season;
import org.lanshao.season.Seasons;
import org.lanshao.season.Span;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewDeclaration;
import org.lanshao.turn.Unavailable;

/**
 * Answers 汛期, when a season is, and 汛期 开始 4月4日 and 汛期 结束, which declare it: seasons are announced
 * each year, for a county or for the whole city. Whoever names no area means all that is in their
 * charge.
 */
public final class SeasonDesk {
  private final Facts facts;
  private final Surroundings surroundings;
  private final OpenWork open;

  /** By what is declared of seasons, and what is open at their end. */
  public SeasonDesk(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
    this.open = new OpenWork(facts, shelf, surroundings);
  }

  /** The line of 帮助 for somebody. */
  public static List<String> help(Person person, Wording wording) {
    return NoticeDrafting.mayWarn(person)
        ? List.of(wording.say(SeasonWords.HELP))
        : List.<String>of();
  }

  /** Whether words wait for 确认. */
  public boolean asks(Heard heard) {
    return asked(heard).filter(asked -> asked.end().isPresent()).isPresent();
  }

  /**
   * What follows from these words; empty when they are about something else, as amid a form, which
   * has answers that are called as seasons are: 防溺水.
   */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    if (heard.talk().inHand().isPresent()) {
      return Optional.empty();
    }
    var asked = asked(heard);
    return asked.isEmpty() ? Optional.empty() : Optional.of(decide(asked.get(), heard));
  }

  private Optional<SeasonAsked> asked(Heard heard) {
    var written = surroundings.reminders().seasons();
    return SeasonAsked.read(
        Agreeing.without(heard.text()),
        written.seasons(),
        surroundings.directory(),
        heard.speaker().area(),
        heard.today());
  }

  private Decision decide(SeasonAsked asked, Heard heard) throws Unavailable {
    var seasons = new LocalSeasons(facts, surroundings).all();
    if (asked.end().isEmpty()) {
      var there = seasons.there(path(asked.area().orElse(heard.speaker().area())));
      return say(heard, SeasonWords.TOLD, told(asked.season(), there, heard.today(), words(heard)));
    }
    if (!NoticeDrafting.mayWarn(heard.speaker())) {
      return say(heard, SeasonWords.NOT_YOURS, Map.of("name", asked.season().name()));
    }
    var charge = surroundings.directory().charge(heard.speaker());
    var area = asked.area().orElse(charge);
    var where = surroundings.directory().area(area).map(a -> new Where(a, path(area), seasons));
    if (where.isEmpty() || !surroundings.directory().within(area, charge)) {
      return say(heard, SeasonWords.BEYOND, Map.of("area", name(charge)));
    }
    return where.get().isDeclarable()
        ? declare(asked, where.get(), heard)
        : say(heard, SeasonWords.COUNTIES, Map.of("name", asked.season().name()));
  }

  /**
   * Where a season is declared.
   *
   * @param path the area and all that it lies in
   * @param seasons with what was declared
   */
  private record Where(Area area, List<AreaCode> path, Seasons seasons) {
    /** Counties and the city, not what lies in them. */
    boolean isDeclarable() {
      return area.kind() == Area.Kind.COUNTY || area.kind() == Area.Kind.CITY;
    }

    /** The county; empty where the whole city is meant. */
    Optional<AreaCode> county() {
      return area.kind() == Area.Kind.COUNTY ? Optional.of(area.code()) : Optional.empty();
    }

    /** The seasons as they are there. */
    Seasons there() {
      return seasons.there(path);
    }

    /** The days there, once this is declared. */
    Optional<Span> after(Declaration declaration) {
      return seasons.with(declaration).there(path).in(declaration.season(), declaration.year());
    }
  }

  private List<AreaCode> path(AreaCode area) {
    return LocalSeasons.path(area, surroundings.directory());
  }

  private String name(AreaCode area) {
    return surroundings.directory().area(area).map(Area::name).orElse(area.text());
  }

  private Decision declare(SeasonAsked asked, Where where, Heard heard) throws Unavailable {
    var answer = Agreeing.word(heard.text());
    if (answer.filter(Agreeing.NO::equals).isPresent()) {
      return say(heard, SeasonWords.DROPPED, Map.of());
    }
    var declaration = declaration(asked, where);
    var after = where.after(declaration);
    if (after.isEmpty()) {
      return say(
          heard,
          SeasonWords.BACKWARDS,
          told(asked.season(), where.there(), asked.day(), words(heard)));
    }
    return answer.isPresent()
        ? declared(asked, where, declaration, after.get(), heard)
        : preview(asked, where, after.get(), heard);
  }

  /** The other end stays as it was declared. */
  private static Declaration declaration(SeasonAsked asked, Where where) {
    var id = asked.season().id();
    int year = asked.day().getYear();
    var before = where.seasons().declaration(id, year, where.county());
    var day = Optional.of(asked.day());
    boolean ends = asked.end().orElseThrow() == SeasonAsked.End.LAST;
    return new Declaration(
        id,
        year,
        where.county(),
        ends ? before.flatMap(Declaration::start) : day,
        ends ? day : before.flatMap(Declaration::end));
  }

  private Map<String, String> told(Season season, Seasons seasons, LocalDate day, Wording wording) {
    var span = seasons.in(season.id(), day.getYear());
    return Map.of(
        "name", season.name(),
        "year", Integer.toString(day.getYear()),
        "days", span.map(one -> days(one, wording)).orElse("—"),
        "source", span.map(Span::source).orElse(""));
  }

  private static String days(Span span, Wording wording) {
    return RangeText.of(new DayRange(span.start(), span.end()), span.start(), wording);
  }

  private Decision preview(SeasonAsked asked, Where where, Span after, Heard heard)
      throws Unavailable {
    var before = where.there().in(asked.season().id(), asked.day().getYear());
    var lines = new ArrayList<String>();
    var slots =
        Map.of(
            "name", asked.season().name(),
            "area", where.area().name(),
            "year", Integer.toString(asked.day().getYear()),
            "before", before.map(span -> days(span, words(heard))).orElse("—"),
            "after", days(after, words(heard)));
    lines.add(words(heard).say(SeasonWords.PREVIEW, slots));
    if (asked.end().equals(Optional.of(SeasonAsked.End.LAST))) {
      lines.addAll(open.lines(where.area().code(), heard));
    }
    lines.add(words(heard).say(SeasonWords.ASK));
    return Decision.say(
        Reply.of(
            String.join("\n", lines),
            Stream.of(Agreeing.YES, Agreeing.NO)
                .map(
                    answer ->
                        new Reply.Choice(answer, asked.command(where.area().name()) + " " + answer))
                .toList()));
  }

  private Decision declared(
      SeasonAsked asked, Where where, Declaration declaration, Span after, Heard heard) {
    boolean ends = asked.end().equals(Optional.of(SeasonAsked.End.LAST));
    var slots =
        Map.of(
            "name", asked.season().name(),
            "area", where.area().name(),
            "year", Integer.toString(declaration.year()),
            "days", days(after, words(heard)));
    var now = surroundings.clock().instant();
    return say(heard, ends ? SeasonWords.ENDED : SeasonWords.BEGUN, slots)
        .with(new Effect.Declare(new NewDeclaration(declaration, heard.speaker().id(), now)));
  }

  private Wording words(Heard heard) {
    return surroundings.wording().in(heard.speaker().language());
  }

  private Decision say(Heard heard, SeasonWords phrase, Map<String, String> slots) {
    return Decision.say(Reply.of(words(heard).say(phrase, slots)));
  }
}
