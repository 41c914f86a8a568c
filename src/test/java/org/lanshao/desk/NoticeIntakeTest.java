package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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

  private static String named(String part) throws IOException {
    return documents().stream()
        .map(document -> document[0])
        .filter(name -> name.contains(part))
        .findFirst()
        .orElseThrow();
  }
}
