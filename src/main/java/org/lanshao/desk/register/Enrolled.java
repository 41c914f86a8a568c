package org.lanshao.desk.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.form.Answers;
import org.lanshao.form.Enrolls;
import org.lanshao.form.Prefill.Fact;
import org.lanshao.form.Value;
import org.lanshao.record.Submission;
import org.lanshao.register.Client;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Register;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.register.Tag;

/**
 * The households that records put on file, one after the other: who is on file already, or was
 * named before, is brought up to date and keeps the number. A new one gets the number of its
 * record, or that and its place in the group: C12-2. For one thread.
 */
final class Enrolled {
  private static final Map<Fact, HouseholdField> TEXTS =
      Map.of(
          Fact.PEOPLE, HouseholdField.SIZE,
          Fact.PHONE, HouseholdField.PHONE,
          Fact.ADDRESS, HouseholdField.ADDRESS,
          Fact.CONTACT, HouseholdField.CONTACT,
          Fact.SHELTER, HouseholdField.SHELTER);

  private final Directory directory;
  private final Map<FileNumber, Household> households = new LinkedHashMap<>();
  private Register register;

  Enrolled(Directory directory, Register register) {
    this.directory = directory;
    this.register = register;
  }

  /** Each as it is on file then, in the order in which they were named. */
  List<Household> households() {
    return List.copyOf(households.values());
  }

  /** Takes whom a record names. */
  void take(Submission record, Enrolls enrolls) {
    var taken = new HashSet<FileNumber>();
    for (Answers answers : enrolls.each(record.answers())) {
      enrolls
          .named(answers)
          .ifPresent(said -> take(new Named(record, enrolls, answers, said), taken));
    }
  }

  /**
   * A household that a record names.
   *
   * @param answers that tell of it
   */
  private record Named(Submission record, Enrolls enrolls, Answers answers, Value.Household said) {
    AreaCode area() {
      return said.village().map(place -> new AreaCode(place.code())).orElse(record.area());
    }
  }

  private void take(Named named, Set<FileNumber> taken) {
    var own = own(named, taken);
    var before = known(named, own);
    var household = household(named, before, before.map(Household::number).orElse(own));
    taken.add(household.number());
    households.put(household.number(), household);
    var edits = List.<RegisterEdit>of(new RegisterEdit.Put(household));
    register = register.after(new RegisterChange(register.version(), edits));
  }

  /** The number of a household that is new, and that it got before its record was corrected. */
  private static FileNumber own(Named named, Set<FileNumber> taken) {
    var number = named.record().number();
    if (named.enrolls().group().isEmpty()) {
      return new FileNumber(number);
    }
    int place = taken.size() + 1;
    while (taken.contains(new FileNumber(number + "-" + place))) {
      place++;
    }
    return new FileNumber(number + "-" + place);
  }

  /** By its number; else the file that its record made; else who bears the name in the village. */
  private Optional<Household> known(Named named, FileNumber own) {
    var number = named.said().number().map(FileNumber::new).flatMap(register::household);
    var namesakes = register.named(named.said().name(), named.area()::equals);
    return number
        .or(() -> named.enrolls().group().isEmpty() ? register.household(own) : Optional.empty())
        .or(() -> namesakes.stream().findFirst())
        .or(() -> register.household(own));
  }

  private Household household(Named named, Optional<Household> before, FileNumber number) {
    var fields = new EnumMap<HouseholdField, String>(HouseholdField.class);
    before.ifPresent(known -> fields.putAll(known.fields()));
    if (before.filter(known -> directory.within(known.area(), named.area())).isEmpty()) {
      fields.put(HouseholdField.AREA, named.area().text());
    }
    if (before.filter(known -> !isRenamed(known, named)).isEmpty()) {
      fields.put(HouseholdField.HEAD, named.said().name());
    }
    TEXTS.forEach(
        (fact, field) ->
            named
                .enrolls()
                .fact(fact, named.answers())
                .flatMap(Enrolled::text)
                .ifPresent(text -> fields.put(field, text)));
    var clients = before.map(Household::clients).orElse(List.of());
    return tagged(new Household(number, fields, clients), named);
  }

  /** Whether the name of the head was corrected: it is found by no number and by no name. */
  private boolean isRenamed(Household known, Named named) {
    return named.said().number().isEmpty()
        && register.named(named.said().name(), known.area()::equals).stream()
            .noneMatch(known::equals);
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
  private static Household tagged(Household household, Named named) {
    var chosen = named.enrolls().fact(Fact.CATEGORY, named.answers()).map(Enrolled::options);
    if (chosen.isEmpty()) {
      return household;
    }
    var head = FileChanges.head(household);
    var tags = new ArrayList<>(head.tags());
    for (String option : chosen.get()) {
      if (tags.stream().noneMatch(tag -> tag.category().equals(option))) {
        tags.add(new Tag(option, Optional.of(named.record().day()), Optional.empty(), "", ""));
      }
    }
    var clients = new ArrayList<>(household.clients());
    clients.removeIf(client -> client.number().equals(head.number()));
    clients.addFirst(new Client(head.number(), head.fields(), tags));
    return household.with(clients);
  }

  private static List<String> options(Value value) {
    return switch (value) {
      case Value.One(String option) -> List.of(option);
      case Value.Many(List<String> options) -> options;
      default -> List.of(); // nothing else is chosen
    };
  }
}
