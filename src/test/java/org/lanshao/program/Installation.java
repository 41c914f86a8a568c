package org.lanshao.program;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lanshao.Ports;
import org.lanshao.store.Store;
import org.lanshao.store.StoreLimits;
import org.lanshao.store.StoreSettings;
import org.lanshao.turn.Unavailable;

/**
 * A directory with all that a program needs: settings, invented people, some of the bundled
 * conversations and two forms of our own. Programs started on the same one are the same server
 * again.
 */
final class Installation {
  /** How many workers there are: {@code w1} …; their WeCom accounts are {@code Worker.1} …. */
  static final int WORKERS = 40;

  /** May ask for counts of the whole county. */
  static final String COORDINATOR = "c1";

  /** A worker who stays out of every crowd. */
  static final String BYSTANDER = "w40";

  static final String CORP = "ww58b2a2055bb55bcb";
  static final String TOKEN = "K9mPz2WqLt";
  static final String AES_KEY = "wM5hpA6eEfujfoRnxa6wHW35PBbnm3NliqNT1Nx4xyB";
  static final String WECOM_SECRET = "sEcReT-of-the-app-4711";
  static final String DATA_KEY = "bGFuc2hhby10ZXN0cy1rZXktMzItYnl0ZXMtbG9uZyE=";

  private static final Path BUNDLED = Path.of("conversations");

  /** A server reads all that it has at each start, which takes a quarter of it. */
  private static final List<String> MOSTLY_NEEDED =
      List.of(
          "wording",
          "lists",
          "danger",
          "visit",
          "publicity",
          "emergency",
          "revisit",
          "enroll",
          "site",
          "patrol",
          "hazard",
          "rectification",
          "need",
          "need_result");

  private final Path dir;
  private final Path data;
  private final String storeUrl;
  private final int port;
  private final int management;
  private final String wecomApi;
  private final String redis;

  private Installation(
      Path dir,
      Path data,
      String storeUrl,
      int port,
      int management,
      String wecomApi,
      String redis) {
    this.dir = dir;
    this.data = data;
    this.storeUrl = storeUrl;
    this.port = port;
    this.management = management;
    this.wecomApi = wecomApi;
    this.redis = redis;
  }

  /** On SQLite, inside the directory. */
  static Installation onSqlite(Path dir) {
    return new Installation(
            dir,
            dir.resolve("data"),
            "jdbc:sqlite:" + dir.resolve("data/lanshao.db"),
            Ports.free(),
            Ports.free(),
            "http://127.0.0.1:9",
            "")
        .write();
  }

  /** On PostgreSQL; two of these on one database are two nodes. */
  static Installation on(Postgres postgres, Path dir) {
    return new Installation(
            dir,
            postgres.shared(),
            postgres.jdbcUrl(),
            Ports.free(),
            Ports.free(),
            "http://127.0.0.1:9",
            "")
        .write();
  }

  /** The same, with another place for WeCom's API. */
  Installation withWecomApi(String uri) {
    return new Installation(dir, data, storeUrl, port, management, uri, redis).write();
  }

  /** The same, with a Redis that it shares with others. */
  Installation withRedis(String uri) {
    return new Installation(dir, data, storeUrl, port, management, wecomApi, uri).write();
  }

  /** The same, with another place for pictures and files. */
  Installation withData(Path other) {
    return new Installation(dir, other, storeUrl, port, management, wecomApi, redis).write();
  }

  /** The same, with settings behind the database's URL. */
  Installation withStoreOptions(String options) {
    return new Installation(dir, data, storeUrl + options, port, management, wecomApi, redis)
        .write();
  }

