package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.alarm.OperationsWebhook;
import org.lanshao.channel.Road;
import org.lanshao.channel.wecom.Abilities;
import org.lanshao.channel.wecom.Departments;
import org.lanshao.channel.wecom.WecomBotSettings;
import org.lanshao.channel.wecom.WecomLimits;
import org.lanshao.channel.wecom.WecomSettings;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.form.Mistake;
import org.lanshao.form.Mistakes;
import org.lanshao.message.ChannelName;
import org.lanshao.record.RevisionLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Retention.What;
import org.lanshao.web.Listen;

class SettingsTest {
  private static final String DATA_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String AES_KEY = "0123456789012345678901234567890123456789012";

  private static Settings read(String text, Map<String, String> variables) {
    var mistakes = new Mistakes();
    var settings = SettingsReader.read("test.yaml", text, variables, mistakes);
    assertThat(mistakes.sorted()).isEmpty();
    return settings;
  }

  @Test
  void theFileThatComesWithTheProgramShowsTheDefaults() throws IOException {
    var shipped = Files.readString(SettingsFile.USUAL);

    assertThat(read(shipped, Map.of())).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void theChannelThatTheFileShowsAsARemarkCanBeSwitchedOn() throws IOException {
    var shipped = Files.readString(SettingsFile.USUAL);
    var remark = shipped.substring(shipped.indexOf("  # wecom:"));
    var switchedOn = "channels:\n" + remark.replaceAll("(?m)^  # ", "  ");

    var settings =
        read(
            switchedOn,
            Map.of(
                "WECOM_SECRET", "s",
                "WECOM_TOKEN", "t",
                "WECOM_AES_KEY", AES_KEY,
                "WECOM_BOT_TOKEN", "t",
                "WECOM_BOT_AES_KEY", AES_KEY));

    assertThat(settings.channels())
        .singleElement()
        .isInstanceOf(ChannelSettings.Wecom.class)
        .hasToString(
            "Wecom[settings=WecomSettings[wecom https://qyapi.weixin.qq.com ww0123456789abcdef"
                + " 1000002 secret=*** token=*** encodingAesKey=***], limits="
                + WecomLimits.USUAL
                + ", bot=Optional[WecomBotSettings[wecom-bot token=*** encodingAesKey=***]],"
                + " menu={紧急=紧急, 走访=走访, 收到=收到}]");
  }

  @Test
  void anEmptyFileMeansTheDefaults() {
    assertThat(read("", Map.of())).isEqualTo(Settings.DEFAULTS);
    assertThat(read("http:\nchannels:\n", Map.of())).isEqualTo(Settings.DEFAULTS);
  }

  @Test
  void everyKeyIsRead() {
    var settings =
        read(
            """
            zone: Asia/Urumqi
            duty-from: "08:30"
            clock: system
            http: {host: 0.0.0.0, port: 0}
            management: {host: localhost, port: 9}
            store: {url: "jdbc:postgresql://db/lanshao", user: lan, password: "${PASSWORD}"}
            data: {dir: "${DIR:/var/lib}/lanshao", key: "${KEY}"}
            media: {megabytes: 5}
            conversations: c
            directory: d
            courtesy: {quiet-from: "21:30", quiet-to: "06:00", reminders: "12:00", daily: "20:15", keep-drafts: 7, overdue-after: 2, overdue-again: 3, reports: 30}
            corrections: {author-days: 3, head-days: 10}
            retention: {words: 90, records: 365, audit: 180, practice: 1, sent: 7}
            operations:
              webhook: https://robot.example.org/send?key=heimlich
              shape: json
              proxy: http://10.0.0.9:3128
              node: one
              outbox-minutes: 5
              disk-megabytes: 2
              backup-hours: 30
              silence-hours: 6
              address: https://bot.example.org
            warnings: {token: warn-token-0123456789}
            sending: {at-once: 32}
            redis: {uri: "redis://:geheim@127.0.0.1:6379", nodes: 3}
            channels:
              try: {kind: sandbox, token: geheim, allow: true}
              wecom:
                kind: wecom
                api: http://127.0.0.1:9/api/
                corp-id: ww1
                agent-id: 1000027
                secret: s
                token: t
                encoding-aes-key: %s
                can: {cards: true, webhook: false}
                webhook-api: http://127.0.0.1:9/hooks/
                limits: {member-minute: 11, member-hour: 12, app-minute: 13, app-day: 14, webhook-minute: 15, group-minute: 16}
                proxy: http://10.0.0.8:3128
                menu: {险情: 紧急}
                departments: {12: 445322115}
                bot: {token: t2, encoding-aes-key: %s, called: 安安}
            """
                .formatted(AES_KEY, AES_KEY),
            Map.of("PASSWORD", "p${x}\\1$1", "KEY", DATA_KEY));

    assertThat(settings)
        .isEqualTo(
            new Settings(
                new Settings.Time(ZoneId.of("Asia/Urumqi"), false, LocalTime.of(8, 30)),
                new Listen("0.0.0.0", 0),
                new Listen("localhost", 9),
                new StoreSettings(
                    "jdbc:postgresql://db/lanshao",
                    "lan",
                    "p${x}\\1$1",
                    Path.of("/var/lib/lanshao"),
                    Optional.of(DATA_KEY)),
                new Settings.Media(5),
                new Settings.Files(Path.of("c"), Path.of("d")),
                new Courtesy(
                    LocalTime.of(21, 30),
                    LocalTime.of(6, 0),
                    LocalTime.NOON,
                    LocalTime.of(20, 15),
                    Duration.ofDays(7),
                    2,
                    3,
                    30),
                new RevisionLimits(3, 10),
                new Keeping(
                    Map.of(
                        What.WORDS, Duration.ofDays(90),
                        What.RECORDS, Duration.ofDays(365),
                        What.AUDIT, Duration.ofDays(180),
                        What.PRACTICE, Duration.ofDays(1),
                        What.SENT, Duration.ofDays(7))),
                new OperationsSettings(
                    Optional.of("https://robot.example.org/send?key=heimlich"),
                    OperationsWebhook.Shape.JSON,
                    new Road(Optional.of(URI.create("http://10.0.0.9:3128")), Optional.empty()),
                    Optional.of("one"),
                    Duration.ofMinutes(5),
                    2L << 20,
                    Duration.ofHours(30),
                    Duration.ofHours(6),
                    Optional.of(URI.create("https://bot.example.org"))),
                new Settings.Warnings("warn-token-0123456789"),
                new Settings.Sending(32, "redis://:geheim@127.0.0.1:6379", 3),
                List.of(
                    new ChannelSettings.Sandbox(
                        new ChannelName("try"), Optional.of("geheim"), true),
                    new ChannelSettings.Wecom(
                        new WecomSettings(
                            new ChannelName("wecom"),
                            "http://127.0.0.1:9/api",
                            "ww1",
                            1000027,
                            "s",
                            "t",
                            AES_KEY,
                            new Abilities(true, true, true, false, true),
                            "http://127.0.0.1:9/hooks",
                            new Road(
                                Optional.of(URI.create("http://10.0.0.8:3128")), Optional.empty()),
                            new Departments(Map.of("12", "445322115"))),
                        new WecomLimits(11, 12, 13, 14, 15, 16),
                        Optional.of(
                            new WecomBotSettings(
                                new ChannelName("wecom-bot"), "t2", AES_KEY, "安安")),
                        Map.of("险情", "紧急")))));
    assertThat(settings.toString())
        .contains("***")
        .doesNotContain("geheim", "heimlich", DATA_KEY, AES_KEY, "p${x}");
  }

  @Test
  void theCopyOfGoodFormsDoesNotLieOnTheFormsThemselves() {
    var together = read("data: {dir: house}\nconversations: house/conversations\n", Map.of());

    assertThat(together.keptConversations()).isNotEqualTo(together.files().conversations());
  }

  @Test
  void aClockMovedByHandIsFineBesideTheSandboxAlone() {
    assertThat(read("clock: manual", Map.of()).time().manual()).isTrue();
  }

  @Test
  void aNamedFileThatIsNotThereOrNotUtf8IsAMistake(@TempDir Path dir) throws IOException {
    var gone = dir.resolve("gone.yaml");
    var latin = Files.write(dir.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE4});

    for (Path file : List.of(gone, latin)) {
      var mistakes = new Mistakes();
      SettingsFile.read(Optional.of(file), Map.of(), mistakes);
      assertThat(mistakes.sorted())
          .singleElement()
          .extracting(Mistake::file)
          .isEqualTo(file.toString());
    }
  }
}
