package org.lanshao.desk.matter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.command.Permission;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Folding;
import org.lanshao.reading.Prefix;
import org.lanshao.record.Matter;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Answers 逾期, what should have been followed by now, and 跟进 G12 每14天. */
public final class CareCommands {
  /** The first word of the list. */
  public static final String OVERDUE = "逾期";

  private static final List<String> WORDS = List.of(OVERDUE, "超期", "过期未跟进", "overdue");

  /** More than these at once is more than anybody reads. */
  private static final int MOST = 1000;

  private final Facts facts;
  private final Shelf shelf;
  private final Surroundings surroundings;

  /** By the matters that are open and the forms of this shelf. */
  public CareCommands(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.facts = facts;
    this.shelf = shelf;
    this.surroundings = surroundings;
  }

  /** What follows from these words; empty when they are about something else. */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    var rhythm = Rhythm.read(heard.text());
    if (rhythm.isPresent()) {
      return Optional.of(rhythm(rhythm.get(), heard));
    }
    var rest = Prefix.after(WORDS, heard.text());
    return rest.isPresent()
        ? Optional.of(Decision.say(overdue(rest.get(), heard)))
        : Optional.empty();
  }

  private Reply overdue(String rest, Heard heard) throws Unavailable {
    if (heard.chat() instanceof Chat.Group) {
      return say(heard, CareWords.IN_PRIVATE, Map.of());
    }
    var own = new Permission(directory()).station(heard.speaker());
    var asked = Asked.read(rest, forms(heard), directory(), heard.speaker());
    if (!asked.rest().isEmpty()) {
      var kinds = Marks.list(kinds(forms(heard)).map(Kind::name), words(heard));
      return say(heard, CareWords.OVERDUE_HOW, Map.of("kinds", kinds));
    }
    var area = asked.area().map(Area::code).orElse(own);
    return directory().within(area, own)
        ? list(area, asked.letter(), heard)
        : say(heard, CareWords.NOT_YOUR_AREA, Map.of("area", name(area)));
  }

  private Reply list(AreaCode area, Optional<String> letter, Heard heard) throws Unavailable {
    var lines = new CareLines(forms(heard), words(heard), surroundings, heard.speaker());
    var all =
        facts.matters().due(area, heard.today(), MOST).stream()
            .filter(matter -> letter.isEmpty() || letter.get().equals(matter.letter()))
            .map(matter -> owned(lines.line(matter), matter, heard))
            .toList();
    if (all.isEmpty()) {
      return say(heard, CareWords.OVERDUE_NONE, Map.of("area", name(area)));
    }
    var told = new ArrayList<String>();
    var slots = Map.of("area", name(area), "count", Integer.toString(all.size()));
    told.add(words(heard).say(CareWords.OVERDUE_BEGIN, slots));
    told.addAll(CareLines.first(all, words(heard)));
    return Reply.of(String.join("\n", told));
  }

  private String owned(String line, Matter matter, Heard heard) {
    return directory()
        .atWork(matter.care().owner())
        .map(owner -> Map.of("line", line, "owner", owner.name()))
        .map(slots -> words(heard).say(CareWords.OVERDUE_OWNER, slots))
        .orElse(line);
  }

  private Decision rhythm(Rhythm said, Heard heard) throws Unavailable {
    var number = Map.of("number", said.number());
    var found = facts.matters().matter(said.number());
    if (found.isEmpty() || !mayChange(heard.speaker(), found.get())) {
      return Decision.say(say(heard, CareWords.NOBODYS, number));
    }
    if (!found.get().isOpen()) {
      return Decision.say(say(heard, CareWords.NOT_OPEN, number));
    }
    return said.days().isEmpty()
        ? Decision.say(say(heard, CareWords.RHYTHM_WRONG, number))
        : changed(found.get(), said.days().get(), heard);
  }

  private Decision changed(Matter matter, int days, Heard heard) {
    var next = matter.with(matter.care().every(days, heard.today().plusDays(days)));
    LocalDate day = next.care().due().orElseThrow();
    var slots =
        Map.of(
            "number", matter.number(),
            "days", Integer.toString(days),
            "day", RangeText.day(day, words(heard)));
    var phrase = next.care().deadline() ? CareWords.RHYTHM_SET_DEADLINE : CareWords.RHYTHM_SET;
    var now = surroundings.clock().instant();
    var made = new Matter.Made("", heard.speaker().id(), now, heard.today());
    return Decision.say(say(heard, phrase, slots)).with(new Effect.Keep(next.next(made)));
  }

  /** Who has it in hand or opened it, and who is in charge of where it lies. */
  private boolean mayChange(Person speaker, Matter matter) {
    boolean own =
        matter.care().owner().equals(speaker.id()) || matter.person().equals(speaker.id());
    return switch (speaker.role()) {
      case WORKER -> own;
      case HEAD, TOWN, COUNTY, CITY, ADMIN ->
          own || MatterDesk.detail(surroundings, surroundings.wording()).mayAsk(speaker, matter);
      case SUPERVISOR, AUDITOR -> false;
    };
  }

  private record Kind(String letter, String name) {}

  private static Stream<Kind> kinds(List<Form> forms) {
    return forms.stream()
        .flatMap(
            form ->
                form.matters().kind().stream().map(kind -> new Kind(form.number(), kind.name())));
  }

  /**
   * What 逾期 asks for.
   *
   * @param rest what was not understood
   */
  private record Asked(Optional<String> letter, Optional<Area> area, String rest) {
    static Asked read(String text, List<Form> forms, Directory directory, Person asker) {
      var said = Folding.fold(text).replaceAll("[的,，。、 ]", "");
      var kind = kinds(forms).filter(one -> said.contains(one.name())).findFirst();
      var place = kind.map(one -> said.replace(one.name(), "")).orElse(said);
      var found = place.isEmpty() ? new Found.Nothing() : directory.find(place, asker.area());
      return found instanceof Found.One(Area area)
          ? new Asked(kind.map(Kind::letter), Optional.of(area), "")
          : new Asked(kind.map(Kind::letter), Optional.empty(), place);
    }
  }

  /** The lines of 帮助, in private. */
  public static List<String> help(Wording wording) {
    return List.of(
        wording.say(CareWords.OPEN_HELP),
        wording.say(CareWords.HELP_OVERDUE),
        wording.say(CareWords.HELP_RHYTHM));
  }

  private Directory directory() {
    return surroundings.directory();
  }

  private String name(AreaCode area) {
    return directory().area(area).map(directory()::fullName).orElse("");
  }

  private List<Form> forms(Heard heard) {
    return shelf.current(heard.speaker().language());
  }

  private Wording words(Heard heard) {
    return surroundings.wording().in(heard.speaker().language());
  }

  private Reply say(Heard heard, CareWords phrase, Map<String, String> slots) {
    return Reply.of(words(heard).say(phrase, slots));
  }
}
