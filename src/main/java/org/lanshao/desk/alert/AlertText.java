package org.lanshao.desk.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanshao.alert.Alert;
import org.lanshao.alert.Due;
import org.lanshao.alert.FirstWords;
import org.lanshao.alert.Known;
import org.lanshao.alert.Notice;
import org.lanshao.alert.Slot;
import org.lanshao.command.CommandWords;
import org.lanshao.desk.talk.PracticeWords;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Type;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;

/** How alerts are put into words, in the language of who reads. */
final class AlertText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d HH:mm");

  private final Directory directory;
  private final Wording wording;
  private final FirstWords danger;
  private final ZoneId zone;
  private final Shelf shelf;

  AlertText(Shelf shelf, Surroundings surroundings) {
    this.shelf = shelf;
    this.directory = surroundings.directory();
    this.wording = surroundings.wording();
    this.danger = new FirstWords(surroundings.raising().danger());
    this.zone = surroundings.clock().getZone();
  }

  /** The wording for a person; Chinese for somebody unknown. */
  Wording words(PersonId person) {
    return wording.in(language(person));
  }

  private String language(PersonId person) {
    return directory.person(person).map(Person::language).orElse("zh");
  }

  String say(PersonId reader, AlertWords phrase, Map<String, String> slots) {
    return words(reader).say(phrase, slots);
  }

  /** The first sentence of every reply to an emergency. */
  String callFirst(Known known, Wording said) {
    return said.say(
        AlertWords.CALL_FIRST, Map.of("numbers", String.join("/", danger.call(known.kinds()))));
  }

  /** An answer to who said something to an alert. */
  Reply reply(AlertSaid said, AlertWords phrase, Map<String, String> more) {
    var slots = new HashMap<>(more);
    slots.putAll(said.number());
    return Reply.of(say(said.speaker().id(), phrase, slots));
  }

  /** An answer that is all that follows. */
  FirstSay answer(AlertSaid said, AlertWords phrase) {
    return FirstSay.say(reply(said, phrase, Map.of()));
  }

  /** When this is due; empty text when it is not. */
  String due(Alert alert, Due due) {
    var at = alert.core().clocks().times().get(due);
    return at == null ? "" : time(at);
  }

  String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  /** What stands before everything that a person is told of an alert. */
  String mark(Alert alert, PersonId reader) {
    return mark(alert, words(reader), words(reader).say(AlertWords.MARK_CERTAIN));
  }

  private static String mark(Alert alert, Wording said, String certain) {
    var practice = alert.core().begun().practice() ? said.say(PracticeWords.MARK) : "";
    return practice
        + switch (alert.core().certainty()) {
          case CERTAIN -> practice.isEmpty() ? certain : "";
          case SUSPECTED -> said.say(AlertWords.MARK_SUSPECTED);
          case UNVERIFIED -> said.say(AlertWords.MARK_UNVERIFIED);
        };
  }

  /** Kinds, town and head-count, for those who may know them. */
  String summary(Alert alert, PersonId reader) {
    var known = alert.core().known();
    return summary(known, true, language(reader));
  }

  private String summary(Known known, boolean town, String language) {
    var said = wording.in(language);
    var parts = new ArrayList<String>();
    parts.add(
        known.kinds().isEmpty()
            ? said.say(AlertWords.KIND_UNKNOWN)
            : known.kinds().stream()
                .map(kind -> kinds(language).getOrDefault(kind, kind))
                .collect(Collectors.joining(said.say(AlertWords.AND))));
    if (town) {
      directory.area(known.area()).map(directory::fullName).ifPresent(parts::add);
    }
    known
        .people()
        .map(people -> Map.of("people", Long.toString(people)))
        .map(slots -> said.say(AlertWords.PEOPLE, slots))
        .ifPresent(parts::add);
    return String.join(" ", parts);
  }

  /** The labels of the kinds, as the urgent form names them. */
  private Map<String, String> kinds(String language) {
    var labels = new HashMap<String, String>();
    shelf.current(language).stream()
        .filter(Form::urgent)
        .flatMap(form -> form.questions().stream())
        .filter(question -> question.id().text().equals("kind"))
        .forEach(
            question -> {
              switch (question.type()) {
                case Type.Choice(var options) ->
                    options.forEach(option -> labels.put(option.id(), option.label()));
                case Type.Choices(var options) ->
                    options.forEach(option -> labels.put(option.id(), option.label()));
                default -> {} // a form of another make: the ids stay
              }
            });
    return labels;
  }

  /**
   * What a group is told: number, recognised kinds, recognised town and head-count, and nothing
   * that anybody wrote; of an unknown or sensitive kind only that there is something.
   */
  String group(Alert alert) {
    var known = alert.core().known();
    boolean silent = known.sensitive() || known.kinds().isEmpty();
    var what = silent ? wording.say(AlertWords.GROUP_UNKNOWN) : summary(known, known.place(), "zh");
    return wording.say(AlertWords.GROUP, group(alert, Map.of("what", what)));
  }

  /**
   * What is left to do of one, as it is listed among other matters: recognised kinds and place, as
   * a group might know them.
   */
  String about(Alert alert) {
    var known = alert.core().known();
    boolean silent = known.sensitive() || known.kinds().isEmpty();
    return silent
        ? directory
            .area(known.area())
            .map(area -> directory.fullName(area) + " " + wording.say(AlertWords.GROUP_UNKNOWN))
            .orElseGet(() -> wording.say(AlertWords.GROUP_UNKNOWN))
        : summary(known, true, "zh");
  }

  /** To a group that nobody hears; the fitting number first, if its kind may be known there. */
  String unheard(Alert alert) {
    var known = alert.core().known();
    var kinds = known.sensitive() ? List.<String>of() : known.kinds();
    var numbers = Map.of("numbers", String.join("/", danger.call(kinds)));
    return wording.say(CommandWords.UNHEARD, numbers);
  }

  String group(Alert alert, AlertWords phrase) {
    return wording.say(phrase, group(alert, Map.of()));
  }

  private Map<String, String> group(Alert alert, Map<String, String> more) {
    var slots = new HashMap<>(more);
    slots.put("mark", mark(alert, wording, ""));
    slots.put("number", alert.number());
    return slots;
  }

  /** A person's name with their telephone number. */
  String withPhone(PersonId person, PersonId reader) {
    var found = directory.person(person);
    var name = name(person, reader);
    var phone = found.map(Person::phone).orElse("");
    return phone.isEmpty()
        ? say(reader, AlertWords.WITHOUT_PHONE, Map.of("name", name))
        : say(reader, AlertWords.WITH_PHONE, Map.of("name", name, "phone", phone));
  }

  String name(PersonId person, PersonId reader) {
    return directory
        .person(person)
        .map(Person::name)
        .orElseGet(() -> words(reader).say(AlertWords.SOMEBODY));
  }

  String names(List<PersonId> people, PersonId reader) {
    return Marks.list(people.stream().map(person -> name(person, reader)), words(reader));
  }

  /** These people with their numbers, parted by 、. */
  String people(List<PersonId> people, PersonId reader) {
    return Marks.list(people.stream().map(person -> withPhone(person, reader)), words(reader));
  }

  /** The card of a wave, with its buttons. */
  Reply.Part card(Alert alert, Notice.Wave wave, PersonId reader) {
    var said = words(reader);
    var lines = new ArrayList<String>();
    lines.add(
        said.say(
            AlertWords.CARD,
            Map.of(
                "mark", mark(alert, reader),
                "number", alert.number(),
                "summary", summary(alert, reader))));
    lines.add(reporter(alert, reader));
    var known = alert.core().known();
    if (!known.words().isEmpty()) {
      lines.add(said.say(AlertWords.CARD_WORDS, Map.of("words", String.join("\n", known.words()))));
    }
    var before = String.join("\n", lines);
    known.answers().stream().filter(answer -> !isSaid(answer, before)).forEach(lines::add);
    if (wave.step() > 0) {
      var round = Integer.toString(wave.step() + 1);
      lines.add(said.say(AlertWords.CARD_ROUND, Map.of("round", round)));
    }
    var unreached = wave.unreached().stream().filter(one -> !one.equals(reader)).toList();
    if (!unreached.isEmpty()) {
      lines.add(said.say(AlertWords.CARD_UNREACHED, Map.of("people", people(unreached, reader))));
    }
    if (!wave.empty().isEmpty()) {
      lines.add(said.say(AlertWords.CARD_EMPTY, Map.of("slots", slots(wave.empty(), said))));
    }
    lines.add(said.say(AlertWords.CARD_END, Map.of("number", alert.number())));
    var take = new Reply.Choice(said.say(AlertWords.TAKE), "接手 " + alert.number());
    var seen = new Reply.Choice(said.say(AlertWords.SEEN), "收到 " + alert.number());
    return new Reply.Part(String.join("\n", lines), List.of(take, seen));
  }

  /** Whether the value of an answer stands in a text already. */
  private static boolean isSaid(String answer, String before) {
    return before.contains(answer.substring(answer.indexOf('：') + 1));
  }

  private static String slots(List<Slot> slots, Wording said) {
    return slots.stream()
        .map(
            slot ->
                said.say(
                    switch (slot) {
                      case HEAD -> AlertWords.SLOT_HEAD;
                      case DUTY -> AlertWords.SLOT_DUTY;
                      case TOWN -> AlertWords.SLOT_TOWN;
                      case COUNTY -> AlertWords.SLOT_COUNTY;
                      case CITY -> AlertWords.SLOT_CITY;
                    }))
        .collect(Collectors.joining("、"));
  }

  /** Who reported, with telephone number and station. */
  String reporter(Alert alert, PersonId reader) {
    var begun = alert.core().begun();
    var at = time(begun.at());
    var person = begun.reporter().person().flatMap(directory::person);
    if (person.isEmpty()) {
      return say(
          reader,
          AlertWords.CARD_STRANGER,
          Map.of("account", begun.reporter().conversation().account(), "time", at));
    }
    var phone = person.get().phone();
    var station = directory.area(person.get().area()).map(directory::fullName).orElse("");
    return say(
        reader,
        AlertWords.CARD_REPORTER,
        Map.of(
            "name",
            person.get().name(),
            "station",
            station,
            "phone",
            phone.isEmpty() ? say(reader, AlertWords.WITHOUT_PHONE, Map.of("name", "")) : phone,
            "time",
            at));
  }
}
