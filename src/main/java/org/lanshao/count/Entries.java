package org.lanshao.count;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.form.Answers;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Form;
import org.lanshao.form.Measure;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.reading.Folding;
import org.lanshao.record.Submission;

/** What a submission counts. */
public final class Entries {
  private Entries() {}

  /**
   * The entries of a submission: for each measure the plain total, and once more for each answer of
   * the questions that it is counted by; several chosen options give several. Only answers of
   * questions that are relevant to the other answers count. A measure whose condition does not
   * hold, whose number is unanswered or 0, or of whose distinct questions one is unanswered, has no
   * entry. A submission that lacks an answer it must have is counted as pending. Practice has none.
   */
  public static List<Entry> of(Form form, Submission submission) {
    if (submission.isPractice()) {
      return List.of();
    }
    var answers = relevant(form, submission.answers());
    var entries = new ArrayList<Entry>();
    for (Measure measure : form.measures()) {
      Optional.of(measure.amount())
          .filter(any -> Evaluation.holds(measure.when(), answers))
          .flatMap(amount -> counted(amount, answers))
          .ifPresent(c -> entries.addAll(of(form, measure, c, answers)));
    }
    if (!form.missing(submission.answers()).isEmpty()) {
      entries.add(new Entry(pending(form), "", "", "", 1));
    }
    return List.copyOf(entries);
  }

  /** The name under which a form's records with answers missing are counted. */
  public static String pending(Form form) {
    return form.id().text() + "." + Measure.PENDING;
  }

  /** The name under which a form's measure is counted: {@code visit.person_times}. */
  public static String name(Form form, Measure measure) {
    return form.id().text() + "." + measure.name();
  }

  private static List<Entry> of(Form form, Measure measure, Counted counted, Answers answers) {
    var name = name(form, measure);
    var entries = new ArrayList<Entry>();
    entries.add(new Entry(name, "", "", counted.subject(), counted.amount()));
    for (QuestionId by : measure.by()) {
      for (String value : answers.get(by).map(Entries::values).orElse(List.of())) {
        entries.add(new Entry(name, by.text(), value, counted.subject(), counted.amount()));
      }
    }
    return entries;
  }

  /** The answers that stand when the form is gone through from its beginning. */
  private static Answers relevant(Form form, Answers given) {
    var relevant = new LinkedHashMap<QuestionId, Value>();
    for (Question question : form.questions()) {
      var answer =
          question.type() instanceof Type.Computed computed
              ? Evaluation.value(computed.value(), new Answers(relevant))
              : given.get(question.id());
      if (answer.isPresent() && Evaluation.holds(question.when(), relevant)) {
        relevant.put(question.id(), answer.get());
      }
    }
    return new Answers(relevant);
  }

  private static Optional<Counted> counted(Measure.Amount amount, Answers answers) {
    return switch (amount) {
      case Measure.Amount.Add(var number) ->
          Evaluation.value(number, answers)
              .filter(value -> value instanceof Value.Whole whole && whole.number() != 0)
              .map(value -> new Counted("", ((Value.Whole) value).number()));
      case Measure.Amount.Distinct(var questions) -> subject(questions, answers);
    };
  }

  private static Optional<Counted> subject(List<QuestionId> questions, Answers answers) {
    var values = questions.stream().flatMap(question -> answers.get(question).stream()).toList();
    var filed = values.stream().flatMap(Entries::number).findFirst();
    if (filed.isPresent()) {
      return filed.map(number -> new Counted(number, 1));
    }
    return values.size() < questions.size()
        ? Optional.empty()
        : Optional.of(
            new Counted(
                values.stream().map(Entries::canonical).collect(Collectors.joining("\n")), 1));
  }

  /** Who is on file is one, wherever and however named. */
  private static Stream<String> number(Value value) {
    return switch (value) {
      case Value.Household household -> household.number().stream();
      case Value.Person person -> person.number().stream();
      default -> Stream.empty(); // nothing else is on file
    };
  }

  /** The values that an answer is counted under; none for types that nothing is counted by. */
  private static List<String> values(Value value) {
    return switch (value) {
      case Value.One(String option) -> List.of(option);
      case Value.Many(List<String> options) -> options;
      case Value.YesNo(boolean yes) -> List.of(yes ? "yes" : "no");
      default -> List.of(); // the linter lets nothing else be counted by
    };
  }

  /** One text for all ways of writing the same value; never with a line end in it. */
  private static String canonical(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Folding.tight(text);
      case Value.Whole whole -> Long.toString(whole.number());
      case Value.Decimal decimal -> decimal.number().toPlainString();
      case Value.Date(LocalDate day) -> day.toString();
      case Value.Time(LocalTime time) -> time.toString();
      case Value.DateTime(LocalDateTime at) -> at.toString();
      case Value.Person(var village, String name, var number) ->
          number.orElseGet(() -> named(village, name));
      case Value.Household(var village, String name, var number) ->
          number.orElseGet(() -> named(village, name));
      case Value.Phone(String number) -> number;
      case Value.IdNumber(String number) -> number;
      case Value.Photos photos -> "";
      case Value.File file -> "";
      case Value.Location location -> location.place().map(Value.Place::code).orElse("");
      case Value.Matter matter -> matter.number();
      case Value.Group group -> "";
      case Value.Place(String code, String name) -> code;
      case Value.One one -> String.join(",", values(one));
      case Value.Many many -> String.join(",", values(many));
      case Value.YesNo yesNo -> String.join(",", values(yesNo));
    };
  }

  private static String named(Optional<Value.Place> village, String name) {
    return village.map(place -> place.code() + " ").orElse("") + Folding.tight(name);
  }

  /** A measure's subject, empty for sums, and amount. */
  private record Counted(String subject, long amount) {}
}
