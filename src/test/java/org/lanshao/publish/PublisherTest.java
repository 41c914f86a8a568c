package org.lanshao.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.count.Entry;
import org.lanshao.count.Scope;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.reading.DayRange;
import org.lanshao.turn.MemoryStore;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

class PublisherTest {
  private static final String FILE = "patrol.yaml";
  private static final String FORM =
      """
      id: patrol
      title: 巡查
      number: P
      start: [巡查]
      who: [worker]
      questions:
        - {id: where, type: text, ask: 在哪里？, label: 地点}
        - {id: people, type: integer, ask: 几个人？, label: 人数, min: 1, max: 5000}
      count:
        - {measure: people, label: 人次, add: people}
      receipt: 已登记 {no}：{where} {people}人。
      """;

  private static final AreaCode TOWN = new AreaCode("445322115");
  private static final int DRAFTS = 1000;

  private final Directory directory = directory();
  private final MemoryStore store = new MemoryStore(directory);
  private Folder folder;
  private Node node;

  @BeforeEach
  void start() throws IOException, Unavailable {
    folder = new Folder();
    folder.write(FILE, FORM);
    node = new Node(folder, store, directory);
  }

  @Test
  void aChangedFileIsTakenAsSoonAsItRests() throws Unavailable {
    folder.replace(FILE, "在哪里？", "哪条河？");
    node.publisher.look();
    assertThat(node.say("p1", "巡查")).contains("在哪里？");

    node.publisher.look();
    assertThat(node.say("p2", "巡查")).contains("哪条河？");
    assertThat(node.changes("published")).isEqualTo(1);
    assertThat(node.told).containsExactly("current");
  }

  @Test
  void filesThatSayTheSameAreNoChange() throws Unavailable {
    folder.write(FILE, "# 只是多了一行说明\n" + FORM);
    node.settle();

    assertThat(node.changes("published")).isZero();
    assertThat(node.told).isEmpty();
  }

  @Test
  void newWordingIsSpokenToo() throws Unavailable {
    folder.replace("wording.yaml", "nothing-open: 现在没有等您", "nothing-open: 这会儿没有等您");
    node.settle();

    assertThat(node.say("p1", "收到")).startsWith("这会儿没有");
  }

  @Test
  void oneBadFileRefusesAllAndTheOldFormsStay() throws Unavailable {
    folder.write("other.yaml", FORM.replace("patrol", "other").replace("who:", "whom:"));
    folder.replace(FILE, "在哪里？", "哪条河？");
    node.settle();

    assertThat(node.publisher.state().isRefused()).isTrue();
    assertThat(node.say("p1", "巡查")).contains("在哪里？");
    assertThat(node.changes("refused")).isEqualTo(1);
    assertThat(node.meters.get("lanshao.forms.mistakes").gauge().value()).isPositive();
    assertThat(node.told).containsExactly("refused");
  }

  @Test
  void anAdministratorIsToldOnceWhereTheMistakesAre() throws Unavailable {
    folder.replace(FILE, "who:", "whom:");
    node.settle();
    folder.write(FILE, FORM);
    node.settle();
    node.settle();
    folder.replace(FILE, "who:", "whom:");
    node.settle();

    assertThat(store.outgoing()).hasSize(1);
    NewOutgoing message = store.outgoing().getFirst();
    assertThat(message.target().toString()).contains("boss");
    assertThat(message.part().text()).contains("先用原来的表", "patrol.yaml 第 5 行：", "（L201）");
  }

  @Test
  void aMendedFileIsPublished() throws Unavailable {
    folder.replace(FILE, "who:", "whom:");
    node.settle();
    folder.write(FILE, FORM.replace("在哪里？", "哪条河？"));
    node.settle();

    assertThat(node.publisher.state().isRefused()).isFalse();
    assertThat(node.say("p1", "巡查")).contains("哪条河？");
    assertThat(node.told).containsExactly("refused", "current");
  }

