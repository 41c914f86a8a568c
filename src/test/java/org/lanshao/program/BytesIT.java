package org.lanshao.program;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.FullSize;

/**
 * After a day of visits, a case, an alert with a photo and numbers of identity cards, no other
 * program finds any of it in the bytes of the database, its journal, a backup and the media.
 */
class BytesIT {
  private static final String CARD = "999999199001011238";
  private static final List<String> PRIVATE =
      List.of(
          "甄阿婆",
          "电线老化冒火花",
          "李秘密",
          "独居没人照料",
          "夜里常常哭",
          CARD,
          "13911112222",
          "仓库后面的小屋",
          "甄社工",
          "照片里的小孩");
  private static final byte[] PHOTO =
      "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000"
          .concat(new String("照片里的小孩".repeat(50).getBytes(UTF_8), ISO_8859_1))
          .getBytes(ISO_8859_1);

  private final Path dir;

  BytesIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  @FullSize
  void nothingStandsInTheBytesOfSqlite() throws Exception {
    hold(Installation.onSqlite(dir).withAllConversations(), dir.resolve("data"));
  }

  @Test
  void nothingStandsInTheBytesOfPostgres() throws Exception {
    try (var postgres = Postgres.in(dir)) {
      hold(Installation.on(postgres, dir).withAllConversations(), dir.resolve("pg"));
    }
  }

  @Test
  void whatIsLookedForIsFoundInEveryForm() throws IOException {
    for (var form : List.of("UTF-8", "UTF-16LE", "UTF-16BE")) {
      var bytes = ("前文" + PRIVATE.getFirst() + "后文").getBytes(form);
      var coded = java.util.Base64.getEncoder().encode(bytes);
      var plain = Files.write(dir.resolve(form), bytes);
      var other = Files.write(dir.resolve(form + "64"), coded);

      assertThat(Traces.of(PRIVATE, plain)).as(form).hasSize(1);
      assertThat(Traces.of(PRIVATE, other)).as(form + " in base64").hasSize(1);
    }
  }

  private void hold(Installation installation, Path database) throws Exception {
    var backups = Files.createDirectories(dir.resolve("backups"));
    Path backup;
    try (var program = Program.start(installation)) {
      use(new Sandbox(installation), new Http(installation.port()));
      program.await("the photo", () -> media(installation) > 0);
      clean(database); // while its journal is there
      backup = new Operator(installation).backUp(backups);
      program.stop();
    }
    clean(database);
    clean(installation.data());
    clean(backup);
    try (var files = Files.walk(backup)) {
      assertThat(files.filter(Files::isRegularFile)).hasSizeGreaterThan(2);
    }
    assertThat(media(installation)).isPositive();
  }

  private static long media(Installation installation) {
    try (var files = Files.walk(installation.data().resolve("media"))) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static void clean(Path files) throws IOException {
    assertThat(Traces.of(PRIVATE, files))
        .as("private texts under " + files.getFileName())
        .isEmpty();
  }

  private static void use(Sandbox sandbox, Http http) throws Exception {
    var visitor = new Speaker(sandbox, "w1");
    var caseWorker = new Speaker(sandbox, "w2");
    assertThat(visitor.say("走访", "富林镇", "甄阿婆", "入户", "3", "防汛", "有", "用电")).isNotEmpty();
    visitor.say("跳过", "电线老化冒火花 身份证" + CARD + " 电话13911112222", "提交");
    assertThat(visitor.say("我的")).contains("V1");
    caseWorker.say("个案", "富林镇李秘密", "走访发现", "独居没人照料", "是", "跳过", "跳过", "夜里常常哭", "提交");
    assertThat(caseWorker.say("明细 G1")).contains("李秘密", "夜里常常哭");
    new Speaker(sandbox, "w3").say("走访 富林镇 甄阿婆 入户 2人 防汛"); // a draft that stays
    assertThat(new Speaker(sandbox, "w4").say("紧急 富林镇 火灾 仓库后面的小屋 13911112222")).contains("E1");
    photo(http);
    new Speaker(sandbox, "h1").say("退回 V1 电线老化冒火花", "导出 走访 今天", "统计 走访 今天");
    new Speaker(sandbox, "nobody").say("我是甄阿婆 " + CARD);
  }

  private static void photo(Http http) throws Exception {
    var json = new ObjectMapper();
    var kept = http.post("/sandbox/media", "image/jpeg", PHOTO);
    var id = json.readTree(kept.body()).path("media").asText();
    var message = Map.of("from", "w4", "chat", "private", "photo", id, "id", "photo");
    var sent = http.post("/sandbox/messages", "application/json", json.writeValueAsBytes(message));
    assertThat(sent.statusCode()).isEqualTo(200);
  }
}
