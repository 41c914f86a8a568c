package org.lanshao.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Answers;
import org.lanshao.form.Evaluation;
import org.lanshao.form.Form;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;

/** Reads one message as a report: finds what may be answers, selects, and tells what is left. */
final class ReportReader {
  /** Longer messages are texts, not reports; this also bounds the work. */
  private static final int LONGEST = 600;

  private final Form form;

  /** The questions that any fitting words answer; the others need their label. */
  private final List<Question> questions;

  private final String text;
  private final Hearing hearing;

  ReportReader(Form form, String text, Hearing hearing) {
    this.form = form;
    this.questions = form.questions().stream().filter(question -> !question.isNamed()).toList();
    this.text = text;
    this.hearing = hearing;
  }

  Report read() {
    var plain = Plain.of(text);
    if (plain.length() > LONGEST) {
      return new Report(List.of(), List.of(), List.of(text.strip()));
    }
    var labelled = new ArrayList<>(new LabelFinder(text, plain, sayable(), hearing).finds());
    var unsigned = new NamedFinder(text, without(labelled, plain), hearing);
    labelled.addAll(unsigned.finds(sayable()));
    var open = without(labelled, plain);
    var chosen = new Selection(open, finds(open)).chosen();
    var taken = new ArrayList<>(labelled);
    chosen.stream().filter(find -> isOwn(find, chosen)).forEach(taken::add);
    var bare = new BareNumber(questions, names(), hearing).find(open, taken);
    bare.ifPresent(taken::add);
    return report(open, taken);
  }

  private static String without(List<Find> finds, String plain) {
    var open = new StringBuilder(plain);
    for (Find find : finds) {
      for (int at = find.from(); at < find.to(); at++) {
        open.setCharAt(at, '\n');
      }
    }
    return open.toString();
  }

  private List<Find> finds(String plain) {
    var finds = new ArrayList<Find>();
    finds.addAll(new PlaceFinder(plain, hearing).finds(of(Type.Place.class::isInstance)));
    finds.addAll(new NumberFinder(plain, hearing).finds(of(ReportReader::isNumber)));
    finds.addAll(new MatterFinder(plain, hearing.matters()).finds(questions));
    finds.addAll(new OptionFinder(plain).finds(questions));
    finds.addAll(new YesNoFinder(plain).finds(of(Type.YesNo.class::isInstance)));
    var windows = new WindowFinder(plain, hearing);
    finds.addAll(windows.days(of(ReportReader::isDayOrTime)));
    finds.addAll(windows.digits(of(ReportReader::isLongNumber)));
    boolean places = questions.stream().anyMatch(q -> q.type() instanceof Type.Place);
    finds.addAll(new NameFinder(plain, hearing, places).finds(names()));
    return finds;
  }

  private List<Question> of(Predicate<Type> kind) {
    return questions.stream().filter(question -> kind.test(question.type())).toList();
  }

  static boolean isNumber(Type type) {
    return type instanceof Type.Whole || type instanceof Type.Decimal;
  }

  private static boolean isDayOrTime(Type type) {
    return type instanceof Type.Date || type instanceof Type.Time || type instanceof Type.DateTime;
  }

  private static boolean isLongNumber(Type type) {
    return type instanceof Type.Phone || type instanceof Type.IdNumber;
  }

  private Set<String> labels() {
    return sayable().stream()
        .flatMap(question -> Labels.of(question).stream())
        .collect(Collectors.toSet());
  }

  /** Without what the register alone answers. */
  private List<Question> sayable() {
    return form.questions().stream().filter(question -> !question.isFiled()).toList();
  }

  private List<Question> names() {
    return of(type -> type instanceof Type.Household || type instanceof Type.Person);
  }

  /** Whether no other question could be answered by the same words. */
  private static boolean isOwn(Find find, List<Find> chosen) {
    return chosen.stream()
        .noneMatch(other -> other.covers(find) && !other.question().equals(find.question()));
  }

  private Report report(String plain, List<Find> taken) {
    var understood = new LinkedHashMap<QuestionId, Report.Understood>();
    var unclear = new ArrayList<Report.Unclear>();
    var there = there(taken);
    for (Question question : form.questions()) {
      var own =
          taken.stream()
              .filter(find -> find.question().equals(question))
              .map(find -> sought(find, there))
              .toList();
      settle(question, own, understood, unclear);
    }
    placed(understood);
    var rest = new Leftover(plain, labels()).pieces(covering(taken));
    contradicted(understood, unclear);
    var asked = unclear.stream().map(Report.Unclear::question).toList();
    var complete = completed(understood, asked);
    return rest.isEmpty()
        ? new Report(complete, unclear, List.of())
        : rest(complete, unclear, rest);
  }

  /** Words that answer a question which needs its name, and will be asked, are no note: 镇街. */
  private Report rest(
      List<Report.Understood> complete, List<Report.Unclear> unclear, List<Report.Span> pieces) {
    var all = new ArrayList<>(unclear);
    var rest = new ArrayList<String>();
    var waiting = waiting(complete, unclear);
    for (Report.Span piece : pieces) {
      var words = text.substring(piece.from(), piece.to());
      var meant = waiting.stream().filter(question -> answers(words, question)).toList();
      if (meant.size() == 1) {
        all.add(new Report.Unclear(meant.getFirst().id(), new Reading.NotUnderstood(), piece));
      } else {
        rest.add(words);
      }
    }
    return new Report(complete, all, rest);
  }

  private boolean answers(String words, Question question) {
    return Answer.read(words, question.type(), hearing) instanceof Reading.Understood;
  }