  private Installation write() {
    try {
      writeConversations();
      writeDirectory();
      Files.createDirectories(data);
      Files.writeString(settingsFile(), settings());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with all bundled conversations, in both languages. */
  Installation withAllConversations() {
    try (var bundled = Files.newDirectoryStream(BUNDLED, "*.yaml")) {
      for (var file : bundled) {
        copyConversations(file.getFileName());
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copyConversations(Path file) throws IOException {
    var text = Files.readString(BUNDLED.resolve(file));
    Files.writeString(dir.resolve("conversations").resolve(file), text);
  }

  private void writeConversations() throws IOException {
    var conversations = Files.createDirectories(dir.resolve("conversations"));
    for (var name : MOSTLY_NEEDED) {
      copyConversations(Path.of(name + ".yaml"));
    }
    for (var own : List.of("numbered.yaml", "noted.yaml")) {
      try (var form = Installation.class.getResourceAsStream(own)) {
        Files.write(conversations.resolve(own), Objects.requireNonNull(form).readAllBytes());
      }
    }
  }

  private void writeDirectory() throws IOException {
    var directory = Files.createDirectories(dir.resolve("directory"));
    Files.writeString(
        directory.resolve("areas.csv"),
        """
        code,name,kind,parent,aliases
        445300,云浮市,city,,
        445303,云安区,county,445300,
        445303104,富林镇,town,445303,
        445303105,石城镇,town,445303,
        445381,罗定市,county,445300,
        445381101,太平镇,town,445381,
        """);
    var people = new ArrayList<>(List.of("id,name,role,area,wecom,dingtalk,feishu,phone,language"));
    people.add("c1,甄统计,county,445303,County.1,,,13900009991,zh");
    people.add("h1,甄站长,head,445303104,Head.1,,,13900009992,zh");
    IntStream.rangeClosed(1, WORKERS)
        .mapToObj(
            i -> "w%d,%s,worker,445303104,Worker.%d,,,1390000%04d,zh".formatted(i, nameOf(i), i, i))
        .forEach(people::add);
    Files.write(directory.resolve("people.csv"), people);
    Files.writeString(
        directory.resolve("groups.csv"),
        "id,name,area,channel,send,hear\ng1,富林镇社工站群,445303104,sandbox,g1,g1\n");
  }

  /** The invented name of a worker. */
  static String nameOf(int worker) {
    return "甄社工" + worker;
  }

  private String settings() {
    return """
    http: {host: 127.0.0.1, port: %d}
    management: {host: 127.0.0.1, port: %d}
    store: {url: "%s", user: "%s", password: ""}
    data: {dir: "%s", key: "%s"}
    redis: {uri: "%s"}
    conversations: "%s/conversations"
    directory: "%s/directory"
    channels:
      sandbox: {kind: sandbox, allow: true}
      wecom:
        kind: wecom
        api: %s
        corp-id: %s
        agent-id: 1000027
        secret: %s
        token: %s
        encoding-aes-key: %s
    """
        .formatted(
            port,
            management,
            storeUrl,
            storeUrl.startsWith("jdbc:postgresql") ? "postgres" : "",
            data,
            DATA_KEY,
            redis,
            dir,
            dir,
            wecomApi,
            CORP,
            WECOM_SECRET,
            TOKEN,
            AES_KEY);
  }

  /** Its database as the program opens it, in this process. */
  Store open() throws Unavailable {
    return open(DATA_KEY);
  }

  /** The same with another key. */
  Store open(String key) throws Unavailable {
    var user = storeUrl.startsWith("jdbc:postgresql") ? "postgres" : "";
    return Store.open(
        new StoreSettings(storeUrl, user, "", data, Optional.of(key)),
        new Store.Surroundings(
            Clock.systemUTC(), new SimpleMeterRegistry(), area -> List.of(), StoreLimits.USUAL));
  }

  Path dir() {
    return dir;
  }

  /** Where the key, pictures and files are. */
  Path data() {
    return data;
  }

  Path settingsFile() {
    return dir.resolve("lanshao.yaml");
  }

  String storeUrl() {
    return storeUrl;
  }

  int port() {
    return port;
  }

  int managementPort() {
    return management;
  }
}
