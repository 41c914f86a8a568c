package org.lanshao.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lanshao.count.CountQuery;
import org.lanshao.count.Entries;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.Library;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Submission;
import org.lanshao.turn.Changes;
import org.lanshao.turn.MemoryStore;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** Commands answered from records that are really filed. */
class CommandAnswersTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 5, 13);
  private static final Chat PRIVATE = new Chat.Private();
  private static final Chat GROUP = new Chat.Group("g01");
  private static final Directory DIRECTORY = BundledDirectory.read();
  private static final Library LIBRARY = BundledLibrary.spoken();
  private static final Commands COMMANDS = new Commands(DIRECTORY, LIBRARY);

  private final MemoryStore store = new MemoryStore(DIRECTORY);
  private final CommandAnswers answers =
      new CommandAnswers(
          store, DIRECTORY, LIBRARY, CommandAnswersTest::form, ZoneId.of("Asia/Shanghai"));
  private long visits;

  private static Form form(String definition) {
    return LIBRARY.forms().stream()
        .filter(form -> form.definition().hash().equals(definition))
        .findFirst()
        .orElseThrow();
  }

  private String say(String asker, String text, Chat chat) throws Unavailable {
    Person person = DIRECTORY.person(new PersonId(asker)).orElseThrow();
    var reply =
        switch (COMMANDS.parse(text, Asking.of(person, TODAY))) {
          case Parsed.Recognised(Command command) -> answers.answer(command, person, chat, TODAY);
          case Parsed.Problem(var problem) -> problem;
          case Parsed.Called called -> throw new AssertionError("a roll call: " + text);
          case Parsed.Exported exported -> throw new AssertionError("an export: " + text);
          case Parsed.Pictured pictured -> throw new AssertionError("a picture: " + text);
          case Parsed.NoCommand() -> throw new AssertionError("no command: " + text);
        };
    return reply.parts().getFirst().text();
  }

  private void visit(String person, String area, String household, int people, LocalDate day)
      throws Unavailable {
    var given =
        Answers.NONE
            .with(new QuestionId("place"), new Value.Place(area, "某地"))
            .with(new QuestionId("household"), new Value.Text(household))
            .with(new QuestionId("people"), new Value.Whole(people))
            .with(new QuestionId("mode"), new Value.One("home"))
            .with(new QuestionId("purpose"), new Value.Many(List.of("flood")))
            .with(new QuestionId("hazard"), new Value.YesNo(false));
    Form form = LIBRARY.forms().getFirst();
    visits++;
    var submission =
        new Submission(
            new UUID(1, visits),
            "V" + visits,
            form.id(),
            form.definition().hash(),
            new PersonId(person),
            new AreaCode(area),
            day.atTime(9, 30).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
            day,
            given);
    var filing = new Changes.Filing(submission, Entries.of(form, submission));
    Promised.kept(store.commit(Changes.of(turn(person)).filings(List.of(filing)).build()));
  }

  private NewTurn turn(String person) {
    var conversation = new ConversationId(new ChannelName("s"), PRIVATE, person + "/" + visits);
    return new NewTurn(
        conversation,
        1,
        "m" + visits,
        Instant.EPOCH,
        Optional.of(new PersonId(person)),
        "",
        "",
        "",
        0,
        Optional.empty(),
        "",
        Optional.empty());
  }

  private void someVisits() throws Unavailable {
    visit("p01", "445381101", "张某", 3, LocalDate.of(2022, 5, 9));
    visit("p01", "445381101", "张某", 2, LocalDate.of(2022, 5, 13));
    visit("p01", "445381101901", "李某", 4, LocalDate.of(2022, 5, 13));
    visit("p02", "445321107", "张某", 1, LocalDate.of(2022, 5, 13));
    visit("p02", "445321107", "陈某", 9, LocalDate.of(2022, 5, 14));
  }

  @Test
  void aCityCountsHouseholdsVisitsAndPersonTimesOfItsRange() throws Unavailable {
    someVisits();
    assertThat(say("p41", "统计 走访 全市 5月9日-5月13日", PRIVATE))
        .isEqualTo("走访 云浮市 5月9日-5月13日：3户 4户次 10人次");
  }

  @Test
  void anAreaCountsOnlyWhatLiesInIt() throws Unavailable {
    someVisits();
    assertThat(say("p41", "统计 走访 新兴太平 今天", GROUP)).isEqualTo("走访 太平镇（新兴县） 今天（5月13日）：1户 1户次 1人次");
    assertThat(say("p11", "统计 走访 石巷村", GROUP)).contains("：1户 1户次 4人次");
  }

  @Test
  void aGroupIsNotToldHowFewThereAreOfAKind() throws Unavailable {
    visit("p01", "445381101", "张某", 1, LocalDate.of(2022, 5, 13));
    visit("p01", "445381101", "李某", 1, LocalDate.of(2022, 5, 13));
    assertThat(say("p41", "统计 走访 今天 防汛", PRIVATE)).contains("2户").doesNotContain("<");
    assertThat(say("p41", "统计 走访 今天 防汛", GROUP)).contains("<3户").doesNotContain("2户");

    visit("p01", "445381101", "陈某", 1, LocalDate.of(2022, 5, 13));
    assertThat(say("p41", "统计 走访 今天 防汛", GROUP)).contains("3户").doesNotContain("<");
  }

  @Test
  void aWorkerCountsOwnRecords() throws Unavailable {
    someVisits();
    assertThat(say("p02", "统计 走访 本周", PRIVATE)).isEqualTo("走访 我的登记 5月9日-5月13日：1户 1户次 1人次");
  }

  @Test
  void nothingIsPrintedAsZero() throws Unavailable {
    assertThat(say("p32", "统计 走访 富林 5月9日-13日", PRIVATE)).isEqualTo("走访 富林镇 5月9日-5月13日：0户 0户次 0人次");
  }

  @Test
  void everyFormIsCountedWhenNoneIsNamed() throws Unavailable {
    assertThat(say("p32", "统计", PRIVATE).lines())
        .containsExactly(
            "走访 云安区 今天（5月13日）：0户 0户次 0人次", "宣传 云安区 今天（5月13日）：0人次 0场次 0份资料", "紧急 云安区 今天（5月13日）：0起");
  }

  @Test
  void aCountWithAnEndAloneTellsWhereItBegins() throws Unavailable {
    assertThat(say("p41", "统计 走访 截止5月12日", PRIVATE))
        .isEqualTo("走访 云浮市 1月1日-5月12日：0户 0户次 0人次\n（没写开始日期，从1月1日算起）");
  }

  @Test
  void anotherYearIsPrinted() throws Unavailable {
    assertThat(say("p41", "统计 走访 云安区 去年12月", PRIVATE)).contains("2021年12月1日-12月31日");
  }

  @Test
  void myRecordsOfTodayNameTheHouseholdInPrivateAlone() throws Unavailable {
    someVisits();
    assertThat(say("p01", "我的", PRIVATE))
        .isEqualTo("今天登记了2条：\nV2 走访登记 09:30 太平镇（罗定市） 张某\nV3 走访登记 09:30 石巷村（罗定市太平镇） 李某");
    assertThat(say("p01", "我的", GROUP)).contains("V2 走访登记").doesNotContain("张某", "李某");
    assertThat(say("p03", "我的", PRIVATE)).isEqualTo("今天还没有登记。");
  }

  @Test
  void helpNamesOnlyWhatTheRoleMayDo() throws Unavailable {
    assertThat(say("p01", "帮助", PRIVATE)).contains("走访：", "宣传：", "紧急：", "我的：", "例如 统计 走访 本周");
    assertThat(say("p01", "帮助", GROUP)).contains("走访：走访登记（请私聊我）", "宣传：宣传登记\n");
    assertThat(say("p31", "帮助", PRIVATE))
        .contains("紧急：", "统计 走访 罗定市 本周")
        .doesNotContain("走访：", "宣传：");
    assertThat(say("p71", "帮助", PRIVATE)).contains("统计").doesNotContain("紧急：", "我的：");
  }

  @Test
  void helpNamesManyFormsInOneLineAfterTheFirst() throws Unavailable {
    var forms = Collections.nCopies(3, LIBRARY.forms()).stream().flatMap(List::stream).toList();
    var many = new Library(forms, LIBRARY.wording());
    var zone = ZoneId.of("Asia/Shanghai");
    var worker = DIRECTORY.person(new PersonId("p01")).orElseThrow();

    var reply =
        new CommandAnswers(store, DIRECTORY, many, CommandAnswersTest::form, zone)
            .answer(new Command.Help(), worker, PRIVATE, TODAY);

    assertThat(reply.parts().getFirst().text())
        .contains("宣传：宣传登记\n紧急：紧急情况\n走访：走访登记\n还可以登记：宣传、紧急、走访、宣传、紧急\n统计：");
  }

  @Test
  void ofManyFormsThoseWithoutARecordAreToldByTheirNumber() throws Unavailable {
    someVisits();
    var ids = LIBRARY.forms().stream().map(Form::id).toList();
    var many = Stream.generate(() -> ids).limit(3).flatMap(List::stream).toList();
    var days = new DayRange(LocalDate.of(2022, 5, 9), LocalDate.of(2022, 5, 13));
    var city = new Scope.InArea(new AreaCode("445300"));
    var worker = DIRECTORY.person(new PersonId("p41")).orElseThrow();

    var command = new Command.Count(CountQuery.of(many, city, days), false, false);
    var lines = answers.answer(command, worker, PRIVATE, TODAY).parts().getFirst().text().lines();

    assertThat(lines).hasSize(5).element(3).isEqualTo("其余6张表没有登记。");
  }

  @Test
  void anExampleInARefusalCanBeAsked() throws Unavailable {
    var refusal = say("p11", "统计 罗定市", PRIVATE);
    assertThat(refusal).isEqualTo("你可以查太平镇（罗定市）和它下面的地方，例如：统计 走访 太平镇（罗定市） 本周");
    assertThat(say("p11", refusal.replaceFirst(".*例如：", ""), PRIVATE)).contains("0户");
  }

  @Test
  void theWordThatIsNotUnderstoodIsNamed() throws Unavailable {
    assertThat(say("p41", "统计 走方 本周", PRIVATE)).isEqualTo("没看懂“走方”，是不是“走访”？请改好再发，例如：统计 走访 云浮市 本周");
    assertThat(say("p41", "统计 烧饭 本周", PRIVATE))
        .isEqualTo("没看懂“烧饭”，是表、地区还是时间？表有：走访、宣传、紧急。例如：统计 走访 云浮市 本周");
  }
}