  /** The choices that need their name and will be asked. */
  private List<Question> waiting(List<Report.Understood> complete, List<Report.Unclear> unclear) {
    var given = new LinkedHashMap<QuestionId, Value>();
    complete.forEach(one -> given.put(one.question(), one.value()));
    var answers = new Answers(given);
    return form.questions().stream()
        .filter(q -> q.isNamed() && !q.isExtra() && !q.isFiled())
        .filter(
            question -> !question.type().options().isEmpty() && !given.containsKey(question.id()))
        .filter(question -> unclear.stream().noneMatch(u -> u.question().equals(question.id())))
        .filter(question -> Evaluation.holds(question.when(), answers))
        .toList();
  }

  /** Near the one place that is named, or as before. */
  private Hearing there(List<Find> taken) {
    var places =
        taken.stream()
            .filter(find -> find.reading() instanceof Reading.Understood(Value.Place place))
            .map(find -> ((Reading.Understood) find.reading()).value())
            .distinct()
            .toList();
    return places.size() == 1 && places.getFirst() instanceof Value.Place(String code, String name)
        ? hearing.at(new AreaCode(code))
        : hearing;
  }

  /** A name is looked up in the place that is named beside it. */
  private Find sought(Find find, Hearing there) {
    boolean name =
        find.question().type() instanceof Type.Household
            || find.question().type() instanceof Type.Person;
    if (!name || there.equals(hearing) || hearing.register().isEmpty() || isLabelled(find)) {
      return find;
    }
    var reading =
        Answer.read(text.substring(find.from(), find.to()), find.question().type(), there);
    return new Find(find.from(), find.to(), find.question(), reading, find.care());
  }

  /** The place of a household on file answers the form's place where none was named. */
  private void placed(Map<QuestionId, Report.Understood> understood) {
    var place = questions.stream().filter(question -> question.type() instanceof Type.Place);
    place
        .findFirst()
        .filter(question -> !understood.containsKey(question.id()))
        .ifPresent(
            question ->
                understood.values().stream()
                    .filter(one -> one.value() instanceof Value.Household)
                    .flatMap(
                        one -> new Files(hearing).place((Value.Household) one.value()).stream())
                    .findFirst()
                    .ifPresent(
                        found ->
                            understood.put(
                                question.id(),
                                new Report.Understood(question.id(), found, Optional.empty()))));
  }

  private static List<Find> covering(List<Find> taken) {
    return taken.stream()
        .filter(find -> !(find.reading() instanceof Reading.NotUnderstood) || isLabelled(find))
        .toList();
  }

  private static boolean isLabelled(Find find) {
    return find.care() == Find.Care.NONE;
  }

  /** What the words about one question come to together. */
  private static void settle(
      Question question,
      List<Find> own,
      Map<QuestionId, Report.Understood> understood,
      List<Report.Unclear> unclear) {
    Set<Value> values = new LinkedHashSet<>();
    Optional<Find> open = Optional.empty();
    for (Find find : own) {
      if (find.reading() instanceof Reading.Understood(Value value)) {
        values.add(value);
      } else if (isLabelled(find) || !(find.reading() instanceof Reading.NotUnderstood)) {
        open = Optional.of(find);
      }
    }
    if (open.isPresent()) {
      unclear.add(unclear(open.get(), open.get().reading()));
    } else if (question.type() instanceof Type.Choices(List<Option> options) && !values.isEmpty()) {
      understood.put(question.id(), understood(own.getFirst(), together(values, options)));
    } else if (values.size() == 1) {
      understood.put(question.id(), understood(own.getFirst(), values.iterator().next()));
    } else if (values.size() > 1) {
      unclear.add(unclear(own.getFirst(), new Reading.Ambiguous(List.copyOf(values))));
    }
  }

  private static Report.Understood understood(Find find, Value value) {
    return new Report.Understood(find.question().id(), value, Optional.of(span(find)));
  }

  private static Report.Unclear unclear(Find find, Reading reading) {
    return new Report.Unclear(find.question().id(), reading, span(find));
  }

  private static Report.Span span(Find find) {
    return new Report.Span(find.from(), find.to());
  }

  private static Value together(Set<Value> values, List<Option> options) {
    var ids =
        values.stream()
            .flatMap(value -> value instanceof Value.Many many ? many.options().stream() : null)
            .toList();
    return new Value.Many(options.stream().map(Option::id).filter(ids::contains).toList());
  }

  /** 没有隐患, but 电线老化: one of both is wrong, so the first is asked. */
  private void contradicted(
      Map<QuestionId, Report.Understood> understood, List<Report.Unclear> unclear) {
    for (QuestionId id : new Implication(form).contradicted(answers(understood))) {
      var said = understood.remove(id);
      said.from()
          .ifPresent(
              span -> unclear.add(new Report.Unclear(id, new Reading.NotUnderstood(), span)));
    }
  }

  private List<Report.Understood> completed(
      Map<QuestionId, Report.Understood> understood, List<QuestionId> asked) {
    var complete = new Implication(form).complete(answers(understood));
    return form.questions().stream()
        .filter(question -> !asked.contains(question.id()))
        .flatMap(
            question ->
                complete
                    .get(question.id())
                    .map(value -> answer(question.id(), value, understood))
                    .stream())
        .toList();
  }

  private static Report.Understood answer(
      QuestionId id, Value value, Map<QuestionId, Report.Understood> understood) {
    return understood.getOrDefault(id, new Report.Understood(id, value, Optional.empty()));
  }

  private static Answers answers(Map<QuestionId, Report.Understood> understood) {
    var answers = new LinkedHashMap<QuestionId, Value>();
    understood.forEach((id, one) -> answers.put(id, one.value()));
    return new Answers(answers);
  }
}
