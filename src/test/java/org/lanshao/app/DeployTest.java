package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.alarm.Kind;
import org.lanshao.form.Mistakes;
import org.yaml.snakeyaml.Yaml;

/** The files under {@code deploy/}: what cannot be run here is at least of the right form. */
class DeployTest {
  private static final Path DEPLOY = Path.of("deploy");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where codes of log lines, metrics and commands come into being. */
  private static final List<Pattern> CODES =
      Stream.of(
              "Fault\\.Down\\(\\s*\"([a-z-]+)\"",
              "new Unavailable\\(\\s*\"([a-z_-]+)\"",
              "BadBackup\\(\\s*\"([a-z_]+)\"",
              "\\brefused\\(\\s*\"([a-z_]+)\"",
              "\\bagain\\((?!\\))[^;\"]*\"([a-z_]+)\"",
              "Refused\\(\\s*(?:\\d+,\\s*)?\"([a-z_]+)\"",
              "TryAgain\\([^;\"]*\"([a-z_]+)\"",
              "Impossible\\(\\s*\"([a-z_]+)\"",
              "addKeyValue\\(\\s*\"code\", \"([a-z][a-z-]*[a-z])")
          .map(Pattern::compile)
          .toList();

  @Test
  void everyCodeOfTheProgramIsInTheTable() throws IOException {
    var explained = quoted(text("README.md"));
    var codes = codes();
    assertThat(codes).hasSizeGreaterThan(60);
    Arrays.stream(Kind.values()).map(Kind::code).forEach(codes::add);
    codes.removeAll(explained);
    assertThat(codes).as("not in deploy/README.md").isEmpty();
  }

