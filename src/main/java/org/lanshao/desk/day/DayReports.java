package org.lanshao.desk.day;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lanshao.command.CommandAnswers;
import org.lanshao.count.CountQuery;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Session;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.StationDay;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** What stations tell of their days: of each day one record for each form that has a day. */
public final class DayReports {
  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;

  /** By the records that are kept and the forms of this shelf. */
  public DayReports(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
  }

  /** The day that answers say a record of this form is about; empty where it is about none. */
  public static Optional<LocalDate> day(Form form, Answers answers) {
    return form.day()
        .map(StationDay::question)
        .flatMap(answers::get)
        .flatMap(
            value ->
                value instanceof Value.Date(LocalDate day) ? Optional.of(day) : Optional.empty());
  }

  /** Whether a record of this form tells of its station's day; practice does not. */
  public static boolean tells(Form form, Submission record) {
    return form.day().isPresent() && !record.isPractice();
  }

  /** The station of somebody: their town. */
  public static AreaCode station(Person speaker, Directory directory) {
    return directory.around(speaker.area(), Area.Kind.TOWN).map(Area::code).orElse(speaker.area());
  }

  /** What a new record of these answers would take the place of; empty when of nothing. */
  public Optional<Revision> told(Form form, Answers answers, Person speaker) throws Unavailable {
    var day = day(form, answers);
    return day.isEmpty()
        ? Optional.empty()
        : facts
            .stationDays()
            .told(form.id(), station(speaker, surroundings.directory()), day.get());
  }

  /** What is known before a form is opened: what the station's day is for. */
  public Answers known(Form form, Heard heard) throws Unavailable {
    var station = station(heard.speaker(), surroundings.directory());
    return new DayPurposes(facts, surroundings).of(form, station, heard.today());
  }

  /** A form that was just opened, which says first what the station's records count that day. */
  public Decision opened(Form form, Decision opened, Heard heard) throws Unavailable {
    var answers = Session.of(form, opened.events()).answers();
    var day = day(form, answers);
    if (day.isEmpty()) {
      return opened;
    }
    var lines = counted(form.day().orElseThrow(), day.get(), heard);
    var told = told(form, answers, heard.speaker());
    if (told.isPresent() && !heard.isPractice()) {
      lines = lines + "\n" + again(form, told.get(), heard);
    }
    return opened.after(Reply.of(lines));
  }

  private String counted(StationDay shown, LocalDate day, Heard heard) throws Unavailable {
    var station = station(heard.speaker(), surroundings.directory());
    var library = new Library(shelf.current(heard.speaker().language()), words(heard));
    var zone = surroundings.clock().getZone();
    var answers = new CommandAnswers(facts, surroundings.directory(), library, shelf::form, zone);
    var query = CountQuery.of(shown.shows(), new Scope.InArea(station), new DayRange(day, day));
    var slots = new HashMap<String, String>();
    slots.put("station", answers.name(new Scope.InArea(station)));
    slots.put("day", RangeText.of(query.range(), heard.today(), words(heard)));
    slots.put("counts", answers.brief(query, heard.chat(), heard.today()));
    return words(heard).say(DayWords.COUNTED, slots);
  }

  private String again(Form form, Revision told, Heard heard) {
    var record = told.record();
    return words(heard)
        .say(
            DayWords.AGAIN,
            Map.of(
                "number", record.number(),
                "title", form.title(),
                "day", RangeText.of(record.day(), heard.today(), words(heard))));
  }

  /** What is said when a record is to be of another day than it was; empty when it is not. */
  public Optional<String> moved(Form form, Revision standing, Answers answers, Heard heard) {
    var day = day(form, answers);
    var record = standing.record();
    return day.filter(other -> !other.equals(record.day()))
        .map(other -> RangeText.of(record.day(), heard.today(), words(heard)))
        .map(
            was ->
                words(heard)
                    .say(
                        DayWords.DAY_FIXED,
                        Map.of("number", record.number(), "day", was, "title", form.title())));
  }

  private Wording words(Heard heard) {
    return surroundings.wording().in(heard.speaker().language());
  }
}
