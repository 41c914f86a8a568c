package org.lanshao.desk.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.command.Published;
import org.lanshao.command.Rows;
import org.lanshao.command.RowsReader;
import org.lanshao.command.Span;
import org.lanshao.count.RangeText;
import org.lanshao.desk.talk.Definitions;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.reading.PrivateNumbers;
import org.lanshao.record.Matter;
import org.lanshao.record.Submission;
import org.lanshao.register.Named;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** What a newsletter tells of records and of what became of them. For one thread. */
final class BulletinRecords {
  private final Facts facts;
  private final Definitions definitions;
  private final Surroundings around;
  private final Wording wording;
  private final LocalDate today;
  private final Named named;

  BulletinRecords(
      Facts facts, Definitions definitions, Surroundings around, Wording wording, LocalDate today) {
    this.facts = facts;
    this.definitions = definitions;
    this.around = around;
    this.wording = wording;
    this.today = today;
    this.named = new Named(around.register());
  }

  /** The first ones of some records. */
  BulletinLines.Items of(Rows.OfRecords rows, Span.Of span, int most) throws Unavailable {
    var asked =
        new RecordListing.Asked(
            rows.form(),
            rows.form().counted(),
            rows.where(),
            span.scope(),
            rows.days().orElse(span.range()));
    var listing = new RecordListing(asked, 0, most);
    if (!listing.read(facts, definitions)) {
      return new BulletinLines.Items(List.of(), -1);
    }
    var items = new ArrayList<BulletinLines.Item>();
    for (RecordListing.Row row : listing.rows()) {
      items.add(item(row.record()));
    }
    return new BulletinLines.Items(items, listing.count());
  }

  private BulletinLines.Item item(Submission record) throws Unavailable {
    var slots = new HashMap<String, String>();
    slots.put(RowsReader.DAY, RangeText.of(record.day(), today, wording));
    slots.put(RowsReader.NUMBER, record.number());
    tell(record, slots);
    slots.put(RowsReader.PLACE, place(record.area(), true));
    return new BulletinLines.Item(happened(record), slots);
  }

  /** The first day that its answers name, else that on which it was filed. */
  private LocalDate happened(Submission record) throws Unavailable {
    return Published.questions(definitions.form(record.definition())).stream()
        .flatMap(question -> record.answers().get(question.id()).stream())
        .flatMap(value -> value instanceof Value.Date(var day) ? Stream.of(day) : Stream.of())
        .findFirst()
        .orElse(record.day());
  }

  /** Matters that were opened or closed. */
  BulletinLines.Items of(Rows.OfMatters rows, Span.Of span) throws Unavailable {
    var found =
        rows.closed()
            ? facts.matters().closed(rows.letter(), span.scope(), span.range())
            : facts.matters().opened(rows.letter(), span.scope(), span.range());
    var items = new ArrayList<BulletinLines.Item>();
    for (Matter matter : found) {
      items.add(item(matter, rows.closed()));
    }
    return BulletinLines.Items.of(items);
  }

  /** Of what concerns somebody the town alone is told, and of the names that of its opening. */
  private BulletinLines.Item item(Matter matter, boolean closed) throws Unavailable {
    var day = closed ? matter.made().day() : matter.day();
    var slots = new HashMap<String, String>();
    slots.put(RowsReader.NAME, name(matter.what().name(), matter.day()));
    record(matter.opener(), slots);
    var name = slots.getOrDefault(RowsReader.NAME, "");
    if (closed && matter.standing().isPresent()) {
      record(matter.standing().get().record(), slots);
    }
    slots.put(RowsReader.NAME, name);
    slots.put(RowsReader.DAY, RangeText.of(day, today, wording));
    slots.put(RowsReader.NUMBER, matter.number());
    slots.put(RowsReader.PLACE, place(matter.area(), name.isEmpty()));
    return new BulletinLines.Item(day, slots);
  }

  private void record(String number, Map<String, String> slots) throws Unavailable {
    var record = facts.record(number);
    if (record.isPresent()) {
      tell(record.get().record(), slots);
    }
  }

  /** What its answers say, each under its label. */
  private void tell(Submission record, Map<String, String> slots) throws Unavailable {
    var form = definitions.form(record.definition());
    for (Question question : Published.questions(form)) {
      record
          .answers()
          .get(question.id())
          .ifPresent(value -> slots.put(question.label(), told(value, question, record.day())));
    }
    name(form, record).ifPresent(name -> slots.put(RowsReader.NAME, name));
  }

  private String told(Value value, Question question, LocalDate filed) {
    return switch (value) {
      case Value.Date(LocalDate day) -> RangeText.of(day, today, wording);
      case Value.Text(String words) -> PrivateNumbers.concealed(named.in(words, "", filed));
      default -> Shown.plain(value, question.type(), wording);
    };
  }

  private Optional<String> name(Form form, Submission record) {
    return form.questions().stream()
        .flatMap(question -> record.answers().get(question.id()).stream())
        .flatMap(value -> name(value, record.day()).stream())
        .findFirst();
  }

  private Optional<String> name(Value value, LocalDate day) {
    return switch (value) {
      case Value.Household home -> Optional.of(named.of(home.name(), home.number(), day));
      case Value.Person person -> Optional.of(named.of(person.name(), person.number(), day));
      case Value.Matter matter -> Optional.of(name(matter.name(), day));
      default -> Optional.empty();
    };
  }

  /** Of whom a matter concerns no number on file is kept. */
  private String name(String name, LocalDate day) {
    return named.of(name, Optional.empty(), day);
  }

  /** 富林镇, or with the village where that may be told: 富林镇石巷村. */
  private String place(AreaCode code, boolean whole) {
    var directory = around.directory();
    var town = directory.around(code, Area.Kind.TOWN);
    var village = directory.area(code).filter(area -> whole && !town.equals(Optional.of(area)));
    return town.map(directory::fullName).orElse("") + village.map(Area::name).orElse("");
  }
}
