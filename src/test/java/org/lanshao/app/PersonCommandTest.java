package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.record.Submission;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Register;
import org.lanshao.register.RegisterChange;
import org.lanshao.register.RegisterEdit;
import org.lanshao.store.Store;
import org.lanshao.turn.AuditLog.Entry;
import org.lanshao.turn.AuditLog.Kind;
import org.lanshao.turn.Changes;
import org.lanshao.turn.NewRecords;
import org.lanshao.turn.NewRegisterChange;
import org.lanshao.turn.PeopleHeld.Leaver;
import org.lanshao.turn.PeopleHeld.Sought;
import org.lanshao.turn.Unavailable;

/** {@code lanshao person} with two households on file, in which two people have one name. */
class PersonCommandTest {
  private static final Instant NOW = Operator.NOW;
  private static final QuestionId NOTE = new QuestionId("note");
  private static final Leaver LEAVER =
      new Leaver(
          new UUID(1, 1),
          NOW,
          new Sought(
              Set.of("J101-1"),
              Set.of("甄阿婆"),
              Set.of("J101"),
              Set.of(),
              Set.of(),
              true,
              Set.of("J101-1"),
              List.of()),
          "J101-1",
          Optional.of(new FileNumber("J101")));

  /** What a server knew that had not heard of it yet. */
  private static final Map<HouseholdField, String> STALE =
      Map.of(HouseholdField.AREA, "445303104", HouseholdField.HEAD, "甄阿婆");

  private final Path dir;
  private final Operator operator;

  PersonCommandTest(@TempDir Path dir) {
    this.dir = dir;
    this.operator = new Operator(dir);
  }

  @BeforeEach
  void twoHouseholds() {
    var ledger =
        operator.write(
            "ledger.csv",
            "户号,村居,户主,姓名,电话",
            "J101,云安区富林镇石巷村,甄阿婆,甄阿婆,13911112222",
            "J101,云安区富林镇石巷村,甄阿婆,李小妹,",
            "J102,云安区富林镇石巷村,王四,李小妹,");
    assertThat(run("register", ledger.toString(), "--yes")).as(operator.out()).isZero();
  }

  private int run(String... words) {
    operator.forget();
    return operator.run(words);
  }

  private List<Entry> audit(Kind kind) throws Unavailable {
    try (var store = operator.open()) {
      return store.audit().newest(100).stream().filter(one -> one.kind() == kind).toList();
    }
  }

  @Test
  void whoIsNotClearIsAskedBack() {
    assertThat(run("person", "delete", "李小妹")).isOne();
    assertThat(operator.out()).contains("同名的有：J101（石巷村）、J102（石巷村）");
    assertThat(run("person", "delete", "J101")).isOne();
    assertThat(operator.out()).contains("这是一户");
    assertThat(run("person", "delete", "J101", "王四")).isOne();
    assertThat(operator.out()).contains("这一户没有这个人");
    assertThat(run("person", "delete", "J999", "王四")).isOne();
    assertThat(operator.out()).contains("没有这一户，也没有这个地点");
    assertThat(run("person", "delete", "云安区富林镇石巷村", "李小妹")).isOne();
    assertThat(operator.out()).contains("同名的有：J101（石巷村）、J102（石巷村）");
    assertThat(run("person", "delete", "云安区富林镇石巷村", "某")).isOne();
    assertThat(operator.out()).contains("姓名至少两个字");
    assertThat(run("person", "delete", "太平镇", "孙五")).isOne();
    assertThat(operator.out()).contains("写全称", "罗定市太平镇", "新兴县太平镇");
    assertThat(run("person", "delete", "p01")).isOne();
    assertThat(operator.out()).contains("先在聊天里办离职");
    assertThat(run("person", "export", "J101", "甄阿婆")).isEqualTo(2);
  }

  @Test
  void whoIsNamedNowhereIsSaidSo() {
    assertThat(run("person", "delete", "云安区富林镇石巷村", "孙五六")).isZero();
    assertThat(operator.out()).contains("没有找到这个人的资料").doesNotContain("--yes");
    assertThat(run("person", "delete", "云安区富林镇石巷村", "孙五六", "--yes")).isZero();
    assertThat(operator.out()).contains("没有找到这个人的资料").doesNotContain("删好了");
  }