  @Test
  void onlyGoodFilesAreKeptForAStart() throws Unavailable {
    folder.replace(FILE, "在哪里？", "哪条河？");
    node.settle();
    assertThat(folder.kept()).contains("哪条河？");

    folder.replace(FILE, "哪条河？, label", "哪座山？, lable");
    node.settle();
    assertThat(folder.kept()).contains("哪条河？");
  }

  @Test
  void anEarlierTextIsHeldBackAndSaidSo() throws Unavailable {
    folder.replace(FILE, "在哪里？", "哪条河？");
    node.settle();
    folder.write(FILE, FORM);
    node.settle();

    assertThat(node.say("p1", "巡查")).contains("哪条河？");
    assertThat(node.publisher.state().held())
        .extracting(form -> form.id().text())
        .containsExactly("patrol");

    folder.write(FILE, FORM + "version: 2\n");
    node.settle();
    assertThat(node.say("p2", "巡查")).contains("在哪里？");
    assertThat(node.publisher.state().held()).isEmpty();
  }

  @Test
  void filesThatCouldNotBeStoredAreTakenLater() throws Unavailable {
    folder.replace(FILE, "在哪里？", "哪条河？");
    node.publisher.look();
    store.fail(Optional.of(new Unavailable("down", new IllegalStateException())));
    assertThatThrownBy(node.publisher::look).isInstanceOf(Unavailable.class);

    store.fail(Optional.empty());
    node.settle();
    assertThat(node.say("p1", "巡查")).contains("哪条河？");
  }

  @Test
  void anotherNodeOffersWhatWasPublishedThoughItsFilesAreOlder() throws Exception {
    var other = new Node(good(), store, directory);
    folder.replace(FILE, "在哪里？", "哪条河？");
    node.settle();
    other.settle();

    assertThat(other.say("p1", "巡查")).contains("哪条河？");
    assertThat(node.say("p2", "巡查")).contains("哪条河？");
  }

  @Test
  void aFormForAnotherTownIsRefusedWithItsNameAndIsNotInTheHelp() throws Unavailable {
    folder.write(FILE, FORM + "area: 建城镇\n");
    node.settle();

    assertThat(node.say("p1", "巡查")).isEqualTo("巡查只在建城镇用，您那里不用填。回复 帮助 看看可以做什么。");
    assertThat(node.say("p1", "帮助")).doesNotContain("\n巡查");

    folder.write(FILE, FORM + "area: 连滩镇\n");
    node.settle();
    assertThat(node.say("p1", "帮助")).contains("\n巡查");
    assertThat(node.say("p1", "巡查")).contains("在哪里？");
  }

  @Test
  void aRecordLacksNothingThatItsFormDidNotAsk() throws Unavailable {
    node.say("p1", "巡查", "大河", "3", "提交");
    folder.replace(FILE, "count:", "  - {id: rain, type: yes-no, ask: 下雨吗？, label: 下雨}\ncount:");
    node.settle();
    node.say("p1", "巡查", "小河", "4", "跳过", "提交", "提交");

    assertThat(node.say("p1", "我的").lines())
        .anyMatch(line -> line.startsWith("P1 巡查") && !line.contains("待补"))
        .anyMatch(line -> line.startsWith("P2 巡查") && line.contains("待补：下雨"));
  }

