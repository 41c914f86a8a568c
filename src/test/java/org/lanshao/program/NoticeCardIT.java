package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Patience;

/** A notice in WeCom, played by a server on this machine: to the group, and as cards to people. */
@SuppressWarnings("NullAway.Init") // JUnit calls begin first.
class NoticeCardIT {
  private static final List<String> HEADS = List.of("Head.1", "Head.2");
  private static final List<String> KINDS = List.of("暴雨", "雷电", "大风");

  private final Path dir;
  private final CardPlatform platform = new CardPlatform();
  private Program program;
  private Wecom wecom;

  NoticeCardIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeEach
  void begin() throws Exception {
    var installation = Installation.onSqlite(dir).withWecomApi(platform.uri());
    var settings = installation.settingsFile();
    Files.writeString(
        settings,
        Files.readString(settings).replace("  sandbox: {kind: sandbox, allow: true}\n", "")
            + "    can: {cards: true}\n");
    Files.writeString(
        dir.resolve("directory/people.csv"),
        "h2,甄副站,head,445303104,Head.2,,,13900009993,zh\n",
        StandardOpenOption.APPEND);
    Files.writeString(
        dir.resolve("directory/groups.csv"),
        """
        id,name,area,channel,send,hear
        g1,富林镇社工站群,445303104,wecom,webhook:693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa,
        """);
    program = Program.start(installation);
    wecom = new Wecom(installation);
  }

  @AfterEach
  void end() throws Exception {
    program.close();
    platform.close();
  }

  private String say(long messageId, String account, String text) throws Exception {
    var inner = Wecom.textMessage(1, messageId, text).replace("Worker.1]", account + "]");
    return wecom.send(wecom.request(inner)).text();
  }

  private void sendRedRain() throws Exception {
    say(1, "County.1", "预警 暴雨 红 富林镇");
    say(2, "County.1", "确认 N1");
    Patience.until("the group, two texts and two cards are taken", () -> taken() == 5);
  }

  private long taken() {
    try (var database = Database.of(program.installation())) {
      return database.number(
          "SELECT count(*) FROM outgoing WHERE once LIKE 'notice:N1:%' AND state = 1");
    }
  }

  @Test
  void ofTwentyPressesOneConfirmsAndTheOtherCardsShowWhoOnce() throws Exception {
    sendRedRain();
    var buttons = HEADS.stream().map(person -> platform.button(person, 0)).toList();
    for (String head : HEADS) {
      assertThat(platform.sent(head)).as(head).hasSize(2);
      assertThat(platform.sent(head).getFirst()).startsWith("N1 暴雨红色预警");
      assertThat(platform.sent(head).getLast()).startsWith("card N1 暴雨红色预警");
    }
    assertThat(platform.toGroups()).singleElement().asString().contains("@all", "机器人看不到");

    CardPlatform.press(wecom, buttons);

    Patience.until("all cards", () -> platform.updated().containsAll(HEADS));
    Patience.until("told the group", () -> platform.toGroups().size() > 1);
    assertThat(say(3, "County.1", "进度 N1")).contains("发1，已确认1，未确认0，送不到0");
    var shown = platform.shown("Head.1");
    assertThat(shown).singleElement().asString().matches("已由甄(站长|副站)确认 \\d\\d:\\d\\d");
    assertThat(platform.shown("Head.2")).isEqualTo(shown);
    assertThat(platform.toGroups()).hasSize(2);
    assertThat(platform.toGroups().getLast()).containsPattern("N1 已确认 \\d\\d:\\d\\d");
    program.assertNoSurprise();
  }

