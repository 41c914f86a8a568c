package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.notice.NoticeIntake;
import org.lanshao.message.Content;
import org.lanshao.message.Inbound;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** Warnings that come in as documents, each with its answer and what becomes of it. */
class NoticeIntakeTest {
  private final AlertScene scene = new AlertScene();

  private String take(String name) throws IOException {
    return take(bytes(name));
  }

  private String take(byte[] document) {
    var conversation = NoticeIntake.conversation();
    var inbound =
        new Inbound(
            conversation.channel(),
            UUID.randomUUID().toString(),
            conversation.chat(),
            conversation.account(),
            new Content.Text(NoticeIntake.text(document)),
            scene.clock.instant());
    try {
      var handled = Promised.kept(scene.desk().receive(inbound, reply -> true, Runnable::run));
      return handled.reply().parts().getFirst().text();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String name) throws IOException {
    try (var in = NoticeIntakeTest.class.getResourceAsStream("/notice/cap/" + name)) {
      return in.readAllBytes();
    }
  }

  private static List<String[]> documents() throws IOException {
    return new String(bytes("expected.txt"), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" *\\| *"))
        .toList();
  }

  @Test
  void everyDocumentGetsItsAnswerAndNoneAnErrorOfTheServer() throws IOException {
    var wrong = new ArrayList<String>();
    for (String[] document : documents()) {
      var answer = take(document[0]);
      var expected = document[2].strip().split(" ");
      boolean right =
          answer.startsWith(expected[0])
              && (expected.length == 1 || answer.contains("\"error\":\"" + expected[1] + "\""));
      if (!right) {
        wrong.add(document[0] + ": " + answer);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** {@code answers.txt}: where, what is wrong, and what would be right. */
  @Test
  void whatIsRefusedIsToldWhereItIsWrongAndWhatWouldBeRight() throws IOException {
    var said = new ArrayList<String>();
    for (String[] document : documents()) {
      var answer = take(document[0]);
      if (answer.startsWith("4")) {
        said.add(document[0] + " | " + answer);
      }
    }
    assertThat(String.join("\n", said))
        .isEqualTo(new String(bytes("answers.txt"), StandardCharsets.UTF_8).strip());
  }

  @Test
  void theSameIdentifierTwiceHasOneEffect() throws IOException {
    assertThat(take("02-city-code-covers-five-counties.xml")).contains("\"sent\":63");
    int sent = scene.store.outgoing().size();

    assertThat(take("02-city-code-covers-five-counties.xml"))
        .contains("\"code\":\"duplicate\",\"number\":\"N1\"");

    assertThat(scene.store.outgoing()).hasSize(sent);
    assertThat(scene.toldGroup("g05")).singleElement().asString().contains("暴雨橙色预警");
  }

  @Test
  void whatIsRefusedSendsNothing() throws IOException {
    for (String[] document : documents()) {
      if (document[2].startsWith("400")) {
        take(document[0]);
      }
    }
    assertThat(scene.store.outgoing()).isEmpty();
  }

  @Test
  void anExpiredWarningIsKeptAndNotSent() throws IOException {
    var name = named("expired");

    assertThat(take(name)).contains("\"code\":\"expired\"", "\"sent\":0");

    assertThat(scene.store.outgoing()).isEmpty();
    assertThat(scene.say(AlertScene.CITY, "进度 N1")).contains("个站不发");
  }

  @Test
  void anAllClearGoesToThoseWhoGotTheOriginal() throws IOException {
    take("02-city-code-covers-five-counties.xml");
    var cancel =
        """
        <alert><identifier>c1</identifier><sender>sender@met.example.invalid</sender>
        <sent>2022-05-10T09:00:00+08:00</sent><status>Actual</status><msgType>Cancel</msgType>
        <scope>Public</scope><references>sender@met.example.invalid,44532141300000_20220510031002_0,2022-05-10T03:10:00+08:00</references></alert>
        """;

    assertThat(take(cancel.getBytes(StandardCharsets.UTF_8))).contains("\"sent\":63");

    assertThat(scene.toldGroup("g05").getLast()).contains("解除", "暴雨橙色预警");
    assertThat(scene.say(AlertScene.CITY, "进度")).contains("没有等着确认");
  }

  /** A warning of red rain in 连滩镇, or what becomes of it: the last of these documents. */
  private String chain(String... levels) {
    var answer = "";
    for (int i = 0; i < levels.length; i++) {
      answer = take(chained(i, levels[i]).getBytes(StandardCharsets.UTF_8));
      scene.clock.pass(Duration.ofMinutes(1));
    }
    return answer;
  }

  private static String chained(int place, String level) {
    var type = place == 0 ? "Alert" : level.equals("解除") ? "Cancel" : "Update";
    var references = place == 0 ? "" : "<references>met,d0,2022-05-10T09:30:00+08:00</references>";
    return """
    <alert><identifier>d%d</identifier><sender>met</sender><sent>2022-05-10T09:3%d:00+08:00</sent>
    <status>Actual</status><msgType>%s</msgType><scope>Public</scope>%s<info><category>Met</category>
    <event>暴雨</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Likely</certainty>
    <headline>暴雨%s预警信号</headline><area><areaDesc>连滩镇</areaDesc></area></info></alert>
    """
        .formatted(place, place, type, references, level);
  }

  @Test
  void anUpdateThatDoesNotRiseAboveWhatWasToldWaits() {
    assertThat(chain("红色", "橙色")).contains("\"sent\":0,\"waiting\":1");
    assertThat(scene.toldGroup("g05")).hasSize(1);

    assertThat(take(chained(2, "红色").getBytes(StandardCharsets.UTF_8)))
        .as("red is what the station knows of")
        .contains("\"sent\":0,\"waiting\":1");
    scene.wait(Duration.ofMinutes(10));

    assertThat(scene.toldGroup("g05")).hasSize(2);
    assertThat(scene.toldGroup("g05").getLast()).contains("【暴雨红色预警信号】N3");
  }

  @Test
  void anUpdateThatRisesLeavesAtOnceThoughOneBeforeItWaits() {
    assertThat(chain("橙色", "橙色", "红色")).contains("\"sent\":1,\"waiting\":0");

    assertThat(scene.toldGroup("g05")).hasSize(2);
    scene.wait(Duration.ofMinutes(15));
    assertThat(scene.toldGroup("g05"))
        .as("N2 waited and was replaced")
        .noneMatch(t -> t.contains("N2"));
  }

  @Test
  void anAllClearGoesToThoseWhoGotTheOriginalThoughItsUpdateStillWaits() {
    assertThat(chain("红色", "橙色", "解除")).contains("\"sent\":1,\"waiting\":0,\"never\":0");

    assertThat(scene.toldGroup("g05")).hasSize(2);
    assertThat(scene.toldGroup("g05").getLast()).contains("解除");
  }

  /** Red rain for 连滩镇 and 东坝镇 in one document, each with a level of its own. */
  private String several(int place, String references, String... infos) {
    var type = place == 0 ? "Alert" : infos.length == 0 ? "Cancel" : "Update";
    var document =
        """
        <alert><identifier>s%d</identifier><sender>met</sender><sent>2022-05-10T09:3%d:00+08:00</sent>
        <status>Actual</status><msgType>%s</msgType><scope>Public</scope>%s%s</alert>
        """
            .formatted(place, place, type, references, String.join("", infos));
    return take(document.getBytes(StandardCharsets.UTF_8));
  }

  private static String info(String area, String headline) {
    return """
    <info><category>Met</category><event>暴雨</event><urgency>Immediate</urgency>
    <severity>Severe</severity><certainty>Likely</certainty><headline>%s</headline>
    <area><areaDesc>%s</areaDesc></area></info>
    """
        .formatted(headline, area);
  }

  private static String references(int place) {
    return "<references>met,s%d,2022-05-10T09:3%d:00+08:00</references>".formatted(place, place);
  }

  @Test
  void eachStationReadsAndCallsANoticeByWhatItSaysOfIt() {
    several(0, "", info("云安区", "云安区暴雨红色预警信号"), info("连滩镇", "连滩镇暴雨橙色预警信号"));

    assertThat(scene.toldGroup("g05")).singleElement().asString().startsWith("【连滩镇暴雨橙色预警信号】N1");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1")).startsWith("N1 连滩镇暴雨橙色预警信号：发1");
    assertThat(scene.say(AlertScene.CITY, "进度 N1")).startsWith("N1 云安区暴雨红色预警信号：发8");
    scene.wait(Duration.ofMinutes(21));
    assertThat(scene.toldGroup("g05").getLast()).startsWith("N1 连滩镇暴雨橙色预警信号，第2次提醒");
    assertThat(scene.told(AlertScene.TOWN).getLast()).startsWith("N1 连滩镇暴雨橙色预警信号，第2次提醒");
    scene.say(AlertScene.COUNTY, "预警 大风 橙 连滩镇", "确认");
    assertThat(scene.say(AlertScene.WORKER, "收到")).contains("N1 连滩镇暴雨橙色预警信号", "N2 大风橙色预警");
  }

  @Test
  void whomAnUpdateLeavesOutIsToldThatItEndsThere() {
    several(0, "", info("云安区", "云安区暴雨红色预警信号"), info("连滩镇", "连滩镇暴雨橙色预警信号"));
    scene.clock.pass(Duration.ofMinutes(11));

    several(1, references(0), info("云安区", "云安区暴雨红色预警信号降级为橙色"));

    assertThat(scene.toldGroup("g05").getLast()).contains("连滩镇不再包括在内，N1 到此为止。");
    assertThat(scene.toldGroup("g03").getLast()).contains("降级为橙色").doesNotContain("不再包括");
    assertThat(several(2, references(1))).contains("\"sent\":8");
    assertThat(scene.toldGroup("g03").getLast()).startsWith("【解除暴雨橙色预警】N3");
  }

  private static String named(String part) throws IOException {
    return documents().stream()
        .map(document -> document[0])
        .filter(name -> name.contains(part))
        .findFirst()
        .orElseThrow();
  }
}
