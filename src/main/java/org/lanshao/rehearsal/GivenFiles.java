package org.lanshao.rehearsal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lanshao.directory.Area;
import org.lanshao.directory.Found;
import org.lanshao.directory.Person;
import org.lanshao.form.Enrolls;
import org.lanshao.form.Line;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Option;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Register;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.register.Tag;

/**
 * The households that are on file before a conversation, a line each below the head line: {@code +
 * 档案 J12 石巷村 张三 人口4 电话13800138000 类别低保}.
 */
final class GivenFiles {
  private static final String BEGIN = "+ 档案";
  private static final String CATEGORY = "类别";
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\+ 档案 (?<number>J[1-9]\\d{0,11}) (?<place>\\S+) (?<head>\\S+)(?<fields>(?: \\S+)*)");

  private GivenFiles() {}

  static boolean isOne(String line) {
    return line.startsWith(BEGIN);
  }

  /** The register of these lines; what cannot be read is told. */
  static Register of(Transcript transcript, Person person, Scenery scenery, Mistakes mistakes) {
    var edits = new ArrayList<RegisterEdit>();
    for (int i = 0; i < transcript.lines().size(); i++) {
      var line = transcript.lines().get(i).strip();
      if (isOne(line)) {
        var household = household(line, person, scenery);
        household.map(RegisterEdit.Put::new).ifPresent(edits::add);
        if (household.isEmpty()) {
          mistakes.add(
              RehearsalCode.GIVEN,
              new Line(transcript.file(), i + 1),
              "这一行要写户号、村居、户主和档案里的内容。",
              "例如 + 档案 J12 石巷村 张三 人口4 电话13800138000 类别低保。");
        }
      }
    }
    return edits.isEmpty() ? Register.EMPTY : Register.EMPTY.after(new RegisterChange(1, edits));
  }

  private static Optional<Household> household(String line, Person person, Scenery scenery) {
    var shape = SHAPE.matcher(line);
    return shape.matches()
            && scenery.directory().find(shape.group("place"), person.area())
                instanceof Found.One(Area area)
        ? household(
            new Household(
                new FileNumber(shape.group("number")),
                Map.of(
                    HouseholdField.AREA, area.code().text(),
                    HouseholdField.HEAD, shape.group("head")),
                List.of()),
            Arrays.stream(shape.group("fields").split(" ")).filter(one -> !one.isEmpty()).toList(),
            scenery)
        : Optional.empty();
  }

  private static Optional<Household> household(
      Household bare, List<String> fields, Scenery scenery) {
    var household = Optional.of(bare);
    for (String field : fields) {
      household = household.flatMap(one -> with(one, field, scenery));
    }
    return household;
  }

  private static Optional<Household> with(Household household, String text, Scenery scenery) {
    if (text.startsWith(CATEGORY)) {
      return category(text.substring(CATEGORY.length()), scenery)
          .map(category -> household.with(List.of(head(household, category))));
    }
    return Stream.of(HouseholdField.values())
        .filter(field -> text.startsWith(field.label()) && text.length() > field.label().length())
        .map(field -> household.with(field, text.substring(field.label().length())))
        .findFirst();
  }

  /** By the label or id of an option that a file may answer. */
  private static Optional<String> category(String name, Scenery scenery) {
    var forms = scenery.library().forms();
    var asked =
        forms.stream()
            .flatMap(form -> form.questions().stream())
            .filter(question -> question.from().isPresent())
            .flatMap(question -> question.type().options().stream());
    return Stream.concat(asked, Enrolls.categories(forms).stream())
        .filter(option -> option.label().equals(name) || option.id().equals(name))
        .map(Option::id)
        .findFirst();
  }

  private static Client head(Household household, String category) {
    return new Client(
        new FileNumber(household.number() + "-1"),
        Map.of(ClientField.NAME, household.head()),
        List.of(Tag.of(category)));
  }
}
