package org.lanshao.desk.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.count.Condition;
import org.lanshao.count.Cut;
import org.lanshao.count.Entries;
import org.lanshao.count.Entry;
import org.lanshao.count.FormCount;
import org.lanshao.count.Scope;
import org.lanshao.desk.talk.Definitions;
import org.lanshao.form.Form;
import org.lanshao.form.Measure;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Submission;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Records.Mark;
import org.lanshao.turn.Unavailable;

/**
 * The records of which numbers are made, each with its part. What is counted once is the part of
 * the first record with it, so that the parts of all add up to the numbers. For one thread.
 */
final class RecordListing {
  /** More than so many are for a workbook. */
  static final int MOST = 20_000;

  private final Asked asked;
  private final int first;
  private final int most;
  private final List<Row> rows = new ArrayList<>();
  private final List<Set<String>> seen = new ArrayList<>();
  private final long[] sums;
  private int count;

  /** Keeps the rows from {@code first} on, from 0, and no more than so many. */
  RecordListing(Asked asked, int first, int most) {
    this.asked = asked;
    this.first = first;
    this.most = most;
    this.sums = new long[asked.measures().size()];
    asked.measures().forEach(measure -> seen.add(new HashSet<>()));
  }

  /** Which numbers: of a form, by its measures, in their order. */
  record Asked(
      Form form, List<Measure> measures, List<Condition> where, Scope scope, DayRange range) {
    /** Copies the lists. */
    Asked {
      measures = List.copyOf(measures);
      where = List.copyOf(where);
    }

    /** What the store is asked for one of the numbers. */
    Cut cut(Measure measure) {
      return new FormCount(form.id(), List.of(), where, List.of())
          .cut(form, measure, scope, range, List.of());
    }
  }

  /** A record with its part of each number. */
  record Row(Submission record, List<Long> parts) {}

  /** Goes through the records; false when there are too many, and then nothing is of use. */
  boolean read(Facts facts, Definitions definitions) throws Unavailable {
    Optional<Mark> mark = Optional.empty();
    int looked = 0;
    do {
      var page = facts.records().page(asked.form().id(), asked.scope(), asked.range(), mark);
      looked += page.records().size();
      if (looked > MOST) {
        return false;
      }
      for (var standing : page.records()) {
        add(standing.record(), definitions.form(standing.record().definition()));
      }
      mark = page.next();
    } while (mark.isPresent());
    return true;
  }

  private void add(Submission record, Form filedWith) {
    var entries = Entries.of(filedWith, record);
    var parts = new ArrayList<Long>();
    boolean counts = false;
    for (int nth = 0; nth < sums.length; nth++) {
      var entry = entry(entries, asked.measures().get(nth));
      long part = entry.map(Entry::amount).orElse(0L);
      var subject = entry.map(Entry::subject).orElse("");
      counts |= entry.isPresent();
      parts.add(subject.isEmpty() || seen.get(nth).add(subject) ? part : 0L);
      sums[nth] += parts.getLast();
    }
    if (counts) {
      if (count >= first && rows.size() < most) {
        rows.add(new Row(record, parts));
      }
      count++;
    }
  }

  /** What a record counts for a measure, where it was answered as asked. */
  private Optional<Entry> entry(List<Entry> entries, Measure measure) {
    var name = Entries.name(asked.form(), measure);
    boolean answered =
        asked.where().stream()
            .allMatch(
                only ->
                    entries.stream()
                        .anyMatch(
                            entry ->
                                entry.measure().equals(name)
                                    && entry.dimension().equals(only.question().text())
                                    && entry.value().equals(only.value())));
    return entries.stream()
        .filter(entry -> answered && entry.measure().equals(name) && entry.dimension().isEmpty())
        .findFirst();
  }

  /** The rows that were asked for. */
  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** How many records there are in all. */
  int count() {
    return count;
  }

  /** The numbers that all parts add up to, in the order of the measures. */
  List<Long> sums() {
    return java.util.Arrays.stream(sums).boxed().toList();
  }
}