  @Test
  void aCardThatIsStillBeingSentShowsWhoConfirmedMeanwhile() throws Exception {
    long messageId = 1;
    boolean late = false;
    // Where the machine is so slow that the call ends before its answer, another one is tried.
    for (int n = 1; n <= KINDS.size() && !late; n++) {
      var answer = platform.hold("Head.2");
      say(messageId++, "County.1", "预警 %s 红 富林镇".formatted(KINDS.get(n - 1)));
      say(messageId++, "County.1", "确认 N" + n);
      answer.awaitCard();
      assertThat(say(messageId++, "Head.1", "收到" + n)).contains("N%d 已确认".formatted(n));
      assertThat(platform.shown("Head.2")).isEmpty();
      answer.letGo();
      late = isTaken(n);
    }

    assertThat(late).isTrue();
    Patience.until("the card", () -> !platform.shown("Head.2").isEmpty());
    assertThat(platform.shown("Head.2"))
        .singleElement()
        .asString()
        .matches("已由甄站长确认 \\d\\d:\\d\\d");
  }

  /** Whether the card of Head.2 was taken, once it is settled. */
  private boolean isTaken(int n) {
    try (var database = Database.of(program.installation())) {
      var cards =
          "SELECT count(*) FROM outgoing WHERE once LIKE 'notice:N%d:%%:p.h2:card%%'".formatted(n);
      Patience.until("settled", () -> database.number(cards + " AND lease = 0") == 1);
      return database.number(cards + " AND state = 1") == 1;
    }
  }

  @Test
  void theCardsOfSeveralInOneMessageChangeWithTheLastOfThem() throws Exception {
    for (int n = 1; n <= 2; n++) {
      say(3L * n, "County.1", "暂停 %s 2小时".formatted(KINDS.get(n - 1)));
      say(3L * n + 1, "County.1", "预警 %s 红 富林镇".formatted(KINDS.get(n - 1)));
      say(3L * n + 2, "County.1", "确认 N" + n);
    }
    assertThat(say(9, "County.1", "恢复")).contains("补发2条");
    Patience.until("the group, two texts and two cards are taken", () -> taken() == 5);
    for (String head : HEADS) {
      assertThat(platform.sent(head)).as(head).hasSize(2);
      assertThat(platform.sent(head).getFirst()).startsWith("共2条");
      assertThat(platform.sent(head).getLast()).startsWith("card N1、N2");
    }

    assertThat(say(10, "Head.1", "收到2")).contains("N2 已确认");
    Patience.until("told the group", () -> platform.toGroups().size() > 1);
    assertThat(platform.updated()).as("N1 is still asked").isEmpty();
    CardPlatform.press(wecom, List.of(platform.button("Head.1", 0)));

    Patience.until("the other card", () -> !platform.shown("Head.2").isEmpty());
    assertThat(platform.shown("Head.2"))
        .singleElement()
        .asString()
        .matches("已由甄站长确认 \\d\\d:\\d\\d");
    assertThat(say(11, "County.1", "进度 N1")).contains("发1，已确认1，未确认0，送不到0");
    program.assertNoSurprise();
  }

  @Test
  void anOldButtonAndOneOfANoticeThatIsOverAreAnsweredPolitely() throws Exception {
    sendRedRain();
    var second = platform.button("Head.2", 0);
    assertThat(say(3, "Head.1", "收到1")).contains("N1 已确认");
    Patience.until("cards", () -> platform.updated().containsAll(HEADS));

    wecom.send(CardPlatform.pressed(wecom, second, "CLICK-LATE"));
    Patience.until("told", () -> platform.told("N1 已由甄站长在").contains("Head.2"));

    say(4, "County.1", "预警 雷电 红 富林镇");
    say(5, "County.1", "确认 N2");
    Patience.until(
        "second", () -> platform.sent("Head.1").stream().anyMatch(t -> t.startsWith("card N2")));
    say(6, "County.1", "解除 N2");
    assertThat(say(7, "County.1", "确认 N3")).contains("N2 解除了");
    for (String head : HEADS) {
      Patience.until("the card is over", () -> platform.shown(head).contains("已经结束"));
    }
    assertThat(say(8, "Head.1", "收到2")).contains("N2 已经结束，不用再确认");
    program.assertNoSurprise();
  }
}
