package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.Effort;

/** The same message again has no second effect and gets the same reply. */
class RedeliveryIT {
  private final Path dir;

  RedeliveryIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void theSameRequestManyTimesIsOneRecordWithOneReply() throws Exception {
    try (var program = Program.start(Installation.onSqlite(dir))) {
      var wecom = new Wecom(program.installation());
      wecom.say(1, 101, "清点");
      wecom.say(1, 102, "77");
      wecom.say(1, 103, "入户");
      var submit = wecom.request(1, 104, "提交");
      var replies = new HashSet<Said>();
      for (int i = 0; i < 5; i++) {
        replies.add(wecom.send(submit));
      }
      replies.addAll(atOnce(20, () -> new Wecom(program.installation()).send(submit)));
      // a platform that signs and encrypts each delivery anew
      replies.add(wecom.say(1, 104, "提交"));
      assertThat(replies).hasSize(1);
      assertThat(replies.iterator().next().text()).contains("：77。");
      holdOne(program.installation(), 104);
    }
  }

  @Test
  void aFirstDeliveryByTwentyConnectionsAtOnceIsOneRecord() throws Exception {
    try (var program = Program.start(Installation.onSqlite(dir))) {
      var wecom = new Wecom(program.installation());
      wecom.say(2, 201, "清点");
      wecom.say(2, 202, "78");
      wecom.say(2, 203, "入户");
      var submit = wecom.request(2, 204, "提交");
      var replies = atOnce(20, () -> new Wecom(program.installation()).send(submit));
      assertThat(new HashSet<>(replies)).hasSize(1);
      holdOne(program.installation(), 204);
    }
  }

  @Test
  void messagesOfOnePersonThatWaitTogetherAreHandledInTheOrderOfArrival() throws Exception {
    try (var program = Program.start(Installation.onSqlite(dir));
        var other = Database.of(program.installation())) {
      var wecom = new Wecom(program.installation());
      for (int round = 0; round < Effort.of(5); round++) {
        long id = 1000 + round * 10L;
        var start = wecom.request(3, id, "清点");
        var household = wecom.request(3, id + 1, String.valueOf(5000 + round));
        // nothing can be written until both are there
        other.run("BEGIN IMMEDIATE");
        try (var both = Pipeline.send(program.installation().port(), 100, start, household)) {
          other.run("ROLLBACK");
          both.awaitOk();
        }
        wecom.say(3, id + 2, "电话");
        assertThat(wecom.say(3, id + 3, "提交").text()).contains("：" + (5000 + round) + "。");
      }
    }
  }

  @Test
  void messagesOfOnePersonAtTheSameInstantAreAllHandled() throws Exception {
    try (var program = Program.start(Installation.onSqlite(dir))) {
      var wecom = new Wecom(program.installation());
      var requests = new Wecom.Request[20];
      for (int i = 0; i < requests.length; i++) {
        requests[i] = wecom.request(4, 4000 + i, "我的");
      }
      try (var all = Pipeline.send(program.installation().port(), 0, requests)) {
        all.awaitOk();
      }
      try (var database = Database.of(program.installation())) {
        assertThat(database.column("SELECT seq FROM turn WHERE conversation = 'wecom/Worker.4'"))
            .hasSize(requests.length)
            .contains(String.valueOf(requests.length));
      }
    }
  }

  private static List<Said> atOnce(int connections, Callable<Said> send) throws Exception {
    var ready = new CountDownLatch(connections);
    var said = new ArrayList<Said>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<java.util.concurrent.Future<Said>>();
      for (int i = 0; i < connections; i++) {
        all.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return send.call();
                }));
      }
      for (var one : all) {
        said.add(one.get());
      }
    }
    return said;
  }

  private static void holdOne(Installation installation, long messageId) {
    try (var database = Database.of(installation)) {
      assertThat(
              database.number(
                  "SELECT count(*) FROM turn WHERE message_id = '%d'".formatted(messageId)))
          .isEqualTo(1);
      assertThat(database.number("SELECT count(*) FROM submission")).isEqualTo(1);
      assertThat(
              database.number(
                  "SELECT sum(amount) FROM entry"
                      + " WHERE measure = 'numbered.visits' AND dimension = ''"))
          .isEqualTo(1);
    }
  }
}
