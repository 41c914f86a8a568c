package org.lanshao.desk.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lanshao.command.Rows;
import org.lanshao.command.RowsReader;
import org.lanshao.command.Span;
import org.lanshao.form.ReportText.Clause;
import org.lanshao.form.ReportText.Each;
import org.lanshao.form.ReportText.Piece;
import org.lanshao.form.Wording;
import org.lanshao.turn.Unavailable;

/** The lists of a newsletter, a line for each thing, by their days. For one thread. */
final class BulletinLines {
  /** A list of more tells how many more there are: nobody reads it. */
  private static final int MOST = 40;

  private final RowsReader reader;
  private final BulletinRecords records;
  private final BulletinEvents events;
  private final Wording wording;

  BulletinLines(
      RowsReader reader, BulletinRecords records, BulletinEvents events, Wording wording) {
    this.reader = reader;
    this.records = records;
    this.events = events;
    this.wording = wording;
  }

  /**
   * Something that a list has a line for.
   *
   * @param slots what is known of it; private
   */
  record Item(LocalDate day, Map<String, String> slots) {
    /** Without what is known of it. */
    @Override
    public String toString() {
      return "Item[" + day + "]";
    }
  }

  /**
   * Some of them.
   *
   * @param all how many there are; less than 0 when they are too many to go through
   */
  record Items(List<Item> items, int all) {
    static Items of(List<Item> items) {
      return new Items(items, items.size());
    }
  }

  private record Dated(LocalDate day, String text) {}

  /** A list as it is told; a sentence where there is nothing. */
  String text(Piece.Listed list, Span.Of span, LocalDate today) throws Unavailable {
    var lines = new ArrayList<Dated>();
    int all = 0;
    boolean many = false;
    for (Each each : list.each()) {
      var found = items(each, span, today);
      found.items().forEach(item -> lines.add(new Dated(item.day(), line(each, item))));
      all += Math.max(0, found.all());
      many |= found.all() < 0;
    }
    lines.sort(Comparator.comparing(Dated::day));
    var told = lines.stream().limit(MOST).map(Dated::text).collect(Collectors.joining("\n"));
    if (many) {
      return join(told, ReportWords.LINES_TOO_MANY, 0);
    }
    return all == 0
        ? wording.say(ReportWords.NO_LINES)
        : join(told, ReportWords.MORE_LINES, all - Math.min(MOST, lines.size()));
  }

  private String join(String told, ReportWords words, int more) {
    if (words == ReportWords.MORE_LINES && more == 0) {
      return told;
    }
    var last = wording.say(words, words.slots().isEmpty() ? Map.of() : count(more));
    return told.isEmpty() ? last : told + "\n" + last;
  }

  private static Map<String, String> count(int more) {
    return Map.of("count", Integer.toString(more));
  }

  private Items items(Each each, Span.Of span, LocalDate today) throws Unavailable {
    var rows = reader.read(each.query(), today);
    if (rows.isEmpty()) {
      return Items.of(List.of());
    }
    return switch (rows.get()) {
      case Rows.OfRecords of -> records.of(of, span, MOST);
      case Rows.OfMatters of -> records.of(of, span);
      case Rows.OfNotices of -> events.notices(span);
      case Rows.OfCampaigns of -> events.campaigns(span);
    };
  }

  private static String line(Each each, Item item) {
    var line = new StringBuilder();
    for (Clause clause : each.clauses()) {
      boolean known =
          clause.text().slots().stream()
              .noneMatch(slot -> item.slots().getOrDefault(slot, "").isEmpty());
      if (known || !clause.ifKnown()) {
        line.append(clause.text().fill(item.slots()));
      }
    }
    return line.toString().replace('\n', ' ');
  }
}
