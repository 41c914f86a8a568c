package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.message.Reply;

/** Who may say what about people, duty and groups, and where: {@code rights.txt}, a line a case. */
class PeopleRightsTest {
  private static final Map<String, String> SIGNS =
      Map.of(
          "shown", "分钟内有效",
          "in-private", "请在私聊里发",
          "not-for-you", "要由站长或镇、县区、市的协调员来办",
          "beyond", "不归您管",
          "above", "由上一级来办",
          "nobody", "没有找到",
          "no-group", "没有叫“富林社工站”的群");

  @TestFactory
  Stream<DynamicTest> rights() throws IOException {
    return lines().stream().map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
  }

  private static void check(String line) {
    var station = new Station();
    var cells = line.split(" \\| ");
    var person = cells[0].split(" ")[1];
    var said =
        cells[1].equals("group")
            ? station.inGroup(person, "g03", cells[2])
            : station.say(person, cells[2]);

    if (cells[3].equals("told")) {
      assertThat(SIGNS.values()).noneMatch(said::contains);
      assertThat(said).isNotEqualTo(Scene.text(Reply.NONE)).doesNotContain("没看懂", "不明白");
    } else {
      assertThat(said).contains(SIGNS.get(cells[3]));
    }
    boolean changes = cells[3].equals("shown");
    assertThat(station.store.directoryChanges()).hasSize(changes ? 1 : 0);
    assertThat(station.directory().people()).hasSameSizeAs(new Station().directory().people());
  }

  private static List<String> lines() throws IOException {
    try (var in = PeopleRightsTest.class.getResourceAsStream("rights.txt")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
