package org.lanshao.app;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.alarm.OperationsWebhook;
import org.lanshao.desk.Courtesy;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Section;
import org.lanshao.form.YamlFile;
import org.lanshao.pace.Redis;
import org.lanshao.record.RevisionLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Retention.What;
import org.lanshao.web.Listen;

/** Reads settings. What is wrong or missing is told and read as its default. */
final class SettingsReader {
  private static final Settings DEFAULTS = Settings.DEFAULTS;
  private static final int KEY_BYTES = 32;
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
            listen("management", DEFAULTS.management()),
            store(),
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
            operations(),
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

  private OperationsSettings operations() {
    var section = top.section("operations");
    var usual = DEFAULTS.operations();
    var webhook = section.text("webhook").filter(url -> !url.isEmpty());
    if (webhook.filter(url -> !url.matches("https?://[^/\\s]+(/\\S*)?")).isPresent()) {
      section.wrong(
          SettingsCode.BAD_SETTING,
          "webhook",
          "operations.webhook 不是网址。",
          "写 https://… 这样的网址，或留空。");
    }
    var read =
        new OperationsSettings(
            webhook,
            section
                .oneOf(
                    "shape",
                    Map.of(
                        "text", OperationsWebhook.Shape.TEXT, "json", OperationsWebhook.Shape.JSON))
                .orElse(usual.shape()),
            RoadReader.read(section, "不是私有部署"),
            section.text("node").filter(node -> !node.isEmpty()),
            section
                .whole("outbox-minutes", 1, 1440)
                .map(Duration::ofMinutes)
                .orElse(usual.outbox()),
            section
                .whole("disk-megabytes", 1, 1 << 20)
                .map(megabytes -> megabytes << 20)
                .orElse(usual.diskBytes()),
            section.whole("backup-hours", 0, 8760).map(Duration::ofHours).orElse(usual.backup()),
            section.whole("silence-hours", 0, 400).map(Duration::ofHours).orElse(usual.silence()),
            publicAddress(section));
    section.refuseOthers();
    return read;
  }

  private static Optional<URI> publicAddress(Section section) {
    var text = section.text("address").filter(given -> !given.isEmpty());
    if (text.filter(given -> !given.matches("https://[0-9A-Za-z.-]+(:\\d{1,5})?/?")).isPresent()) {
      section.wrong(
          SettingsCode.BAD_SETTING,
          "address",
          "operations.address 不是 https 的网址。",
          "写平台回调用的域名，例如 https://bot.example.org；不看证书就留空。");
      return Optional.empty();
    }
    return text.map(URI::create);
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

  private StoreSettings store() {
    var store = top.section("store");
    var data = top.section("data");
    var read =
        new StoreSettings(
            url(store),
            store.text("user").orElse(""),
            store.text("password").orElse(""),
            path(data, "dir", DEFAULTS.store().dataDir()),
            key(data));
    store.refuseOthers();
    data.refuseOthers();
    return read;
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

  private static String url(Section store) {
    var url = store.text("url").orElse(DEFAULTS.store().url());
    if (!url.matches("jdbc:(sqlite|postgresql):.+")) {
      store.wrong(
          SettingsCode.DATABASE,
          "url",
          "store.url 不是能用的数据库地址。",
          "写 jdbc:sqlite:data/lanshao.db 或 jdbc:postgresql://主机/数据库名。");
    }
    return url;
  }

  /** The key is private, so what is wrong with it is told without it. */
  private static Optional<String> key(Section data) {
    var key = data.text("key").filter(text -> !text.isEmpty());
    if (key.isPresent() && !isKey(key.get())) {
      data.wrong(
          SettingsCode.KEY,
          "key",
          "data.key 不是 32 字节的 base64。",
          "用 openssl rand -base64 32 生成一个，并另外保管好。");
    }
    return key;
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
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

  private Path path(Section section, String key, Path otherwise) {
    try {
      return section.text(key).filter(text -> !text.isEmpty()).map(Path::of).orElse(otherwise);
    } catch (InvalidPathException bad) {
      section.wrong(
          SettingsCode.BAD_SETTING, key, "%s 不是路径。".formatted(key), "例如 %s。".formatted(otherwise));
      return otherwise;
    }
  }
}
