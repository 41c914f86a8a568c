package org.lanshao.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;
import org.lanshao.form.YamlFile;
import org.lanshao.pace.Redis;
import org.lanshao.record.RevisionLimits;
import org.lanshao.turn.Retention.What;
import org.lanshao.web.Listen;

/** Reads settings. What is wrong or missing is told and read as its default. */
final class SettingsReader {
  private static final Settings DEFAULTS = Settings.DEFAULTS;
  private static final int MOST_DAYS = 366;
  private static final int MOST_AT_ONCE = 256;
  private static final int MOST_NODES = 16;

  /** A file is held in memory several times while it is sealed. */
  private static final int MOST_MEGABYTES = 50;

  private static final int SHORTEST_TOKEN = 16;

  private final Section top;
  private final Mistakes mistakes;

  private SettingsReader(Section top, Mistakes mistakes) {
    this.top = top;
    this.mistakes = mistakes;
  }

  /**
   * Reads a file's text.
   *
   * @param file its name in mistakes
   * @param variables the environment
   * @param mistakes all that is wrong; the settings may be used only if nothing was added
   */
  static Settings read(String file, String text, Map<String, String> variables, Mistakes mistakes) {
    var tree = new Environment(variables, mistakes).fill(YamlFile.read(file, text, mistakes));
    return new SettingsReader(Section.of(tree, mistakes), mistakes).read();
  }

  private Settings read() {
    var time = time();
    var http = listen("http", DEFAULTS.http());
    var settings =
        new Settings(
            time,
            http,
            management(http),
            StoreReader.read(top.section("store"), top.section("data")),
            media(),
            new Settings.Files(
                path(top, "conversations", DEFAULTS.files().conversations()),
                path(top, "directory", DEFAULTS.files().directory()),
                path(top, "alerts", DEFAULTS.files().alerts()),
                path(top, "notices", DEFAULTS.files().notices()),
                path(top, "calendar", DEFAULTS.files().calendar())),
            courtesy(),
            corrections(),
            keeping(),
            OperationsReader.read(top.section("operations")),
            warnings(),
            sending(),
            channels(http, time.manual()));
    top.refuseOthers();
    return settings;
  }

  private Settings.Time time() {
    return new Settings.Time(
        top.text("zone").flatMap(this::zone).orElse(DEFAULTS.time().zone()),
        top.oneOf("clock", Map.of("system", false, "manual", true)).orElse(false),
        time(top, "duty-from", DEFAULTS.time().changeOver()));
  }

  private Keeping keeping() {
    var section = top.section("retention");
    var whatToAge = new EnumMap<What, Duration>(DEFAULTS.keeping().whatToAge());
    for (What what : What.values()) {
      section
          .whole(what.word(), Keeping.least(what), Keeping.MOST)
          .ifPresent(days -> whatToAge.put(what, Duration.ofDays(days)));
    }
    section.refuseOthers();
    return new Keeping(whatToAge);
  }

  private Courtesy courtesy() {
    var section = top.section("courtesy");
    var usual = DEFAULTS.courtesy();
    var read =
        new Courtesy(
            time(section, "quiet-from", usual.quietFrom()),
            time(section, "quiet-to", usual.quietTo()),
            time(section, "reminders", usual.reminders()),
            time(section, "daily", usual.days()),
            section.whole("keep-drafts", 1, 365).map(Duration::ofDays).orElse(usual.keepDrafts()),
            section.whole("overdue-after", 1, 90).map(Long::intValue).orElse(usual.overdue()),
            section.whole("overdue-again", 1, 90).map(Long::intValue).orElse(usual.again()),
            section.whole("reports", 1, 3660).map(Long::intValue).orElse(usual.reports()));
    section.refuseOthers();
    return read;
  }

  private static LocalTime time(Section section, String key, LocalTime otherwise) {
    var text = section.text(key);
    try {
      return text.map(LocalTime::parse).orElse(otherwise);
    } catch (DateTimeException bad) {
      section.wrong(
          SettingsCode.BAD_SETTING,
          key,
          "%s 不是时间。".formatted(key),
          "写 00:00 到 23:59 的时间，例如 \"08:30\"。");
      return otherwise;
    }
  }