  @Test
  void recordsOfAFormThatIsNoMoreAreStillSeenCorrectedAndWithdrawn() throws Unavailable {
    node.say("p1", "巡查", "大河", "3", "提交");
    node.say("p1", "巡查", "小河");
    folder.remove(FILE);
    folder.write("other.yaml", FORM.replace("patrol", "other").replace("number: P", "number: Q"));
    folder.replace("other.yaml", "start: [巡查]", "start: [巡山]");
    node.settle();

    assertThat(node.say("p1", "4", "提交")).contains("已登记 P2：小河 4人。");
    assertThat(node.say("p1", "明细 P1")).contains("大河");
    assertThat(node.say("p1", "我的")).contains("P1 巡查 ");
    assertThat(node.say("p1", "更正 P1 人数 5", "确认")).contains("P1");
    assertThat(node.say("p1", "明细 P1")).contains("人数：5");
    assertThat(node.say("p1", "撤回 P2", "确认")).contains("P2");
    assertThat(node.say("p1", "明细 P7")).contains("没有 P 开头的编号");
    var day = LocalDate.of(2022, 5, 10);
    assertThat(store.sum("patrol.people", new Scope.InArea(TOWN), new DayRange(day, day)))
        .isEqualTo(5);
  }

  /** The first half ends on this node, the second on another that starts with the new files. */
  @Test
  void aThousandDraftsFinishWithTheVersionTheyBeganWithAndNoAnswerIsLost() throws Unavailable {
    for (int i = 1; i <= DRAFTS; i++) {
      node.say("p" + i, "巡查", "河段" + i);
    }
    folder.replace(
        FILE, "  - {id: people", "  - {id: weather, type: yes-no, ask: 下雨吗？}\n  - {id: people");
    folder.replace(FILE, "人次, add: people", "人次, add: 1");
    folder.replace(FILE, "type: text, ask: 在哪里？", "type: integer, ask: 第几段？");
    node.settle();
    var restarted = new Node(folder, store, directory);
    for (int i = 1; i <= DRAFTS; i++) {
      var on = i % 2 == 0 ? node : restarted;
      assertThat(on.say("p" + i, String.valueOf(i))).doesNotContain("下雨");
      assertThat(on.say("p" + i, "提交")).contains("河段" + i + " " + i + "人。");
    }
    node.say("p1", "巡查", "7", "是", "9", "提交");

    var records = records();
    assertThat(records).hasSize(DRAFTS + 1);
    for (int i = 1; i <= DRAFTS; i++) {
      assertThat(records).containsEntry("河段" + i, (long) i);
    }
    long old = DRAFTS * (DRAFTS + 1L) / 2;
    assertThat(counted()).isEqualTo(old + 1);
    assertThat(store.filings().stream().map(f -> f.submission().definition()).distinct())
        .hasSize(2);
  }

  private Map<String, Long> records() {
    var records = new HashMap<String, Long>();
    store
        .filings()
        .forEach(
            filing -> {
              var answers = filing.submission().answers();
              var where = answers.get(new QuestionId("where")).orElseThrow();
              var people = (Value.Whole) answers.get(new QuestionId("people")).orElseThrow();
              records.put(where instanceof Value.Text(String text) ? text : "new", people.number());
            });
    return records;
  }

  private long counted() {
    return store.filings().stream()
        .flatMap(filing -> filing.entries().stream())
        .filter(entry -> entry.measure().endsWith("people"))
        .mapToLong(Entry::amount)
        .sum();
  }

  private static Folder good() throws Unavailable {
    try {
      var folder = new Folder();
      folder.write(FILE, FORM);
      return folder;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Directory directory() {
    var people = new ArrayList<Person>();
    for (int i = 1; i <= DRAFTS; i++) {
      people.add(person("p" + i, Role.WORKER));
    }
    people.add(person("boss", Role.ADMIN));
    var city = new AreaCode("445300");
    return new Directory(
        List.of(
            new Area(city, "云浮市", Area.Kind.CITY, Optional.empty(), List.of()),
            new Area(TOWN, "连滩镇", Area.Kind.TOWN, Optional.of(city), List.of()),
            new Area(
                new AreaCode("445322102"), "建城镇", Area.Kind.TOWN, Optional.of(city), List.of())),
        people,
        List.of());
  }

  private static Person person(String id, Role role) {
    return new Person(new PersonId(id), "甄" + id, role, TOWN, Map.of(), "", "zh");
  }
}