  private static Set<String> codes() throws IOException {
    var codes = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var source = Files.readString(file);
        for (Pattern pattern : CODES) {
          pattern.matcher(source).results().forEach(found -> codes.add(found.group(1)));
        }
      }
    }
    return codes;
  }

  private static Set<String> quoted(String markdown) {
    return Pattern.compile("`([^`\\n]+)`")
        .matcher(markdown)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void bothNodesShareTheirMediaAndMayDoNextToNothing() throws IOException {
    JsonNode compose = yaml("compose.yaml");
    for (String node : List.of("one", "two")) {
      JsonNode service = compose.path("services").path(node);
      assertThat(service.path("read_only").asBoolean()).isTrue();
      assertThat(service.path("user").asText()).matches("[1-9]\\d*:[1-9]\\d*");
      assertThat(texts(service.path("cap_drop"))).containsExactly("ALL");
      assertThat(texts(service.path("security_opt"))).contains("no-new-privileges:true");
      assertThat(texts(service.path("volumes"))).contains("media:/opt/lanshao/data");
      assertThat(texts(service.path("tmpfs"))).anyMatch(tmp -> tmp.startsWith("/tmp:exec"));
      assertThat(service.path("ports").isMissingNode()).isTrue();
    }
    assertThat(compose.path("services").path("one").path("hostname"))
        .isNotEqualTo(compose.path("services").path("two").path("hostname"));
  }

  @Test
  void onlyTheProxyIsReachedFromOutsideAndEverythingNamedIsThere() throws IOException {
    JsonNode compose = yaml("compose.yaml");
    for (var service : compose.path("services").properties()) {
      boolean proxy = service.getKey().equals("proxy");
      assertThat(service.getValue().path("ports").isMissingNode()).isEqualTo(!proxy);
      assertThat(service.getValue().path("healthcheck").isMissingNode())
          .isEqualTo(Set.of("one", "two").contains(service.getKey()));
      assertThat(service.getValue().path("image").asText()).matches("\\S+:\\d\\S*");
      for (String volume : texts(service.getValue().path("volumes"))) {
        var source = volume.split(":")[0];
        boolean made = Set.of("./compose/tls").contains(source);
        assertThat(
                made || compose.path("volumes").has(source) || Files.exists(DEPLOY.resolve(source)))
            .as(volume)
            .isTrue();
      }
      assertThat(texts(service.getValue().path("networks")))
          .isSubsetOf(List.of("inside", "outside"));
    }
    for (String inner : List.of("db", "redis")) {
      assertThat(texts(compose.path("services").path(inner).path("networks")))
          .containsExactly("inside");
    }
    assertThat(compose.path("networks").path("inside").path("internal").asBoolean()).isTrue();
  }

  @Test
  void theSettingsOfTheNodesAreGoodAndTheirSecretsAreInTheExample() throws IOException {
    var names =
        Pattern.compile("(?m)^([A-Z_]+)=")
            .matcher(text("compose/secrets.env.example"))
            .results()
            .map(found -> found.group(1))
            .toList();
    var variables = new HashMap<String, String>();
    names.forEach(name -> variables.put(name, "x"));
    variables.put("LANSHAO_DATA_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    variables.put("WECOM_AES_KEY", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
    variables.put("LANSHAO_OPERATIONS_WEBHOOK", "");
    var mistakes = new Mistakes();

    var settings =
        SettingsReader.read("lanshao.yaml", text("compose/lanshao.yaml"), variables, mistakes);

    assertThat(mistakes.sorted()).isEmpty();
    assertThat(settings.store().isShared()).isTrue();
    assertThat(settings.http().isLoopback()).isFalse();
  }

  @Test
  void theImageIsBuiltFromWhatIsThereAndRunsAsAUserOfItsOwn() throws IOException {
    var lines =
        text("Containerfile").replace("\\\n", " ").lines().filter(l -> !l.startsWith("#")).toList();
    assertThat(lines.stream().filter(l -> l.startsWith("FROM ")))
        .hasSize(2)
        .allMatch(from -> from.matches("FROM \\S+/\\S+:[\\d.][\\w.-]+( AS build)?"));
    assertThat(lines).noneMatch(l -> l.startsWith("ADD ") || l.contains("sudo"));
    assertThat(lines.stream().filter(l -> l.startsWith("USER ")))
        .containsExactly("USER 10001:10001");
    for (String copy : lines.stream().filter(l -> l.startsWith("COPY ")).toList()) {
      var words = Arrays.stream(copy.split(" ")).skip(1).filter(w -> !w.startsWith("--")).toList();
      if (!copy.contains("--from")) {
        assertThat(words.subList(0, words.size() - 1)).allMatch(w -> Files.exists(Path.of(w)));
      }
    }
    for (String start : List.of("ENTRYPOINT ", "CMD ")) {
      var exec = lines.stream().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
      assertThat(JSON.readTree(exec.substring(start.length())).isArray()).isTrue();
    }
    var check = lines.stream().filter(l -> l.startsWith("HEALTHCHECK")).findFirst().orElseThrow();
    assertThat(check).contains("/health/ready");
    assertThat(JSON.readTree(check.substring(check.indexOf('['))).size()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lanshao.service", "lanshao-backup.service"})
  void aUnitRunsACommandThatThereIsAndMayWriteOnlyItsData(String unit) throws IOException {
    var start = value(text(unit), "ExecStart");
    var arguments = start.substring(start.indexOf("lanshao.jar ") + 12).split(" ");
    var parsed = Lanshao.commands().parseArgs(arguments);
    assertThat(parsed.subcommand().commandSpec().name())
        .isEqualTo(unit.contains("backup") ? "backup" : "serve");
    assertThat(value(text(unit), "User")).isEqualTo("lanshao");
    assertThat(value(text(unit), "ProtectSystem")).isEqualTo("strict");
    assertThat(value(text(unit), "NoNewPrivileges")).isEqualTo("true");
    assertThat(value(text(unit), "CapabilityBoundingSet")).isEmpty();
    assertThat(value(text(unit), "ReadWritePaths")).contains("/opt/lanshao/data");
  }

  @Test
  void theCommandOfOperatorsRunsAsTheServiceDoes() throws IOException {
    var unit = text("lanshao.service");
    assertThat(DEPLOY.resolve("lanshao")).isExecutable();
    assertThat(text("lanshao"))
        .contains("cd " + value(unit, "WorkingDirectory") + "\n")
        .contains("done < " + value(unit, "EnvironmentFile") + "\n")
        .contains("--reuid " + value(unit, "User") + " --regid " + value(unit, "Group") + " ");
  }

  private static String value(String unit, String key) {
    return unit.lines()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static JsonNode yaml(String name) throws IOException {
    Map<String, Object> tree = new Yaml().load(text(name));
    return JSON.valueToTree(tree);
  }

  private static String text(String name) {
    try {
      return Files.readString(DEPLOY.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
