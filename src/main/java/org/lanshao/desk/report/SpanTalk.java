package org.lanshao.desk.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.Span;
import org.lanshao.command.SpanReader;
import org.lanshao.count.RangeText;
import org.lanshao.count.Scope;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.OccasionBook;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Wording;
import org.lanshao.message.Reply;
import org.lanshao.reading.DayRange;
import org.lanshao.reading.Prefix;
import org.lanshao.record.Submission;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Records;
import org.lanshao.turn.Unavailable;

/** What answers about the records of an area and some days have in common. */
final class SpanTalk {
  private final Facts facts;
  private final SpanReader spans;
  private final OccasionBook occasions;
  private final CommandAnswers names;
  private final Wording wording;

  SpanTalk(Facts facts, Surroundings surroundings, Library library, CommandAnswers names) {
    this.facts = facts;
    this.spans = new SpanReader(surroundings.directory(), library);
    this.occasions = new OccasionBook(facts, surroundings);
    this.names = names;
    this.wording = library.wording();
  }

  /** How it is asked: the words, the first of them as it is told, and the usual days. */
  record Command(List<String> words, String usual) {}

  /** An answer. */
  interface Telling {
    /** What is told of these records. */
    String of(Span.Of span, Heard heard) throws Unavailable;
  }

  /** What is said; empty when the words ask for something else. */
  Optional<Decision> decide(Command command, Heard heard, Telling telling) throws Unavailable {
    var rest = Prefix.after(command.words(), heard.text());
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    var asking = occasions.asking(heard);
    return Optional.of(
        switch (spans.read(rest.get(), command.words().getFirst(), command.usual(), asking)) {
          case Span.Not(Reply reply) -> Decision.say(reply);
          case Span.Of span -> Decision.say(Reply.of(telling.of(span, heard)));
        });
  }

  /** What was asked about: {@code area} and {@code range}. */
  Map<String, String> slots(Span.Of span, Heard heard) {
    var slots = new HashMap<String, String>();
    slots.put("area", names.name(span.scope()));
    slots.put("range", RangeText.of(span.range(), heard.today(), wording));
    return slots;
  }

  /** All records of a form that were filed there on these days. */
  List<Submission> records(Form form, Scope scope, DayRange days) throws Unavailable {
    var records = new ArrayList<Submission>();
    Optional<Records.Mark> mark = Optional.empty();
    do {
      var page = facts.records().page(form.id(), scope, days, mark);
      page.records().forEach(standing -> records.add(standing.record()));
      mark = page.next();
    } while (mark.isPresent());
    return records;
  }
}
