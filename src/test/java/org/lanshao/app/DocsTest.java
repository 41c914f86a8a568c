package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The pages that people read: their links lead somewhere, and their commands are understood. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:java -jar (?:target/)?lanshao\\.jar|^ *lanshao) +([^#;)`\\n]+)");

  static List<Path> pages() throws IOException {
    var guides =
        Stream.of("README.md", "config/README.md", "conversations/README.md", "deploy/README.md");
    try (var docs = Files.walk(Path.of("src/docs"))) {
      var pages = docs.filter(file -> file.toString().endsWith(".md")).toList();
      return Stream.concat(guides.map(Path::of), pages.stream()).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) {
    for (MatchResult link : LINK.matcher(text(page)).results().toList()) {
      if (!link.group(1).contains("://")) {
        var target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        assertThat(target).exists();
        if (link.group(2) != null) {
          assertThat(anchors(text(target))).contains(link.group(2));
        }
      }
    }
  }

  /** As GitHub names headings. */
  private static Set<String> anchors(String page) {
    return HEADING
        .matcher(page)
        .results()
        .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_\\s-]", "").replaceAll("\\s", "-"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandIsUnderstood(Path page) {
    for (String command : commands(page)) {
      assertThat(understood(command)).as(command).isTrue();
    }
  }

  @Test
  void theTourShowsEveryCommand() {
    var shown = new TreeSet<String>();
    commands(Path.of("README.md")).forEach(command -> shown.add(command.split(" ")[0]));
    var hidden = new TreeSet<>(Lanshao.commands().getSubcommands().keySet());
    hidden.removeAll(shown);
    assertThat(hidden).isEmpty();
  }

  private static List<String> commands(Path page) {
    return COMMAND.matcher(text(page)).results().map(found -> found.group(1).strip()).toList();
  }

  private static boolean understood(String command) {
    try {
      Lanshao.commands().parseArgs(command.split(" +"));
      return true;
    } catch (CommandLine.ParameterException wrong) {
      return false;
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
