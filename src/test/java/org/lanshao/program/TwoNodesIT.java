package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL are one desk. */
class TwoNodesIT {
  private static final int WORKERS = 20;
  private static final int MESSAGES = 50;
  private static final List<String> VISIT = List.of("清点", "", "电话", "提交");

  private final Path dir;

  TwoNodesIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void eachMessageIsOneTurnWhicheverNodeGetsIt() throws Exception {
    try (var postgres = Postgres.in(dir);
        var redis = new Redis();
        var one = Program.start(node(postgres, "one").withRedis(redis.uri()));
        var two = Program.start(node(postgres, "two").withRedis(redis.uri()));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var nodes = List.<Client>of(new Sandbox(one.installation()), new Sandbox(two.installation()));
      var work = new ArrayList<Callable<Long>>();
      for (int worker = 1; worker <= WORKERS; worker++) {
        int speaker = worker;
        work.add(() -> talk(nodes, speaker));
      }
      long households = 0;
      for (var done : threads.invokeAll(work)) {
        households += done.get();
      }
      hold(one.installation(), households);
    }
  }

  @Test
  void ofOverlappingCampaignsThatBeginAtOnceOneDoesAndTheOtherIsShownIt() throws Exception {
    try (var postgres = Postgres.in(dir);
        var redis = new Redis();
        var one = Program.start(withCity(node(postgres, "one").withRedis(redis.uri())));
        var two = Program.start(withCity(node(postgres, "two").withRedis(redis.uri())));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var county = new Speaker(new Sandbox(one.installation()), "c1");
      var city = new Speaker(new Sandbox(two.installation()), "y1");
      for (int round = 0; round < 5; round++) {
        assertThat(county.say("行动 巡河 富林镇 今天")).contains("还没有开始");
        assertThat(city.say("行动 龙舟水 云安区 今天")).contains("还没有开始");

        var said =
            threads.invokeAll(
                List.<Callable<String>>of(() -> county.say("确认"), () -> city.say("确认")));

        boolean first = said.getFirst().get().contains("开始了。看数请发");
        var told = said.get(first ? 1 : 0).get();
        assertThat(told).contains("先没有开始", "那里已经有", first ? "巡河（富林镇）" : "龙舟水（云安区）");
        var begun = said.get(first ? 0 : 1).get();
        assertThat(begun).contains("开始了。看数请发");
        assertThat((first ? city : county).say("取消")).contains("没有开始");
        var number = begun.substring(0, begun.indexOf(' '));
        assertThat((first ? county : city).say("结束 " + number)).contains("还没有结束");
        assertThat((first ? county : city).say("确认")).contains("结束了");
      }
    }
  }

  private static Installation withCity(Installation installation) throws IOException {
    Files.writeString(
        installation.dir().resolve("directory/people.csv"),
        "y1,甄市长,city,445300,City.1,,,13900009994,zh\n",
        StandardOpenOption.APPEND);
    return installation;
  }

  @Test
  void withoutRedisTheSecondIsNotReadyUntilTheFirstIsGone() throws Exception {
    try (var postgres = Postgres.in(dir);
        var one = Program.start(node(postgres, "one"));
        var two = Program.launch(node(postgres, "two"), List.of()).expecting("second-node")) {
      two.await("unready", () -> two.log().stream().anyMatch(l -> l.contains("second-node")));
      two.await("it listens", () -> checks(two).contains("\"neighbours\":false"));
      assertThat(one.ready()).isTrue();
      assertThat(two.ready()).isFalse();

      one.stop();
      two.awaitReady();
    }
  }

  @Test
  void aNodeThatKeepsPicturesElsewhereIsRefused() throws Exception {
    try (var postgres = Postgres.in(dir);
        var one = Program.start(node(postgres, "one"));
        var two =
            Program.launch(node(postgres, "two").withData(dir.resolve("elsewhere")), List.of())) {
      assertThat(two.awaitEnd()).isEqualTo(1);
      assertThat(two.log()).anyMatch(line -> line.contains("不是这个数据库用的那一个"));
      assertThat(one.ready()).isTrue();
    }
  }

  private static String checks(Program program) {
    try {
      return program.get("/health/ready").body();
    } catch (IOException notYet) {
      return "";
    }
  }

  private Installation node(Postgres postgres, String name) throws IOException {
    return Installation.on(postgres, Files.createDirectories(dir.resolve(name)));
  }

  /** The worker's messages, to the nodes in turn; the sum of the households that were filed. */
  private static long talk(List<Client> nodes, int worker) throws Exception {
    long filed = 0;
    for (int i = 0; i < MESSAGES; i++) {
      long household = worker * 1000L + i / VISIT.size();
      var words = VISIT.get(i % VISIT.size());
      var text = words.isEmpty() ? String.valueOf(household) : words;
      long id = worker * 1000L + i;
      var said =
          i % 10 == 9
              ? sayToBoth(nodes, worker, id, text)
              : nodes.get(i % nodes.size()).say(worker, id, text);
      assertThat(said.status()).isEqualTo(200);
      if (words.equals("提交")) {
        assertThat(said.text()).contains("：" + household + "。");
        filed += household;
      }
    }
    return filed;
  }

  private static Said sayToBoth(List<Client> nodes, int worker, long id, String text)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var both =
          threads.invokeAll(
              nodes.stream()
                  .<Callable<Said>>map(node -> () -> node.say(worker, id, text))
                  .toList());
      assertThat(both.getFirst().get()).isEqualTo(both.getLast().get());
      return both.getFirst().get();
    }
  }

  private static void hold(Installation installation, long households) throws Exception {
    long visits = (long) WORKERS * (MESSAGES / VISIT.size());
    try (var database = Database.of(installation)) {
      assertThat(database.numbers("SELECT conversation, count(*) FROM turn GROUP BY conversation"))
          .hasSize(WORKERS)
          .allSatisfy((conversation, turns) -> assertThat(turns).isEqualTo(MESSAGES));
      assertThat(database.numbers("SELECT conversation, max(seq) FROM turn GROUP BY conversation"))
          .as("no gap in seq")
          .allSatisfy((conversation, last) -> assertThat(last).isEqualTo(MESSAGES));
      assertThat(database.number("SELECT count(DISTINCT message_id) FROM turn"))
          .isEqualTo((long) WORKERS * MESSAGES);
    }
    var report = new Sandbox(installation).say(Installation.COORDINATOR, "count", "统计 清点 今年");
    assertThat(Books.numberBefore(report.text(), "回")).as(report.text()).isEqualTo(visits);
    assertThat(Books.numberBefore(report.text(), "号")).isEqualTo(households);
    new Books(installation).recount();
  }
}