  @Test
  void whatIsHeldIsWrittenForItsOwnerAloneAndNothingIsReplaced() throws IOException, Unavailable {
    var folder = dir.resolve("out");
    assertThat(run("person", "export", "J101", "甄阿婆", "-o", folder.toString()))
        .as(operator.out())
        .isZero();

    var register = folder.resolve("register_edit.jsonl");
    assertThat(Files.readString(register)).contains("甄阿婆", "13911112222");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(register)))
        .isEqualTo("rw-------");
    assertThat(audit(Kind.HAND_OVER)).singleElement().extracting(Entry::about).isEqualTo("J101-1");
    assertThat(run("person", "export", "J101", "甄阿婆", "-o", folder.toString())).isOne();
    assertThat(operator.out()).contains("已经有了");
  }

  @Test
  void whoIsDeletedIsGoneAndServersHearOfIt() throws Unavailable {
    assertThat(run("person", "delete", "J101", "甄阿婆")).isZero();
    assertThat(operator.out()).contains("档案（含历史） 1", "--yes");
    assertThat(register().knows("甄阿婆")).isTrue();
    long version = register().version();

    assertThat(run("person", "delete", "J101", "甄阿婆", "--yes")).as(operator.out()).isZero();

    assertThat(register().knows("甄阿婆")).isFalse();
    assertThat(register().version()).isGreaterThan(version);
    assertThat(register().household(new FileNumber("J101")).orElseThrow().clients()).hasSize(1);
    assertThat(register().household(new FileNumber("J102")).orElseThrow().head()).isEqualTo("王四");
    assertThat(audit(Kind.FORGET)).singleElement().extracting(Entry::about).isEqualTo("J101-1");
    assertThat(run("person", "delete", "J101", "甄阿婆", "--yes")).isOne();
    assertThat(operator.out()).contains("这一户没有这个人，什么都没有做");
  }

  @Test
  void theNextRunDoesTheRestOfOneThatWasKilled() throws Unavailable {
    try (var store = operator.open()) {
      store.people().begin(LEAVER);
    }

    assertThat(run("person", "delete", "J101", "李小妹", "--yes")).as(operator.out()).isZero();

    assertThat(operator.out()).contains("上次没有做完的删除，接着做完了");
    assertThat(register().knows("甄阿婆")).isFalse();
    assertThat(register().knows("李小妹")).as("of J102").isTrue();
    assertThat(audit(Kind.FORGET)).extracting(Entry::about).contains("J101-1", "J101-2");
    assertThat(begun()).as("hers was asked for long ago").containsExactly("J101-2");
  }

  @Test
  void aServerLooksOnceMoreAfterSomeMinutesAndThenForgetsWhoItWas() throws Unavailable {
    run("person", "delete", "J101", "甄阿婆", "--yes");
    assertThat(begun()).containsExactly("J101-1");
    try (var store = operator.open()) {
      var batch = UUID.randomUUID();
      var stale = new Household(new FileNumber("J101"), STALE, List.of());
      store.registerImport().layOut(batch, List.of(new RegisterEdit.Put(stale)));
      var since = store.register().since(0).orElseThrow().version();
      var said = new RegisterChange(since + 1, List.of());
      assertThat(
              store
                  .registerImport()
                  .takeIn(
                      new NewRegisterChange(
                          said, batch, NewRegisterChange.Kind.CHANGE, Optional.empty(), "", NOW),
                      1))
          .isTrue();

      var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11));
      assertThat(new Departures(store, later).goOn()).isTrue();
      assertThat(new Departures(store, later).goOn()).isFalse();
    }
    assertThat(register().knows("甄阿婆")).isFalse();
    assertThat(begun()).isEmpty();
  }

  /** Most who are visited are not on file: they are known by the place and their name. */
  @Test
  void whoIsOnlyNamedInRecordsIsFoundByPlaceAndName() throws Unavailable {
    try (var store = operator.open()) {
      file(store, 1, "445303104", "在石巷村见到孙五");
      file(store, 2, "445381101", "孙五家电线老化");
    }

    assertThat(run("person", "delete", "云安区富林镇", "孙五")).as(operator.out()).isZero();
    assertThat(operator.out()).contains("登记 1").doesNotContain("登记 2");
    assertThat(run("person", "delete", "云安区富林镇", "孙五", "--yes")).isZero();

    assertThat(audit(Kind.FORGET)).extracting(Entry::about).containsExactly("445303104");
    assertThat(note("V1")).isEqualTo("在石巷村见到某某");
    assertThat(note("V2")).as("perhaps somebody else").isEqualTo("孙五家电线老化");
  }

  @Test
  void whatTellsOfANamesakeInAnotherVillageOfTheSameNameIsNotTheirs() throws Unavailable {
    var ledger = operator.write("more.csv", "户号,村居,户主,姓名", "J103,罗定市太平镇石巷村,甄阿婆,甄阿婆");
    assertThat(run("register", ledger.toString(), "--yes")).as(operator.out()).isZero();
    try (var store = operator.open()) {
      file(store, 1, "445303104901", "石巷村（云安区富林镇）甄阿婆");
      file(store, 2, "445381101901", "石巷村（罗定市太平镇）甄阿婆（J103）");
    }

    assertThat(run("person", "delete", "J101", "甄阿婆", "--yes")).as(operator.out()).isZero();

    assertThat(note("V1")).isEqualTo("石巷村（云安区富林镇）某某");
    assertThat(note("V2")).isEqualTo("石巷村（罗定市太平镇）甄阿婆（J103）");
  }

  private static void file(Store store, int nth, String area, String note) throws Unavailable {
    var record =
        new Submission(
            new UUID(nth, nth),
            "V" + nth,
            new FormId("visit"),
            "abc",
            new PersonId("p01"),
            new AreaCode(area),
            NOW,
            LocalDate.of(2022, 5, 10),
            new Answers(Map.of(NOTE, new Value.Text(note))));
    var batch = new UUID(7, nth);
    store.recordImport().layOut(batch, List.of(new Changes.Filing(record, List.of())));
    assertThat(store.recordImport().takeIn(new NewRecords(batch, List.of()), 1)).isTrue();
  }

  private String note(String number) throws Unavailable {
    try (var store = operator.open()) {
      var answers = store.record(number).orElseThrow().record().answers();
      return ((Value.Text) answers.get(NOTE).orElseThrow()).text();
    }
  }

  private List<String> begun() throws Unavailable {
    try (var store = operator.open()) {
      return store.people().begun().stream().map(Leaver::number).toList();
    }
  }

  private Register register() throws Unavailable {
    try (var store = operator.open()) {
      return Register.EMPTY.after(store.register().since(0).orElseThrow());
    }
  }
}
