package org.lanshao.desk.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lanshao.command.Command;
import org.lanshao.command.CommandAnswers;
import org.lanshao.command.Commands;
import org.lanshao.command.Parsed;
import org.lanshao.command.Sums;
import org.lanshao.count.Cut;
import org.lanshao.count.RangeText;
import org.lanshao.count.Report;
import org.lanshao.count.Source;
import org.lanshao.count.Total;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Definitions;
import org.lanshao.desk.talk.Heard;
import org.lanshao.desk.talk.OccasionBook;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.Marks;
import org.lanshao.form.Measure;
import org.lanshao.form.Wording;
import org.lanshao.message.Chat;
import org.lanshao.message.Reply;
import org.lanshao.reading.Prefix;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Unavailable;

/**
 * Answers 明细 统计 …, 明细 right after a count, and 明细 R12 人次 or R12 人次: the records of which a number
 * is made.
 */
public final class CountDetails {
  private static final List<String> WORDS = List.of("明细", "明細", "detail");
  private static final Pattern REPORT = Pattern.compile("([Rr]\\s*0*[1-9]\\d{0,11})(?!\\d)(.*)");

  private final Facts facts;
  private final Definitions definitions;
  private final Directory directory;
  private final Library library;
  private final Commands commands;
  private final CommandAnswers names;
  private final LastCount last;
  private final OccasionBook occasions;
  private final ReportBook book;
  private final MatterListing matterListing;

  /** By the records behind counts, and the last count of a conversation. */
  public CountDetails(
      Facts facts,
      Shelf shelf,
      Surroundings surroundings,
      Library library,
      Commands commands,
      CommandAnswers names,
      LastCount last,
      OccasionBook occasions) {
    this.facts = facts;
    this.definitions = shelf;
    this.directory = surroundings.directory();
    this.library = library;
    this.commands = commands;
    this.names = names;
    this.last = last;
    this.occasions = occasions;
    this.book = new ReportBook(facts, surroundings);
    this.matterListing = new MatterListing(facts, directory, library.wording(), names);
  }

  /** What is said; empty when the words ask for the records of no number. */
  public Optional<Decision> decide(Heard heard) throws Unavailable {
    for (String word : WORDS) {
      var rest = Prefix.after(word, heard.text());
      if (rest.isPresent()) {
        return decide(rest.get(), heard);
      }
    }
    return namesANumber(heard.text()) ? decide(heard.text(), heard) : Optional.empty();
  }

  /** R12 人次: one of the numbers of a report. */
  private boolean namesANumber(String text) throws Unavailable {
    var numbered = REPORT.matcher(text);
    return numbered.matches()
        && book.report(numbered.group(1)).stream()
            .flatMap(report -> report.inputs().stream())
            .anyMatch(input -> input.name().equals(numbered.group(2).strip()));
  }

  private Optional<Decision> decide(String rest, Heard heard) throws Unavailable {
    var paged = Paged.of(rest);
    var words = paged.words();
    var numbered = REPORT.matcher(words);
    var report = numbered.matches() ? book.report(numbered.group(1)) : Optional.<Report>empty();
    if (report.isPresent()) {
      return Optional.of(of(report.get(), paged.asking(numbered.group(2).strip()), heard));
    }
    var problem = problem(words, heard);
    if (problem.isPresent()) {
      return problem.map(Decision::say);
    }
    var count = words.isEmpty() ? last.of(heard) : counted(words, heard);
    return count.isEmpty()
        ? Optional.empty()
        : Optional.of(
            count.get().query().forms().size() > 1
                ? say(ReportWords.ONE_FORM)
                : told(asked(count.get()), paged, heard));
  }

  /** What is wrong with a count; empty where there is nothing, or no count. */
  private Optional<Reply> problem(String words, Heard heard) throws Unavailable {
    return Prefix.after("统计", words).isPresent()
            && commands.parse(words, occasions.asking(heard)) instanceof Parsed.Problem(Reply reply)
        ? Optional.of(reply)
        : Optional.empty();
  }

  private Optional<Command.Count> counted(String words, Heard heard) throws Unavailable {
    return commands.parse(words, occasions.asking(heard))
                instanceof Parsed.Recognised(Command command)
            && command instanceof Command.Count count
        ? Optional.of(count)
        : Optional.empty();
  }

  private RecordListing.Asked asked(Command.Count count) {
    var query = count.query();
    var one = query.forms().getFirst();
    var form = form(one.form().text()).orElseThrow();
    return new RecordListing.Asked(
        form, one.measures(form), one.where(), query.scope(), query.range());
  }

