package org.lanshao.desk.register;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lanshao.directory.Person;
import org.lanshao.form.FormId;
import org.lanshao.register.Client;
import org.lanshao.register.Difference;
import org.lanshao.register.Field;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Masks;
import org.lanshao.register.RegisterEdit;
import org.lanshao.register.Tag;
import org.lanshao.turn.Facts;
import org.lanshao.turn.RegisterFacts;
import org.lanshao.turn.Unavailable;

/** 档案: what is on file of a household, when it was met, and what was changed. */
public final class FileCard {
  /** The form whose records tell when a household was visited. */
  public static final FormId VISIT = new FormId("visit");

  /** Older changes are in the database. */
  private static final int TOLD = 10;

  /** What the first line tells. */
  private static final List<HouseholdField> IN_TITLE =
      List.of(HouseholdField.AREA, HouseholdField.HEAD, HouseholdField.SIZE);

  private final FileTalk talk;
  private final FileValues values;
  private final Facts facts;
  private final DateTimeFormatter time;

  /** Counts the children of this answer. */
  private final Masks masks = new Masks();

  FileCard(FileTalk talk, Facts facts, ZoneId zone) {
    this.talk = talk;
    this.values = new FileValues(talk);
    this.facts = facts;
    this.time = DateTimeFormatter.ofPattern("yyyy-M-d HH:mm").withZone(zone);
  }

  String of(Household household) throws Unavailable {
    var lines = new ArrayList<String>();
    lines.add(
        talk.say(
            FileWords.CARD,
            Map.of(
                "number", household.number().text(),
                "head", talk.head(household),
                "village", talk.place(household.area()),
                "people", Integer.toString(household.size()),
                "category", talk.category(household))));
    for (var field : HouseholdField.values()) {
      if (!IN_TITLE.contains(field) && !household.get(field).isEmpty() && isShown(field)) {
        lines.add(field(field, household.get(field)));
      }
    }
    if (!household.clients().isEmpty()) {
      lines.add(people(household));
    }
    lines.addAll(met(household));
    lines.addAll(whole() ? history(household) : List.of());
    return String.join("\n", lines);
  }

  private boolean whole() {
    return talk.rights().seesNames(talk.heard().speaker());
  }

  /** Words tell where people live and who they are. */
  private boolean isShown(Field field) {
    return whole() || (field.kind() != Field.Kind.TEXT && field.kind() != Field.Kind.NAMES);
  }

  private String field(Field field, String text) {
    return talk.say(
        FileWords.FIELD, Map.of("field", field.label(), "text", values.of(field, text)));
  }

  private String people(Household household) {
    var names = household.clients().stream().map(this::person).collect(Collectors.joining("、"));
    return talk.say(FileWords.PEOPLE, Map.of("names", names));
  }

  private String person(Client client) {
    var groups =
        client.tags().stream()
            .filter(tag -> tag.holds(talk.heard().today()))
            .map(Tag::category)
            .map(talk.categories()::label)
            .collect(Collectors.joining("、"));
    var name = whole() ? client.name() : masks.person(client, talk.heard().today());
    return groups.isEmpty() ? name : name + "（" + groups + "）";
  }

  private List<String> met(Household household) throws Unavailable {
    var met = new FileMet(facts, talk.register());
    var last = Optional.ofNullable(met.last(talk.heard().today()).get(household.number()));
    var lines = new ArrayList<String>();
    lines.add(
        last.map(day -> talk.say(FileWords.LAST_MET, Map.of("day", day.toString())))
            .orElseGet(() -> talk.say(FileWords.NEVER_MET)));
    last.flatMap(day -> household.every().map(day::plusDays))
        .map(LocalDate::toString)
        .ifPresent(day -> lines.add(talk.say(FileWords.DUE, Map.of("day", day))));
    return lines;
  }

  /** What changed since it was put on file, the newest last. */
  private List<String> history(Household household) throws Unavailable {
    var lines = new ArrayList<String>();
    Optional<Household> before = Optional.empty();
    for (RegisterFacts.Kept kept : facts.register().history(household.number())) {
      if (kept.edit() instanceof RegisterEdit.Put(Household after)) {
        if (before.isPresent()) {
          Difference.between(before, after).forEach(one -> lines.add(line(kept, one)));
        }
        before = Optional.of(after);
      }
    }
    return lines.subList(Math.max(0, lines.size() - TOLD), lines.size());
  }

  private String line(RegisterFacts.Kept kept, Difference one) {
    var name =
        kept.by()
            .map(id -> talk.directory().person(id).map(Person::name).orElse(id.text()))
            .orElseGet(() -> talk.say(FileWords.LEDGER));
    return talk.say(
        FileWords.HISTORY,
        Map.of(
            "time", time.format(kept.at()),
            "name", name,
            "field", one.whose() + one.what(),
            "before", values.before(one),
            "after", values.after(one)));
  }
}
