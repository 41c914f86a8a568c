package org.lanshao.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.count.Entries;
import org.lanshao.count.Entry;
import org.lanshao.count.Total;
import org.lanshao.dialogue.Shown;
import org.lanshao.form.Form;
import org.lanshao.form.Measure;
import org.lanshao.form.Question;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.record.Submission;

/** What is said of every record that was filed, whatever its form. */
final class Receipts {
  private final Wording wording;

  Receipts(Wording wording) {
    this.wording = wording;
  }

  /** What a record counts; empty when it counts nothing. */
  Optional<String> counted(Form form, List<Entry> entries) {
    var totals =
        form.measures().stream()
            .map(measure -> new Total(measure, plain(form, measure, entries)))
            .filter(total -> total.number() != 0)
            .toList();
    return totals.isEmpty()
        ? Optional.empty()
        : Optional.of(wording.say(DeskWords.COUNTED, Map.of("totals", Total.text(totals))));
  }

  private static long plain(Form form, Measure measure, List<Entry> entries) {
    var name = Entries.name(form, measure);
    return entries.stream()
        .filter(entry -> entry.measure().equals(name) && entry.dimension().isEmpty())
        .mapToLong(Entry::amount)
        .sum();
  }

  /** How to correct and withdraw a record. */
  String howToCorrect(Form form, Submission record) {
    var slots = Map.of("number", record.number(), "example", example(form, record));
    return wording.say(DeskWords.HOW_TO_CORRECT, slots);
  }

  /** A field with another value: a number that was answered, else any field with what it has. */
  private String example(Form form, Submission record) {
    return form.questions().stream()
        .flatMap(question -> number(question, record).stream())
        .findFirst()
        .or(() -> form.questions().stream().flatMap(q -> same(q, record).stream()).findFirst())
        .orElse("");
  }

  private static Optional<String> number(Question question, Submission record) {
    return record
        .answers()
        .get(question.id())
        .filter(value -> value instanceof Value.Whole)
        .filter(value -> question.type() instanceof Type.Whole)
        .map(
            value -> {
              var type = (Type.Whole) question.type();
              long number = ((Value.Whole) value).number();
              return question.label() + " " + (number < type.max() ? number + 1 : number - 1);
            });
  }

  private Optional<String> same(Question question, Submission record) {
    return record
        .answers()
        .get(question.id())
        .map(value -> question.label() + " " + Shown.plain(value, question.type(), wording));
  }
}
