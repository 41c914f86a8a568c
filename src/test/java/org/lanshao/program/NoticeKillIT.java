package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lanshao.Patience;
import org.lanshao.Ports;

/**
 * A notice whose node is killed reaches every group at least once and at most twice, and every
 * station has confirmed it exactly once.
 */
@Timeout(300)
class NoticeKillIT {
  private static final List<String> HOOKS =
      List.of(
          "693axxx6-7aoc-4bc4-97a0-0ec2sifa5aa1",
          "693axxx6-7aoc-4bc4-97a0-0ec2sifa5aa2",
          "693axxx6-7aoc-4bc4-97a0-0ec2sifa5aa3");
  private static final String WARNING = "暴雨红色预警";

  private final Path dir;
  private final CardPlatform platform = new CardPlatform();

  NoticeKillIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @AfterEach
  void end() {
    platform.close();
  }

  /** Where it is killed while a notice goes out. */
  enum Point {
    BEFORE_SENDING("org.lanshao.outbox.Sender", "wake", 0),
    BETWEEN_GROUPS("org.lanshao.outbox.Settling", "add", 1);

    private final String type;
    private final String method;
    private final int sent;

    Point(String type, String method, int sent) {
      this.type = type;
      this.method = method;
      this.sent = sent;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyGroupGetsItAtLeastOnceAndAtMostTwice(Point point) throws Exception {
    var installation = withGroups(Installation.onSqlite(dir).withWecomApi(platform.uri()));
    killedAt(point.type, point.method, installation, "County.1", 3, "确认 N1");
    assertThat(sent()).isGreaterThanOrEqualTo(point.sent);
    Database.leasesEnd(installation);

    try (var program = Program.start(installation)) {
      say(new Wecom(installation), 3, "County.1", "确认 N1");
      Patience.until("all is sent", () -> waiting(program) == 0);
      assertThat(number(program, "SELECT count(*) FROM outgoing WHERE once LIKE 'notice:N1:0:%'"))
          .as("three groups, and a text and a card for each of three heads")
          .isEqualTo(9);
      program.assertNoSurprise();
    }
    var counts = platform.groupToCount(WARNING);
    assertThat(counts).containsOnlyKeys(HOOKS);
    assertThat(counts.values()).allMatch(count -> count <= 2);
  }

  @Test
  void aConfirmationThatIsCutOffBeforeItsNewsIsOneAndItsNewsGoOut() throws Exception {
    var installation = withGroups(Installation.onSqlite(dir).withWecomApi(platform.uri()));
    try (var program = Program.start(installation)) {
      var wecom = new Wecom(installation);
      say(wecom, 2, "County.1", "预警 暴雨 红 云安区");
      say(wecom, 3, "County.1", "确认 N1");
      Patience.until("all is sent", () -> waiting(program) == 0);
      program.kill();
    }
    killedAt("org.lanshao.outbox.Sender", "wake", installation, "Head.1", 5, "收到1");

    try (var program = Program.start(installation)) {
      assertThat(say(new Wecom(installation), 5, "Head.1", "收到1")).contains("N1 已确认");
      Patience.until("cards", () -> platform.updated().containsAll(List.of("Head.1", "Head.2")));
      Patience.until("the group", () -> !platform.groupToCount("N1 已确认").isEmpty());
      Patience.until("all is sent", () -> waiting(program) == 0);
      assertThat(receipts(program)).isEqualTo(1);
      assertThat(platform.updated()).doesNotContain("Head.3");
      program.assertNoSurprise();
    }
    var told = platform.groupToCount("N1 已确认");
    assertThat(told).containsOnlyKeys(HOOKS.getFirst());
    assertThat(told.values()).allMatch(count -> count <= 2);
  }

  @Test
  void ofTwoNodesThatHearConfirmationsAtOnceOneMayDieAndEachCountsOnce() throws Exception {
    try (var postgres = Postgres.in(dir);
        var redis = new Redis();
        var one = Program.start(node(postgres, redis, "one"));
        var two = Program.start(node(postgres, redis, "two"))) {
      var first = new Wecom(one.installation());
      var second = new Wecom(two.installation());
      say(first, 2, "County.1", "预警 雷电 红 云安区");
      say(first, 3, "County.1", "每人 N1");
      say(first, 4, "County.1", "预警 暴雨 红 云安区");
      say(first, 5, "County.1", "确认 N2");
      var half = new CountDownLatch(Installation.WORKERS / 2);
      var all =
          IntStream.rangeClosed(1, Installation.WORKERS)
              .mapToObj(
                  worker ->
                      CompletableFuture.runAsync(
                          () -> confirm(first, second, worker, half), Thread::startVirtualThread))
              .toList();
      assertThat(half.await(Patience.USUAL.toSeconds(), TimeUnit.SECONDS)).isTrue();
      two.kill();
      for (var said : all) {
        said.get(Patience.USUAL.toSeconds(), TimeUnit.SECONDS);
      }

      Patience.until("all is sent", () -> waiting(one) == 0);
      assertThat(number(one, "SELECT count(*) FROM notice_receipt WHERE notice = 'N1'"))
          .isEqualTo(Installation.WORKERS);
      assertThat(number(one, "SELECT count(*) FROM notice_receipt WHERE notice = 'N2'"))
          .isEqualTo(1);
      var counts = platform.groupToCount(WARNING);
      assertThat(counts).containsOnlyKeys(HOOKS);
      assertThat(counts.values()).allMatch(count -> count <= 2);
      var told = platform.groupToCount("N2 已确认");
      assertThat(told).containsOnlyKeys(HOOKS.getFirst());
      assertThat(told.values()).allMatch(count -> count <= 2);
      one.assertNoSurprise();
    }
  }

  /** Both notices, to both nodes; what a node did not answer is said again to the first. */
  private static void confirm(Wecom first, Wecom second, int worker, CountDownLatch done) {
    for (int notice = 1; notice <= 2; notice++) {
      long message = 100L * worker + notice;
      var text = "收到" + notice;
      for (var wecom : List.of(second, first)) {
        try {
          wecom.say(worker, message, text);
        } catch (IOException killed) {
          // as a platform sees it: it says so again, here to the other
        }
      }
    }
    done.countDown();
  }

  /** Says something and kills the program where it has come by then. */
  private void killedAt(
      String type,
      String method,
      Installation installation,
      String account,
      long message,
      String text)
      throws Exception {
    int port = Ports.free();
    var program = Program.start(installation, Debugger.welcomedOn(port));
    var wecom = new Wecom(installation);
    say(wecom, message - 1, "County.1", message == 3 ? "预警 暴雨 红 云安区" : "进度 N1");
    Patience.until("nothing waits", () -> waiting(program) == 0);
    try (var debugger = Debugger.on(port)) {
      var held = debugger.holdAt(type, method);
      var said =
          CompletableFuture.runAsync(
              () -> sayInVain(wecom, message, account, text), Thread::startVirtualThread);
      assertThat(held.await(Patience.USUAL.toSeconds(), TimeUnit.SECONDS)).isTrue();
      program.kill();
      said.get(Patience.USUAL.toSeconds(), TimeUnit.SECONDS);
    } finally {
      program.kill();
    }
    program.assertNoSurprise();
  }

  private static void sayInVain(Wecom wecom, long message, String account, String text) {
    try {
      say(wecom, message, account, text);
    } catch (IOException killed) {
      // as a platform sees it
    }
  }

  private static String say(Wecom wecom, long message, String account, String text)
      throws IOException {
    var inner = Wecom.textMessage(1, message, text).replace("Worker.1]", account + "]");
    return wecom.send(wecom.request(inner)).text();
  }

  /** How much was sent by now. */
  private long sent() {
    return (long) platform.groupToCount(WARNING).size()
        + platform.sent("Head.1").size()
        + platform.sent("Head.2").size()
        + platform.sent("Head.3").size();
  }

  private static long waiting(Program program) {
    return number(program, "SELECT count(*) FROM outgoing WHERE state = 0");
  }

  private static long receipts(Program program) {
    return number(program, "SELECT count(*) FROM notice_receipt");
  }

  private static long number(Program program, String sql) {
    try (var database = Database.of(program.installation())) {
      return database.number(sql);
    }
  }

  private Installation node(Postgres postgres, Redis redis, String name) throws IOException {
    return withGroups(
        Installation.on(postgres, Files.createDirectories(dir.resolve(name)))
            .withRedis(redis.uri())
            .withWecomApi(platform.uri()));
  }

  /** WeCom alone, with cards: a group that nobody hears for 富林镇 twice and 石城镇, and heads. */
  private static Installation withGroups(Installation installation) throws IOException {
    var settings = installation.settingsFile();
    Files.writeString(
        settings,
        Files.readString(settings).replace("  sandbox: {kind: sandbox, allow: true}\n", "")
            + "    can: {cards: true}\n");
    var directory = installation.dir().resolve("directory");
    Files.writeString(
        directory.resolve("people.csv"),
        """
        h2,甄副站,head,445303104,Head.2,,,13900009993,zh
        h3,石站长,head,445303105,Head.3,,,13900009994,zh
        """,
        StandardOpenOption.APPEND);
    Files.writeString(
        directory.resolve("groups.csv"),
        """
        id,name,area,channel,send,hear
        g1,富林镇社工站群,445303104,wecom,webhook:%s,
        g2,石城镇社工站群,445303105,wecom,webhook:%s,
        g3,石城镇志愿者群,445303105,wecom,webhook:%s,
        """
            .formatted(HOOKS.toArray()));
    return installation;
  }
}