  private Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException unknown) {
      top.wrong(
          SettingsCode.BAD_SETTING, "zone", "不认识时区“%s”。".formatted(text), "例如 Asia/Shanghai。");
      return Optional.empty();
    }
  }

  private Listen listen(String key, Listen otherwise) {
    var section = top.section(key);
    var read =
        new Listen(
            section.text("host").filter(host -> !host.isEmpty()).orElse(otherwise.host()),
            section.whole("port", 0, 65_535).map(Long::intValue).orElse(otherwise.port()));
    section.refuseOthers();
    return read;
  }

  /** One port cannot be listened at twice; 0 is another one each time. */
  private Listen management(Listen http) {
    var management = listen("management", DEFAULTS.management());
    if (management.port() == http.port() && http.port() != 0) {
      top.section("management")
          .wrong(
              SettingsCode.BAD_SETTING,
              "port",
              "management.port 和 http.port 都是 %d。".formatted(http.port()),
              "换一个，例如 %d。".formatted(http.port() == 1 ? 2 : http.port() - 1));
    }
    return management;
  }

  private Settings.Warnings warnings() {
    var section = top.section("warnings");
    var token = section.text("token").orElse("");
    if (!token.isEmpty() && token.length() < SHORTEST_TOKEN) {
      section.wrong(
          SettingsCode.BAD_SETTING,
          "token",
          "warnings.token 太短，猜得出来。",
          "至少 16 个字符，例如 openssl rand -hex 24 的结果。");
    }
    section.refuseOthers();
    return new Settings.Warnings(token);
  }

  private RevisionLimits corrections() {
    var section = top.section("corrections");
    var read =
        new RevisionLimits(
            days(section, "author-days", DEFAULTS.corrections().authorDays()),
            days(section, "head-days", DEFAULTS.corrections().headDays()));
    section.refuseOthers();
    return read;
  }

  private Settings.Sending sending() {
    var sending = top.section("sending");
    var redis = top.section("redis");
    var usual = DEFAULTS.sending();
    var read =
        new Settings.Sending(
            sending.whole("at-once", 1, MOST_AT_ONCE).map(Long::intValue).orElse(usual.atOnce()),
            address(redis),
            redis.whole("nodes", 2, MOST_NODES).map(Long::intValue).orElse(usual.nodes()));
    sending.refuseOthers();
    redis.refuseOthers();
    return read;
  }

  /** It may hold a password, so what is wrong with it is told without it. */
  private static String address(Section redis) {
    var uri = redis.text("uri").orElse("");
    if (!uri.isEmpty() && !Redis.isAddress(uri)) {
      redis.wrong(
          SettingsCode.BAD_SETTING,
          "uri",
          "redis.uri 不是 Redis 的地址。",
          "例如 redis://主机:6379 或 rediss://:密码@主机:6379。");
    }
    return uri;
  }

  private static int days(Section section, String key, int otherwise) {
    return section.whole(key, 0, MOST_DAYS).map(Long::intValue).orElse(otherwise);
  }

  private Settings.Media media() {
    var section = top.section("media");
    var read =
        new Settings.Media(
            section
                .whole("megabytes", 1, MOST_MEGABYTES)
                .map(Long::intValue)
                .orElse(DEFAULTS.media().megabytes()));
    section.refuseOthers();
    return read;
  }

  private List<ChannelSettings> channels(Listen http, boolean manualClock) {
    var section = top.section("channels");
    if (section.keys().isEmpty()) {
      new ChannelRules(section, http, manualClock).check(DEFAULTS.channels());
      return DEFAULTS.channels();
    }
    var channels = new ChannelsReader(section, mistakes).read();
    new ChannelRules(section, http, manualClock).check(channels);
    return channels;
  }

  /** The path under a key, or what holds otherwise. */
  static Path path(Section section, String key, Path otherwise) {
    try {
      return section.text(key).filter(text -> !text.isEmpty()).map(Path::of).orElse(otherwise);
    } catch (InvalidPathException bad) {
      section.wrong(
          SettingsCode.BAD_SETTING, key, "%s 不是路径。".formatted(key), "例如 %s。".formatted(otherwise));
      return otherwise;
    }
  }
}
