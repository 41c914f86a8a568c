package org.lanshao.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever rules, board and guide say of metrics, a running server has; and the guide has all. */
class MetricsIT {
  private static final Path DEPLOY = Path.of("deploy");
  private static final Pattern NAME = Pattern.compile("lanshao_[a-z_]+");

  /** There only while a target has to wait. */
  private static final Set<String> AT_TIMES = Set.of("lanshao_outbox_next_seconds");

  private final Path dir;

  MetricsIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void everyMetricThatIsNamedIsThereAndEveryOneThatIsThereIsExplained() throws Exception {
    try (var redis = new Redis();
        var program = Program.start(Installation.onSqlite(dir).withRedis(redis.uri()))) {
      provoke(program.installation());
      program.await("fetched", () -> metrics(program).contains("lanshao_media_fetched_total"));
      Shell.jdk("jcmd", String.valueOf(program.pid()), "GC.run");
      assertThat(program.get("/metrics").body().lines().filter(line -> line.endsWith(" NaN")))
          .as("what the collector took")
          .isEmpty();
      var there = metrics(program);
      there.addAll(AT_TIMES);
      for (var file : Set.of("prometheus-rules.yaml", "grafana-board.json", "README.md")) {
        var named = names(Files.readString(DEPLOY.resolve(file)));
        assertThat(named).as(file).hasSizeGreaterThan(10).isSubsetOf(there);
      }
      var explained = names(Files.readString(DEPLOY.resolve("README.md")));
      assertThat(there.stream().map(MetricsIT::plain).collect(Collectors.toSet()))
          .isSubsetOf(explained);
    }
  }

  /** A callback that is refused, a message that leaves, a photo that cannot be fetched. */
  private static void provoke(Installation installation) throws Exception {
    assertThat(
            new Http(installation.port()).post(Wecom.PATH, "text/xml", new byte[] {1}).statusCode())
        .isBetween(400, 499);
    var sandbox = new Sandbox(installation);
    assertThat(sandbox.say("h1", "roll", "点名 开始").text()).contains("已发给");
    photo(installation);
  }

  private static void photo(Installation installation) throws IOException {
    var wecom = new Wecom(installation);
    wecom.say(1, 1, "走访");
    for (int i = 0; i < 12; i++) {
      var said = wecom.say(1, 10 + i, "跳过");
      if (said.text().contains("照片")) {
        break;
      }
    }
    wecom.send(
        wecom.request(
            """
            <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName><![CDATA[Worker.1]]></FromUserName>\
            <CreateTime>%d</CreateTime><MsgType><![CDATA[image]]></MsgType><PicUrl><![CDATA[]]></PicUrl>\
            <MediaId><![CDATA[m1]]></MediaId><MsgId>77</MsgId><AgentID>1000027</AgentID></xml>\
            """
                .formatted(Installation.CORP, System.currentTimeMillis() / 1000)));
  }

  /** Without what a summary adds to its name. */
  private static String plain(String name) {
    return name.replaceFirst("_(bucket|count|sum|max)$", "");
  }

  private static Set<String> metrics(Program program) {
    try {
      return names(program.get("/metrics").body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
