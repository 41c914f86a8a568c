package org.lanshao.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Answers;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;
import org.lanshao.register.Client;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Register;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.register.Tag;
import org.lanshao.turn.Changes.Filing;
import org.lanshao.turn.NewRegisterChange;

/**
 * What the form {@code enroll} puts on file: a household gets the number of its record; one that is
 * on file already is brought up to date. A form writer may change all of it but its id and the ids
 * of the questions read here.
 */
final class Enrolling {
  private static final QuestionId HOUSEHOLD = new QuestionId("household");
  private static final QuestionId PEOPLE = new QuestionId("people");
  private static final QuestionId CATEGORY = new QuestionId("category");
  private static final Map<HouseholdField, QuestionId> TEXTS =
      Map.of(
          HouseholdField.PHONE, new QuestionId("phone"),
          HouseholdField.ADDRESS, new QuestionId("address"),
          HouseholdField.CONTACT, new QuestionId("contact"));

  private final Surroundings surroundings;

  Enrolling(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What these records change in the register; empty when they are of other forms. */
  Optional<NewRegisterChange> change(List<Filing> filings, Coming coming) {
    var edits = new ArrayList<RegisterEdit>();
    for (Filing filing : filings) {
      edit(filing.revision()).ifPresent(edits::add);
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NewRegisterChange(
                new RegisterChange(surroundings.register().version() + 1, edits),
                surroundings.ids().get(),
                NewRegisterChange.Kind.ENROLL,
                coming.speaker().map(person -> person.id()),
                coming.inbound().conversation().key(),
                surroundings.clock().instant()));
  }

  private Optional<RegisterEdit> edit(Revision revision) {
    var record = revision.record();
    boolean stands =
        revision.state() == Revision.State.FILED || revision.state() == Revision.State.CORRECTED;
    return stands && !record.isPractice() && record.form().equals(FileTalk.ENROLL)
        ? record
            .answers()
            .get(HOUSEHOLD)
            .filter(Value.Household.class::isInstance)
            .map(said -> new RegisterEdit.Put(household(record, (Value.Household) said)))
        : Optional.empty();
  }

  private Household household(Submission record, Value.Household said) {
    Register register = surroundings.register();
    var number = new FileNumber(said.number().orElse(record.number()));
    var before = register.household(number);
    var fields = new EnumMap<HouseholdField, String>(HouseholdField.class);
    before.ifPresent(known -> fields.putAll(known.fields()));
    fields.put(HouseholdField.AREA, record.area().text());
    fields.put(HouseholdField.HEAD, said.name());
    fields.putAll(texts(record.answers()));
    var household =
        new Household(
            before.map(Household::number).orElse(number),
            fields,
            before.map(Household::clients).orElse(List.of()));
    return tagged(household, record);
  }

  private static Map<HouseholdField, String> texts(Answers answers) {
    var texts = new EnumMap<HouseholdField, String>(HouseholdField.class);
    TEXTS.forEach(
        (field, question) ->
            answers.get(question).flatMap(Enrolling::text).ifPresent(t -> texts.put(field, t)));
    answers
        .get(PEOPLE)
        .flatMap(Enrolling::text)
        .ifPresent(text -> texts.put(HouseholdField.SIZE, text));
    return texts;
  }

  private static Optional<String> text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Optional.of(text);
      case Value.Phone(String number) -> Optional.of(number);
      case Value.Whole whole -> Optional.of(Long.toString(whole.number()));
      default -> Optional.empty(); // nothing else is kept as a text
    };
  }

  /** The head belongs to the chosen groups from the day on at which they were said. */
  private static Household tagged(Household household, Submission record) {
    var head = FileChanges.head(household);
    var tags = new ArrayList<>(head.tags());
    if (record.answers().get(CATEGORY).orElse(null) instanceof Value.Many(var options)) {
      for (String option : options) {
        if (tags.stream().noneMatch(tag -> tag.category().equals(option))) {
          tags.add(new Tag(option, Optional.of(record.day()), Optional.empty(), "", ""));
        }
      }
    }
    var clients = new ArrayList<>(household.clients());
    clients.removeIf(client -> client.number().equals(head.number()));
    clients.addFirst(new Client(head.number(), head.fields(), tags));
    return household.with(clients);
  }
}
