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

/** The cards of an alert in WeCom, played by a server on this machine, pressed by many at once. */
@SuppressWarnings("NullAway.Init") // JUnit calls begin first.
class AlertCardIT {
  private static final List<String> ON_DUTY = List.of("Head.1", "Head.2", "County.1", "County.2");
  private static final String PLANS =
      """
      plans:
        - name: all
          waves: [{after: 0s, people: [head, county]}]
          repeat: 1h
      """;

  private final Path dir;
  private final CardPlatform platform = new CardPlatform();
  private Installation installation;
  private Program program;

  AlertCardIT(@TempDir Path dir) {
    this.dir = dir;
  }

  @BeforeEach
  void begin() throws Exception {
    installation = Installation.onSqlite(dir).withWecomApi(platform.uri());
    var plans = Files.writeString(dir.resolve("alerts.yaml"), PLANS);
    append(installation.settingsFile(), "    can: {cards: true}\nalerts: \"" + plans + "\"\n");
    var settings = Files.readString(installation.settingsFile());
    Files.writeString(
        installation.settingsFile(),
        settings.replace("  sandbox: {kind: sandbox, allow: true}\n", ""));
    append(
        dir.resolve("directory/people.csv"),
        """
        h2,甄副站,head,445303104,Head.2,,,13900009993,zh
        c2,甄县长,county,445303,County.2,,,13900009994,zh
        """);
    program = Program.start(installation);
  }

  private static void append(Path file, String text) throws Exception {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  @AfterEach
  void end() throws Exception {
    program.close();
    platform.close();
  }

  @Test
  void ofTwentyPressesByFourPeopleOneTakesOverAndEveryCardShowsWho() throws Exception {
    var wecom = new Wecom(installation);
    assertThat(wecom.say(1, 1, "紧急 着火").text()).contains("E1 已经上报");
    var buttons = ON_DUTY.stream().map(person -> platform.button(person, 0)).toList();

    CardPlatform.press(wecom, buttons);

    var taker = taker();
    Patience.until("all cards", () -> platform.updated().size() == ON_DUTY.size());
    for (String person : ON_DUTY) {
      assertThat(platform.shown(person))
          .as(person)
          .containsExactly(person.equals(taker) ? "已由您接手" : "已由" + name(taker) + "接手");
    }
    program.assertNoSurprise();
  }

  private String taker() throws Exception {
    Patience.until("taken", () -> !platform.told("由您接手了").isEmpty());
    var takers = platform.told("由您接手了");
    assertThat(takers).hasSize(1);
    return takers.iterator().next();
  }

  private static String name(String account) {
    return switch (account) {
      case "Head.1" -> "甄站长";
      case "Head.2" -> "甄副站";
      case "County.1" -> "甄统计";
      default -> "甄县长";
    };
  }
}
