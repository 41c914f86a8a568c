package org.lanshao.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.form.Form;
import org.lanshao.form.Question;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;
import org.lanshao.reading.PrivateNumbers;
import org.lanshao.record.Revision;
import org.lanshao.record.Seen;
import org.lanshao.record.Submission;

/**
 * A workbook of records, written row by row: what was written is on its way out and needs no
 * memory. Each form has a sheet with a header that stays in sight; numbers and days are numbers and
 * days; a form with more records than a sheet holds goes on with another one. Its reader sees of
 * each record what their sight allows.
 */
public final class LedgerBook implements Closeable {
  /** As Excel and WPS read them: 1,048,576 rows with the header. */
  private static final int MOST_ROWS = 1_048_575;

  /** Longer texts make a file that Excel calls damaged. */
  private static final int LONGEST_TEXT = 32_767;

  private static final int FLUSHED = 500;
  private static final int LONGEST_NAME = 28;
  private static final String DAY = "yyyy-mm-dd";
  private static final String MOMENT = "yyyy-mm-dd hh:mm";
  private static final List<String> HEADER =
      List.of("编号", "日期", "登记时间", "县区", "镇街", "村居", "登记人", "版本");

  private final Workbook book;
  private final Directory directory;
  private final Wording wording;
  private final BiFunction<Form, Submission, Seen> seen;
  private final ZoneId zone;
  private final int most;
  private Optional<Sheet> sheet = Optional.empty();
  private long count;

  /**
   * A book that is written to this stream, which stays open.
   *
   * @param seen how much of a record is shown
   * @param zone of its times
   */
  public LedgerBook(
      OutputStream out,
      Directory directory,
      Wording wording,
      BiFunction<Form, Submission, Seen> seen,
      ZoneId zone) {
    this(out, directory, wording, seen, zone, MOST_ROWS);
  }

  LedgerBook(
      OutputStream out,
      Directory directory,
      Wording wording,
      BiFunction<Form, Submission, Seen> seen,
      ZoneId zone,
      int most) {
    this.book = new Workbook(out, "Lanshao", "1.0");
    this.directory = directory;
    this.wording = wording;
    this.seen = seen;
    this.zone = zone;
    this.most = most;
  }

  /** How many records it holds. */
  public long count() {
    return count;
  }

  /** Begins the sheet of a form; every form that is asked for has one, also without records. */
  public void begin(Form form) throws IOException {
    open(form, 1);
  }

  private void open(Form form, int nth) throws IOException {
    if (sheet.isPresent()) {
      sheet.get().page().finish();
    }
    var name = form.title().replaceAll("[\\[\\]:*?/\\\\]", " ");
    var title = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    var page = book.newWorksheet(nth == 1 ? title : title + "(" + nth + ")");
    page.freezePane(0, 1);
    int column = 0;
    for (String label : HEADER) {
      header(page, column++, label);
    }
    for (Question question : form.questions()) {
      header(page, column++, question.label());
    }
    sheet = Optional.of(new Sheet(form, page, nth));
  }

  private static void header(Worksheet page, int column, String label) {
    page.inlineString(0, column, label);
    page.style(0, column).bold().fillColor("DDE7F3").set();
    page.width(column, Math.max(12, label.length() * 2.2));
  }

  /**
   * Adds a record to the sheet that was begun last.
   *
   * @throws IllegalStateException before any sheet was begun
   */
  public void add(Revision record) throws IOException {
    Sheet current = sheet.orElseThrow();
    if (current.rows() >= most) {
      open(current.form(), current.nth() + 1);
      current = sheet.orElseThrow();
    }
    int row = current.next();
    write(record, current, row);
    count++;
    if (row % FLUSHED == 0) {
      current.page().flush();
    }
  }

  private void write(Revision revision, Sheet current, int row) {
    var record = revision.record();
    var page = current.page();
    page.inlineString(row, 0, record.number());
    day(page, row, 1, record.day());
    moment(page, row, 2, LocalDateTime.ofInstant(record.at(), zone));
    page.inlineString(row, 3, area(record.area(), Area.Kind.COUNTY));
    page.inlineString(row, 4, area(record.area(), Area.Kind.TOWN));
    page.inlineString(row, 5, area(record.area(), Area.Kind.VILLAGE));
    page.inlineString(row, 6, directory.person(record.person()).map(Person::name).orElse(""));
    page.value(row, 7, revision.number());
    var eyes = seen.apply(current.form(), record);
    int column = HEADER.size();
    for (Question question : current.form().questions()) {
      var value = record.answers().get(question.id()).flatMap(eyes::shown);
      if (value.isPresent()) {
        write(page, row, column, question, value.get());
      }
      column++;
    }
  }

  /** Phone numbers leave masked, also those in the midst of words. */
  private String words(Value value, Question question) {
    var words = Shown.plain(value, question.type(), wording);
    return plain(PrivateNumbers.withoutPhones(words, words));
  }

  private String area(org.lanshao.directory.AreaCode code, Area.Kind kind) {
    return directory.around(code, kind).map(Area::name).orElse("");
  }

  private void write(Worksheet page, int row, int column, Question question, Value value) {
    switch (value) {
      case Value.Whole whole -> page.value(row, column, whole.number());
      case Value.Decimal decimal -> page.value(row, column, decimal.number());
      case Value.Date(LocalDate day) -> day(page, row, column, day);
      case Value.DateTime(LocalDateTime at) -> moment(page, row, column, at);
      default -> // words, as a review shows them
          page.inlineString(row, column, words(value, question));
    }
  }

  private static void day(Worksheet page, int row, int column, LocalDate day) {
    page.value(row, column, day);
    page.style(row, column).format(DAY).set();
  }

  private static void moment(Worksheet page, int row, int column, LocalDateTime at) {
    page.value(row, column, at.withNano(0));
    page.style(row, column).format(MOMENT).set();
  }

  /** Without what no XML may hold, and not longer than a cell. */
  private static String plain(String text) {
    var clean = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", "");
    return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT - 1) + "…";
  }

  /** Writes what is left; the stream stays open. */
  @Override
  public void close() throws IOException {
    if (sheet.isPresent()) {
      sheet.get().page().finish();
    }
    book.finish();
  }

  /** A sheet and how far it is. */
  private static final class Sheet {
    private final Form form;
    private final Worksheet page;
    private final int nth;
    private int rows;

    Sheet(Form form, Worksheet page, int nth) {
      this.form = form;
      this.page = page;
      this.nth = nth;
    }

    Form form() {
      return form;
    }

    Worksheet page() {
      return page;
    }

    int nth() {
      return nth;
    }

    int rows() {
      return rows;
    }

    int next() {
      return ++rows;
    }
  }
}