  private Optional<Form> form(String id) {
    return library.forms().stream().filter(form -> form.id().text().equals(id)).findFirst();
  }

  private Decision of(Report report, Paged paged, Heard heard) throws Unavailable {
    var number = Map.of("number", report.number());
    if (!book.mayRead(report, heard)) {
      return say(ReportWords.NOT_THIS, number);
    }
    var input =
        report.inputs().stream()
            .filter(one -> one.name().equals(paged.words()) || report.inputs().size() == 1)
            .findFirst();
    if (input.isPresent() && input.get().source() instanceof Source.OfMatters matters) {
      return matterListing.told(matters, named(report, input.get(), paged), heard);
    }
    var asked = input.flatMap(one -> asked(one.source()));
    if (asked.isEmpty()) {
      var inputs = report.inputs().stream().map(Report.Input::name);
      return say(
          report.inputs().isEmpty() ? ReportWords.NO_NUMBERS : ReportWords.WHICH_NUMBER,
          Map.of("number", report.number(), "names", Marks.list(inputs, wording())));
    }
    return told(asked.get(), named(report, input.get(), paged), heard);
  }

  private static Paged named(Report report, Report.Input input, Paged paged) {
    return paged.asking(report.number() + " " + input.name());
  }

  private Optional<RecordListing.Asked> asked(Source source) {
    return source instanceof Source.OfRecords(Cut cut) ? asked(cut) : Optional.empty();
  }

  private Optional<RecordListing.Asked> asked(Cut cut) {
    int dot = cut.measure().indexOf('.');
    return form(cut.measure().substring(0, dot))
        .flatMap(
            form ->
                form.measures().stream()
                    .filter(m -> m.name().equals(cut.measure().substring(dot + 1)))
                    .map(
                        measure ->
                            new RecordListing.Asked(
                                form, List.of(measure), cut.where(), cut.scope(), cut.range()))
                    .findFirst());
  }

  private Decision told(RecordListing.Asked asked, Paged paged, Heard heard) throws Unavailable {
    if (heard.chat() instanceof Chat.Group) {
      return say(ReportWords.IN_PRIVATE);
    }
    var listing = new RecordListing(asked, paged.before(), Paged.ROWS);
    if (!listing.read(facts, definitions)) {
      return say(ReportWords.TOO_MANY, Map.of("most", Integer.toString(RecordListing.MOST)));
    }
    var lines = new ArrayList<String>();
    var slots =
        Map.of(
            "form", names.what(asked.form(), asked.where()),
            "scope", names.name(asked.scope()),
            "range", RangeText.of(asked.range(), heard.today(), wording()),
            "totals", totals(asked.measures(), listing.sums()),
            "count", Integer.toString(listing.count()));
    lines.add(wording().say(ReportWords.RECORDS, slots));
    lines.addAll(added(asked));
    listing.rows().forEach(row -> lines.add(line(row, asked, heard)));
    paged.next(listing.count(), wording()).ifPresent(lines::add);
    return Decision.say(Reply.of(String.join("\n", lines)));
  }

  private String line(RecordListing.Row row, RecordListing.Asked asked, Heard heard) {
    var record = row.record();
    return wording()
        .say(
            ReportWords.RECORD,
            Map.of(
                "number", record.number(),
                "day", RangeText.of(record.day(), heard.today(), wording()),
                "area", area(record.area()),
                "parts", totals(asked.measures(), row.parts())));
  }

  /** What other forms add to a count, whose records are not among these. */
  private List<String> added(RecordListing.Asked asked) throws Unavailable {
    var cuts = new LinkedHashMap<Measure, Cut>();
    asked.measures().forEach(measure -> cuts.put(measure, asked.cut(measure)));
    return new Sums(facts, library)
        .added(asked.form(), cuts).entrySet().stream()
            .map(
                one ->
                    wording()
                        .say(
                            ReportWords.RECORDS_ADDED,
                            Map.of(
                                "form",
                                one.getKey().title(),
                                "totals",
                                Total.text(one.getValue()))))
            .toList();
  }

  private String area(AreaCode code) {
    return directory.area(code).map(directory::fullName).orElse(code.text());
  }

  private static String totals(List<Measure> measures, List<Long> numbers) {
    var totals =
        IntStream.range(0, measures.size())
            .mapToObj(nth -> new Total(measures.get(nth), numbers.get(nth)))
            .toList();
    return Total.text(totals);
  }

  private Wording wording() {
    return library.wording();
  }

  private Decision say(ReportWords words) {
    return say(words, Map.of());
  }

  private Decision say(ReportWords words, Map<String, String> slots) {
    return Decision.say(Reply.of(wording().say(words, slots)));
  }
}
