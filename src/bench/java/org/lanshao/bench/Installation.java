package org.lanshao.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Everything the packaged server needs in order to serve the bench: settings, people, the form. */
final class Installation {
  /** How many workers file visits. */
  static final int WORKERS = 20_000;

  /** How many a city has, about. */
  private static final int CITY_WORKERS = 1000;

  /** The key of its private data. */
  static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private static final Path JAR = Path.of("target/lanshao.jar").toAbsolutePath();

  private final Path dir;
  private final int port;
  private final int management;

  private Installation(Path dir, int port, int management) {
    this.dir = dir;
    this.port = port;
    this.management = management;
  }

  /** Lays it out in a directory of its own, with the form and the people of the load. */
  static Installation in(Path dir, int port, int management) throws IOException {
    var conversations = Files.createDirectories(dir.resolve("conversations"));
    writeConversations(conversations);
    return new Installation(dir, port, management).write(WORKERS, conversations);
  }

  /** Lays out one as a city has it: all forms of the project, and so many people. */
  static Installation ofCity(Path dir, int port, int management) throws IOException {
    var conversations = Path.of("conversations").toAbsolutePath();
    return new Installation(dir, port, management).write(CITY_WORKERS, conversations);
  }

  private Installation write(int workers, Path conversations) throws IOException {
    Files.createDirectories(dir.resolve("directory"));
    writeDirectory(workers);
    Files.writeString(dir.resolve("lanshao.yaml"), settings(conversations));
    return this;
  }

  private static void writeConversations(Path conversations) throws IOException {
    for (var name : List.of("wording.yaml", "lists.yaml")) {
      Files.copy(Path.of("conversations", name), conversations.resolve(name));
    }
    try (var form = Installation.class.getResourceAsStream("bench.yaml")) {
      Files.copy(java.util.Objects.requireNonNull(form), conversations.resolve("bench.yaml"));
    }
  }

  private void writeDirectory(int workers) throws IOException {
    var directory = dir.resolve("directory");
    Files.writeString(
        directory.resolve("areas.csv"),
        """
        code,name,kind,parent,aliases
        445300,云浮市,city,,
        445322,郁南县,county,445300,
        445322100,都城镇,town,445322,
        445322115,连滩镇,town,445322,
        """);
    Files.writeString(directory.resolve("groups.csv"), "id,name,area,channel,send,hear\n");
    var people =
        IntStream.range(0, workers)
            .mapToObj(
                i ->
                    "p%d,社工%d,worker,%s,%s,,,,zh"
                        .formatted(
                            i, i, i % 2 == 0 ? "445322100" : "445322115", Requests.account(i)));
    Files.write(
        directory.resolve("people.csv"),
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "id,name,role,area,wecom,dingtalk,feishu,phone,language"),
                people)
            .toList());
  }

  private String settings(Path conversations) {
    return """
    http: {host: 127.0.0.1, port: %d}
    management: {host: 127.0.0.1, port: %d}
    store: {url: "jdbc:sqlite:%s/lanshao.db"}
    data: {dir: "%s", key: "%s"}
    conversations: "%s"
    directory: "%s/directory"
    channels:
      wecom:
        kind: wecom
        api: http://127.0.0.1:9
        corp-id: %s
        agent-id: 1000002
        secret: benchSecret
        token: %s
        encoding-aes-key: %s
    """
        .formatted(
            port,
            management,
            dir,
            dir,
            KEY,
            conversations,
            dir,
            Secret.CORP,
            Secret.TOKEN,
            Secret.AES_KEY);
  }

  /**
   * Starts the packaged server on it, with a cache as deploy/lanshao.service has it.
   *
   * @param cache of {@link #cache}
   */
  Server start(Path cache) throws IOException, InterruptedException {
    return start("-XX:AOTCache=" + cache);
  }

  /** Makes such a cache by starting and stopping it once, as deploy/aot-cache.sh does. */
  Path cache() throws IOException, InterruptedException {
    var cache = dir.resolve("lanshao.aot").toAbsolutePath();
    start("-XX:AOTCacheOutput=" + cache).close();
    if (!Files.exists(cache)) {
      throw new IOException("no cache was made: Java 25 or newer makes one");
    }
    return cache;
  }

  private Server start(String option) throws IOException, InterruptedException {
    var command =
        List.of(
            option,
            "-Xlog:aot=error",
            "-jar",
            JAR.toString(),
            "serve",
            "--config",
            dir.resolve("lanshao.yaml").toString());
    return Server.start(
        command,
        port,
        URI.create("http://127.0.0.1:" + management + "/health/ready"),
        dir.resolve("log.txt"));
  }
}
