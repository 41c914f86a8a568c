package org.lanshao.desk.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.CommandWords;
import org.lanshao.command.Export;
import org.lanshao.count.RangeText;
import org.lanshao.count.Report;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.Speech;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.form.Form;
import org.lanshao.form.FormId;
import org.lanshao.form.Library;
import org.lanshao.ledger.LedgerBook;
import org.lanshao.ledger.Ledgers;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.record.Readership;
import org.lanshao.record.Seen;
import org.lanshao.record.Submission;
import org.lanshao.register.Named;
import org.lanshao.turn.AuditLog.Kind;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/** Sends ledgers as workbooks into the private talk of whoever asks. */
public final class Exports {
  /** WeCom takes no larger file: its page on uploading temporary media (path 90253) says 20 MB. */
  private static final int MOST_BYTES = 20 * 1024 * 1024;

  private final Facts facts;
  private final Surroundings around;
  private final Library library;
  private final CommandAnswers answers;
  private final ReportBook reports;

  /** By what the words of a count may ask for, and how areas and answers are called. */
  public Exports(Facts facts, Surroundings around, Library library, CommandAnswers answers) {
    this.facts = facts;
    this.around = around;
    this.library = library;
    this.answers = answers;
    this.reports = new ReportBook(facts, around);
  }

  /**
   * The workbook of records that was asked for, or why there is none: too many, or not in private.
   */
  public Reply reply(Export export, Heard heard) throws Unavailable {
    if (heard.chat() instanceof Chat.Group) {
      return say(CommandWords.EXPORT_IN_PRIVATE, Map.of());
    }
    var out = new Bounded();
    long count;
    try {
      count = write(export, heard, out);
    } catch (TooLarge e) {
      return say(CommandWords.EXPORT_TOO_LARGE, Map.of());
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory does not fail
    }
    return count == 0
        ? say(CommandWords.EXPORT_NOTHING, Map.of())
        : sent(export, heard, out.toByteArray(), count);
  }

  private Reply sent(Export export, Heard heard, byte[] book, long count) throws Unavailable {
    var where = answers.name(export.scope());
    var range = RangeText.of(export.range(), heard.today(), library.wording());
    var slots = Map.of("scope", where, "range", range, "count", Long.toString(count));
    var text = library.wording().say(CommandWords.EXPORT_DONE, slots);
    var forms = export.forms().stream().map(FormId::text).collect(Collectors.joining(","));
    var about = "%s %s %s %d".formatted(forms, where, range, count);
    facts.audit().note(heard.noted(Kind.EXPORT, about, around.clock().instant()));
    var number = reports.keep(given(export, text), heard);
    var told = text + "\n" + library.wording().say(ReportWords.KEPT, Map.of("number", number));
    var name = ("台账 " + where + " " + range).replaceAll("[^\\p{L}\\p{N}-]+", " ").strip();
    return around
        .handouts()
        .file(book, name + ".xlsx")
        .map(file -> Speech.handing(told, file))
        .orElseGet(() -> Reply.of(told));
  }

  private static ReportBook.Given given(Export export, String text) {
    return new ReportBook.Given(
        Report.Kind.EXPORT, "导出", export.forms(), export.scope(), export.range(), text, List.of());
  }

  private long write(Export export, Heard heard, Bounded out) throws IOException, Unavailable {
    var zone = around.clock().getZone();
    var directory = around.directory();
    try (var book = new LedgerBook(out, directory, library.wording(), seen(heard), zone)) {
      Ledgers.fill(book, forms(export), export.scope(), export.range(), facts.records());
      return book.count();
    }
  }

  /** Their own whole; of others what the role may see, and what the form's readers may. */
  private BiFunction<Form, Submission, Seen> seen(Heard heard) {
    var readership = new Readership(around.directory());
    var asker = heard.speaker();
    var named = new Named(around.register());
    return (form, record) ->
        new Seen(
            readership.of(asker, form.readers(), record),
            (name, number) -> named.of(name, number, record.day()));
  }

  private List<Form> forms(Export export) {
    return library.forms().stream().filter(form -> export.forms().contains(form.id())).toList();
  }

  private Reply say(CommandWords words, Map<String, String> slots) {
    return Reply.of(library.wording().say(words, slots));
  }

  /** More was written than can be sent. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Takes no more than can be sent. */
  private static final class Bounded extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      if (count + length > MOST_BYTES) {
        throw new TooLarge();
      }
      super.write(bytes, from, length);
    }
  }
}
