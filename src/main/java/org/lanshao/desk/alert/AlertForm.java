package org.lanshao.desk.alert;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.alert.FirstWords;
import org.lanshao.alert.Known;
import org.lanshao.desk.filing.Filings;
import org.lanshao.desk.talk.Draft;
import org.lanshao.desk.talk.Talk;
import org.lanshao.dialogue.Event;
import org.lanshao.dialogue.Session;
import org.lanshao.dialogue.Shown;
import org.lanshao.directory.Area;
import org.lanshao.directory.Directory;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Marks;
import org.lanshao.form.Option;
import org.lanshao.form.Question;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Type;
import org.lanshao.form.Value;
import org.lanshao.form.Wording;

/** What the form that asks for the rest of an alert adds to what is known of it. */
public record AlertForm(Directory directory, FirstWords danger, Wording wording) {
  private static final QuestionId KIND = new QuestionId("kind");
  private static final QuestionId PEOPLE = new QuestionId("people");

  /** These events, the record of the form that they begin having this number. */
  public static List<Event> numbered(List<Event> events, String number) {
    var numbered = new ArrayList<Event>();
    for (Event event : events) {
      numbered.add(event);
      if (event instanceof Event.Started) {
        numbered.add(new Event.Numbered(number));
      }
    }
    return numbered;
  }

  /** Whether the form in hand asks for the place of an alert. */
  static boolean asksForPlace(Talk talk) {
    return talk.drafts()
        .inHand()
        .filter(draft -> draft.alert().isPresent())
        .map(Draft::session)
        .flatMap(session -> session.open().flatMap(session.form()::question))
        .filter(question -> question.type() instanceof Type.Place)
        .isPresent();
  }

  /** What first words told of the questions of this form; none where it has other questions. */
  public static Answers answers(Form form, Known known, Directory directory) {
    var answers = Answers.NONE;
    for (Question question : form.questions()) {
      var value = answer(question, known, directory);
      answers = value.isPresent() ? answers.with(question.id(), value.get()) : answers;
    }
    return answers;
  }

  private static Optional<Value> answer(Question question, Known known, Directory directory) {
    boolean kind = question.id().equals(KIND);
    return switch (question.type()) {
      case Type.Choice(List<Option> options) when kind ->
          offered(options, known).map(Value.One::new);
      case Type.Choices(List<Option> options) when kind ->
          offered(options, known).map(any -> new Value.Many(all(options, known)));
      case Type.Whole any when question.id().equals(PEOPLE) -> known.people().map(Value.Whole::new);
      case Type.Place any when known.place() ->
          directory
              .area(known.area())
              .map(area -> new Value.Place(area.code().text(), directory.fullName(area)));
      default -> Optional.empty(); // first words tell of nothing else
    };
  }

  private static Optional<String> offered(List<Option> options, Known known) {
    return all(options, known).stream().findFirst();
  }

  private static List<String> all(List<Option> options, Known known) {
    var ids = options.stream().map(Option::id).toList();
    return known.kinds().stream().filter(ids::contains).toList();
  }

  /**
   * What is known with the answers of a form.
   *
   * @param over whether it is handed in or given up, so that nothing more will come
   */
  Known known(Known before, Session session, boolean over) {
    var form = session.form();
    var answers = session.record();
    Set<String> kinds = new LinkedHashSet<>();
    answers.get(KIND).map(AlertForm::options).ifPresent(kinds::addAll);
    kinds.addAll(before.kinds());
    var place = Filings.area(form, answers).flatMap(area -> directory.around(area, Area.Kind.TOWN));
    var missing =
        over ? List.<String>of() : form.missing(answers).stream().map(Question::label).toList();
    return new Known(
        List.copyOf(kinds),
        answers.get(PEOPLE).flatMap(AlertForm::number).or(before::people),
        place.map(Area::code).orElse(before.area()),
        place.isPresent() || before.place(),
        danger.sensitive(List.copyOf(kinds)),
        before.words(),
        lines(session, answers),
        missing);
  }

  private static List<String> options(Value value) {
    return switch (value) {
      case Value.One(String option) -> List.of(option);
      case Value.Many(List<String> options) -> options;
      default -> List.of(); // a form of another make
    };
  }

  private static Optional<Long> number(Value value) {
    return value instanceof Value.Whole whole ? Optional.of(whole.number()) : Optional.empty();
  }

  private List<String> lines(Session session, Answers answers) {
    return session.form().questions().stream()
        .flatMap(
            question ->
                answers.get(question.id()).stream()
                    .map(value -> Shown.value(value, question.type(), wording))
                    .map(value -> Marks.field(question.label(), value, wording)))
        .toList();
  }
}
