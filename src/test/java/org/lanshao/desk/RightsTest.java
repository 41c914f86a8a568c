package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;

/**
 * Who gets to see what, where: each line of {@code rights.tsv} is said to a station with a visit, a
 * case and a household on file. Its expectations are written from the rules, and hold both for the
 * answer and for the workbook that comes with it.
 */
class RightsTest {
  private static final Path LINES = Path.of("src/test/resources/desk/rights.tsv");
  private static final Set<String> OUTCOMES =
      Set.of("shown", "masked", "closed", "counted", "aside", "refused");

  /** The head of a household, and under age; on file and visited for the lines that name them. */
  private static final String CHILD = "冯小苗";

  /** Hazards that visits open, for the lines about what becomes of them: H1, and at the child's. */
  private static final String HAZARD = "H1";

  /**
   * A line of the table.
   *
   * @param holds texts that the answer has
   * @param lacks texts that it has not
   */
  private record Line(
      String who,
      String chat,
      String says,
      String outcome,
      List<String> holds,
      List<String> lacks) {
    static Line of(String line) {
      var cells = line.split("\t", -1);
      return new Line(cells[0], cells[1], cells[2], cells[3], texts(cells[4]), texts(cells[5]));
    }

    private static List<String> texts(String cell) {
      return cell.equals("-") ? List.of() : Arrays.asList(cell.split("\\|"));
    }
  }

  private static List<Line> lines() throws IOException {
    return Files.readAllLines(LINES).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(Line::of)
        .toList();
  }

  @Test
  void theTableIsLargeAndNamesEveryRoleChatAndOutcome() throws IOException {
    var lines = lines();

    assertThat(lines).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    assertThat(lines).extracting(Line::chat).containsOnly("private", "group");
    assertThat(lines).extracting(Line::outcome).isSubsetOf(OUTCOMES);
    assertThat(lines).extracting(Line::outcome).containsAll(OUTCOMES);
    assertThat(lines)
        .filteredOn(line -> Set.of("refused", "masked", "closed").contains(line.outcome()))
        .allMatch(line -> !line.holds().isEmpty() || !line.lacks().isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> eachLineHolds() throws IOException {
    return lines().stream().map(line -> dynamicTest(line.toString(), () -> holds(line)));
  }

  private static void holds(Line line) {
    var station = prepared(line);
    if (line.says().equals("逾期")) {
      station.wait(Duration.ofDays(31));
    }
    var said =
        line.chat().equals("group")
            ? station.inGroup(line.who(), "g1", line.says())
            : station.say(line.who(), line.says());
    var all =
        said + "\n" + String.join("\n", station.files.stream().map(RightsTest::words).toList());

    line.holds().forEach(text -> assertThat(all).contains(text));
    line.lacks().forEach(text -> assertThat(all).doesNotContain(text));
    if (line.outcome().equals("aside")) {
      int before = station.told(line.who()).size();
      station.look();
      assertThat(station.told(line.who())).hasSizeGreaterThan(before);
    }
  }

  private static Station prepared(Line line) {
    var station = new Station();
    station.say("p01", "走访", "罗定市太平镇", "陈阿公", "入户", "3", "防汛", "没有");
    station.say("p01", "只有她知道 13800004711", "提交");
    station.say("p01", "个案", "太平镇李四", "走访发现", "独居低保", "是", "跳过", "跳过", "老人很孤单", "提交");
    station.say("p03", "走访", "富林镇", "王阿伯", "入户", "2", "防汛", "没有", "跳过", "提交");
    boolean child = line.toString().contains(CHILD);
    file(station, child);
    if (child) {
      station.say("p01", "走访", "罗定市太平镇", CHILD, "入户", "1", "防汛", "没有", "跳过", "提交");
    }
    if (line.toString().contains(HAZARD)) {
      hazard(station, "钟阿婆");
      hazard(station, CHILD);
    }
    if (line.says().startsWith("避难点")) {
      station.say("p01", "转移", "罗定市太平镇" + CHILD, "1", "0", "0", "0", "1", "跳过", "亲友家");
      station.say("p01", "今天上午九点", "跳过", "提交");
    }
    return station;
  }

  private static void hazard(Station station, String household) {
    station.say("p01", "走访", "罗定市太平镇", household, "入户", "1", "防汛", "有", "用电", "跳过", "跳过", "提交");
  }

  private static void file(Station station, boolean alone) {
    var child =
        new Client(
            new FileNumber("K202"),
            Map.of(ClientField.NAME, "冯小童", ClientField.BIRTH, "2014-03-01"),
            List.of());
    var household =
        new Household(
            new FileNumber("J101"),
            Map.of(
                HouseholdField.AREA, "445381101901",
                HouseholdField.HEAD, "冯阿婆",
                HouseholdField.SIZE, "2",
                HouseholdField.EVERY, "30",
                HouseholdField.ADDRESS, "大榕树下",
                HouseholdField.PHONE, "13800004722"),
            List.of(child));
    var orphan =
        new Household(
            new FileNumber("J102"),
            Map.of(HouseholdField.AREA, "445381101901", HouseholdField.HEAD, CHILD),
            List.of(
                new Client(
                    new FileNumber("K203"),
                    Map.of(ClientField.NAME, CHILD, ClientField.BIRTH, "2012-06-01"),
                    List.of())));
    station.file(alone ? new Household[] {household, orphan} : new Household[] {household});
  }

  /** All that a workbook says. */
  static String words(byte[] book) {
    try (var read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      var words = new StringBuilder();
      for (Sheet sheet : read.getSheets().toList()) {
        for (Row row : sheet.read()) {
          row.forEach(cell -> words.append(cell == null ? "" : cell.getRawValue()).append(' '));
        }
      }
      return words.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
