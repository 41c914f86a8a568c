package org.lanshao.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.count.Breakdown;
import org.lanshao.count.FormCount;
import org.lanshao.count.Period;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.form.Measure;
import org.lanshao.message.Reply;

/** What people say, read as commands, and who may ask for which area. */
class CommandsTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 5, 14);
  private static final Directory DIRECTORY = BundledDirectory.read();
  private static final Commands COMMANDS = new Commands(DIRECTORY, BundledLibrary.keys());

  private static Person person(String id) {
    return DIRECTORY.person(new PersonId(id)).orElseThrow();
  }

  @ParameterizedTest(name = "{1} by {0}")
  @CsvFileSource(resources = "/command/counts.tsv", delimiter = '\t', quoteCharacter = '\0')
  void aCountMeansWhatTheTableSays(String asker, String text, String expected) {
    var parsed = COMMANDS.parse(text == null ? "" : text, Asking.of(person(asker), TODAY));
    assertThat(shown(parsed)).isEqualTo(expected);
  }

  private static String shown(Parsed parsed) {
    return switch (parsed) {
      case Parsed.NoCommand() -> "none";
      case Parsed.Problem(Reply reply) -> shown(reply.parts().getFirst());
      case Parsed.Called(RollCall call) -> call.step() + " " + call.area();
      case Parsed.Exported(var export) -> "导出 " + export.forms();
      case Parsed.Pictured(var picture) -> "图 " + picture.along();
      case Parsed.Recognised(Command.Count count) -> shown(count);
      case Parsed.Recognised(Command command) -> command.toString();
    };
  }

  private static String shown(Reply.Part part) {
    return part.choices().isEmpty()
        ? part.text()
        : part.choices().stream()
            .map(Reply.Choice::say)
            .collect(Collectors.joining(" / ", part.text() + " ", ""));
  }

  private static String shown(Command.Count count) {
    var forms =
        count.query().forms().stream()
            .sorted(Comparator.comparing(f -> f.form().text(), CommandsTest::asListed))
            .map(CommandsTest::shown);
    var scope =
        switch (count.query().scope()) {
          case Scope.InArea(AreaCode area) -> area.text();
          case Scope.InAreas(List<AreaCode> areas) -> areas.toString();
          case Scope.ByPerson(PersonId person) -> person.text();
        };
    var range = count.query().range();
    return "%s %s %s%s..%s%s%s"
        .formatted(
            forms.collect(Collectors.joining(" ")),
            scope,
            count.fromYearStart() ? "^" : "",
            range.first(),
            range.last(),
            switch (count.query().comparison()) {
              case NONE -> "";
              case BEFORE -> " before";
              case YEAR_BEFORE -> " year-before";
            },
            count.query().ranked() ? " ranked" : "");
  }

  /** visit{purpose=flood}(household_visits)/town/purpose: only where, measures and by are told. */
  private static String shown(FormCount part) {
    var all =
        BundledLibrary.keys().forms().stream()
            .filter(form -> form.id().equals(part.form()))
            .flatMap(form -> form.counted().stream())
            .map(Measure::name)
            .toList();
    var where =
        part.where().stream()
            .map(only -> only.question() + "=" + only.value())
            .collect(Collectors.joining(","));
    return part.form().text()
        + (where.isEmpty() ? "" : "{" + where + "}")
        + (part.measures().equals(all) ? "" : "(" + String.join(",", part.measures()) + ")")
        + part.by().stream().map(by -> "/" + shown(by)).collect(Collectors.joining());
  }

  private static String shown(Breakdown by) {
    return switch (by) {
      case Breakdown.ByLevel(Area.Kind level) -> level.name().toLowerCase(Locale.ROOT);
      case Breakdown.ByPerson() -> "person";
      case Breakdown.ByOccasion occasions -> "campaign";
      case Breakdown.ByTime(Period period) -> period.name().toLowerCase(Locale.ROOT);
      case Breakdown.ByAnswer(var question, var values) ->
          question + (values.isEmpty() ? "" : values.toString().replace(" ", ""));
    };
  }

  private static int asListed(String one, String other) {
    var order = List.of("visit", "publicity", "emergency");
    return Integer.compare(order.indexOf(one), order.indexOf(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"帮助", " 帮 助 ", "help", "HELP", "ｈｅｌｐ", "?", "？"})
  void helpIsRecognised(String text) {
    assertThat(COMMANDS.parse(text, Asking.of(person("p01"), TODAY)))
        .isEqualTo(new Parsed.Recognised(new Command.Help()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"我的", "我的。", " 我的 ", "我的记录"})
  void mineIsRecognised(String text) {
    assertThat(COMMANDS.parse(text, Asking.of(person("p01"), TODAY)))
        .isEqualTo(new Parsed.Recognised(new Command.Mine()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"我的天", "帮助她", "我们", "问号？"})
  void aSentenceIsNoCommand(String text) {
    assertThat(COMMANDS.parse(text, Asking.of(person("p01"), TODAY)))
        .isEqualTo(new Parsed.NoCommand());
  }

  @Test
  void everyRoleCountsItsOwnAreaAndNoOther() {
    for (Person asker : DIRECTORY.people()) {
      for (Area area : DIRECTORY.areas()) {
        var parsed =
            COMMANDS.parse("统计 " + DIRECTORY.fullName(area) + " 今天", Asking.of(asker, TODAY));
        assertThat(parsed instanceof Parsed.Recognised)
            .as("%s asks for %s", asker, area.code())
            .isEqualTo(allowed(asker, area));
      }
    }
  }

  private static boolean allowed(Person asker, Area area) {
    boolean inside = DIRECTORY.within(area.code(), asker.area());
    return asker.role() != Role.WORKER && inside;
  }

  @ParameterizedTest(name = "{1} by {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p41 | 点名 | LOOK 445300
          p41 | 点名云安区 | LOOK 445303
          p31 | 点名 | LOOK 445381
          p31 | 点名 开始 | START 445381
          p31 | 点名 太平镇（罗定市） 开始 | START 445381101
          p31 | 点名 罗定市 结果 | RESULT 445381
          p31 | 点名结果 | RESULT 445381
          p31 | 点名 云安区 | roll-beyond area=罗定市
          p11 | 点名 | LOOK 445381101
          p11 | 点名 罗定市 | roll-beyond area=太平镇（罗定市）
          p31 | 点名 没有这个镇 | roll-unknown
          p01 | 点名 | roll-not-yours
          p01 | 点名了今天参加防汛演练的全部人员都到齐 | none
          """)
  void aRollCallMeansWhatTheTableSays(String asker, String text, String expected) {
    assertThat(shown(COMMANDS.parse(text, Asking.of(person(asker), TODAY)))).isEqualTo(expected);
  }

  @Test
  void whoLooksAfterAnAreaCallsItsRollAndNobodyElse() {
    for (Person asker : DIRECTORY.people()) {
      for (Area area : DIRECTORY.areas()) {
        var parsed = COMMANDS.parse("点名 " + DIRECTORY.fullName(area), Asking.of(asker, TODAY));
        assertThat(parsed instanceof Parsed.Called)
            .as("%s calls %s", asker, area.code())
            .isEqualTo(allowed(asker, area) && calls(asker.role()));
      }
    }
  }

  private static boolean calls(Role role) {
    return List.of(Role.HEAD, Role.COUNTY, Role.CITY, Role.ADMIN).contains(role);
  }

  @Test
  void aLongTextIsAnsweredBriefly() {
    var parsed = COMMANDS.parse("统计" + "走访罗定".repeat(1000), Asking.of(person("p41"), TODAY));
    assertThat(shown(parsed)).isEqualTo("too-long");
  }
}
