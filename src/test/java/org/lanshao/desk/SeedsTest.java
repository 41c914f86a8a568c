package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.Directory;

/** The questions of the seeds, asked in the chat about records that were filed in the chat. */
class SeedsTest {
  private static final Path FILE = Path.of("src/test/resources/desk/seeds.txt");
  private static final Path FOLDER = Path.of("src/test/java/org/lanshao/desk");
  private static final Path ROWS = Path.of("src/test/resources/desk/acceptance.txt");
  private static final Pattern ROW = Pattern.compile("(.+) ([=-]) (.{5,})");
  private static final int PHRASES = 64;
  private static final List<String> TESTS =
      List.of(
          "SpringTest",
          "AlertsTest",
          "FirstVisitsTest",
          "MeetingTimesTest",
          "OnFileTest",
          "StationCardsTest",
          "../season/ReminderYearTest");
  private static final Pattern TOWN = Pattern.compile("in (\\d{9}) (.+)");
  private static final Pattern SAID = Pattern.compile("(?:x(\\d+) )?(p\\d+) > (.+)");
  private static final Pattern DONE = Pattern.compile("已登记|已建档|已变更|排好了|改好了|已经登记到|N\\d+ 已");
  private static final Pattern ASKED = Pattern.compile("(p\\d+) \\? (.+)");

  @TestFactory
  Stream<DynamicTest> everyQuestionOfTheSeedsIsAnswered() throws IOException {
    return blocks().stream()
        .map(block -> DynamicTest.dynamicTest(block.getFirst(), () -> hold(block)));
  }

  @Test
  void everyPhraseStandsOnceAndIsEitherDoneOrHasItsReason() throws IOException {
    var rows = Files.readAllLines(ROWS).stream().filter(line -> !line.startsWith("#")).toList();
    var matched = rows.stream().map(ROW::matcher).filter(Matcher::matches).toList();

    assertThat(matched).hasSize(rows.size()).hasSize(PHRASES);
    assertThat(matched).extracting(row -> row.group(1)).doesNotHaveDuplicates();
    var done =
        matched.stream()
            .filter(row -> row.group(2).equals("="))
            .flatMap(row -> Stream.of(row.group(3).split(" \\+ ")));
    assertThat(TESTS).allMatch(test -> Files.exists(FOLDER.resolve(test + ".java")));
    assertThat(done.distinct()).containsExactlyInAnyOrderElementsOf(tests());
  }

  /** The titles of the blocks, in their order, and the tests that hold more than a block can. */
  private static List<String> tests() throws IOException {
    var titles = blocks().stream().map(block -> block.getFirst().replaceAll("^\\[|]$", ""));
    return Stream.concat(titles, TESTS.stream()).toList();
  }

  private static List<List<String>> blocks() throws IOException {
    var blocks = new ArrayList<List<String>>();
    for (String line : Files.readAllLines(FILE)) {
      if (line.startsWith("[")) {
        blocks.add(new ArrayList<>());
      }
      if (!line.isBlank() && !line.startsWith("#")) {
        blocks.getLast().add(line);
      }
    }
    return blocks;
  }

  /** The bundled directory with the villages that a block adds to a town. */
  private static Directory directory(List<String> block) {
    var bundled = BundledDirectory.read();
    var areas = new ArrayList<>(bundled.areas());
    for (String line : block) {
      var town = TOWN.matcher(line);
      if (town.matches()) {
        for (String village : town.group(2).split("、")) {
          var code = new AreaCode(town.group(1) + (101 + areas.size()));
          var parent = Optional.of(new AreaCode(town.group(1)));
          areas.add(new Area(code, village, Area.Kind.VILLAGE, parent, List.of()));
        }
      }
    }
    return new Directory(areas, bundled.people(), bundled.groups());
  }

  private static void hold(List<String> block) {
    var station = new Station(directory(block));
    var answer = "";
    for (String line : block.subList(1, block.size())) {
      var said = SAID.matcher(line);
      var asked = ASKED.matcher(line);
      if (line.startsWith("on ")) {
        station.day(line.substring(3));
      } else if (said.matches()) {
        int times = said.group(1) == null ? 1 : Integer.parseInt(said.group(1));
        for (int n = 1; n <= times; n++) {
          var words = said.group(3).replace("{n}", Integer.toString(n)).split(" \\| ");
          assertThat(station.say(said.group(2), words)).as(line).containsPattern(DONE);
        }
      } else if (asked.matches()) {
        answer = station.say(asked.group(1), asked.group(2));
      } else if (!TOWN.matcher(line).matches()) {
        assertThat(line).as("a line that says nothing").startsWith("= ");
        assertThat(answer).as(line).contains(line.substring(2));
      }
    }
  }
}
