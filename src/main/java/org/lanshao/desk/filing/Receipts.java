package org.lanshao.desk.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.count.Entries;
import org.lanshao.count.Entry;
import org.lanshao.count.Total;
import org.lanshao.desk.talk.DeskWords;
import org.lanshao.desk.talk.SentMedia;
import org.lanshao.dialogue.Revised;
import org.lanshao.form.Form;
import org.lanshao.form.Measure;
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

  /** How many pictures and files came with a record; empty when none did. */
  Optional<String> media(Submission record) {
    int count = SentMedia.of(record.answers()).size();
    return count == 0
        ? Optional.empty()
        : Optional.of(wording.say(DeskWords.MEDIA_COUNT, Map.of("count", Integer.toString(count))));
  }

  /** How to correct and withdraw a record. */
  String howToCorrect(Form form, Submission record) {
    var slots =
        Map.of(
            "number", record.number(), "example", Revised.example(form, record.answers(), wording));
    return wording.say(DeskWords.HOW_TO_CORRECT, slots);
  }
}
