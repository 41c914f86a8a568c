package org.lanshao.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.lanshao.form.Mistake;

/** What the three files may be, and every way in which they can be wrong. */
class DirectoryReaderTest {
  private static final String AREAS =
      "code,name,kind,parent,aliases\n1,甲市,city,,\n11,乙县,county,1,\n111,丙镇,town,11,丁镇;戊镇\n";
  private static final String PEOPLE =
      "id,name,role,area,wecom\np1,某甲,worker,111,UserA\np2,某乙,county,11,UserB\n";
  private static final String GROUPS = "id,name,area,channel,send,hear\ng1,某群,111,sandbox,g1,g1\n";

  private static DirectoryRead read(Map<String, byte[]> files) {
    return DirectoryReader.read(
        "d", files, new DirectoryReader.Outside(Map.of("KEY", "k$1"), DirectoryReaderTest::advice));
  }

  /** Of a channel that knows one way. */
  private static Optional<String> advice(String channel, String send) {
    return channel.equals("wecom") && !send.startsWith("webhook:")
        ? Optional.of("写 webhook:…。")
        : Optional.empty();
  }

  private static Map<String, byte[]> files(String areas, String people, String groups) {
    var files = new HashMap<String, byte[]>();
    files.put("areas.csv", areas.getBytes(StandardCharsets.UTF_8));
    files.put("people.csv", people.getBytes(StandardCharsets.UTF_8));
    files.put("groups.csv", groups.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static Directory valid(String areas, String people, String groups) {
    return switch (read(files(areas, people, groups))) {
      case DirectoryRead.Valid(Directory directory) -> directory;
      case DirectoryRead.Invalid(var mistakes) -> throw new AssertionError(mistakes);
    };
  }

  private static List<Mistake> mistakes(Map<String, byte[]> files) {
    return switch (read(files)) {
      case DirectoryRead.Valid valid -> List.of();
      case DirectoryRead.Invalid(var mistakes) -> mistakes;
    };
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvFileSource(
      resources = "/directory/mistakes.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      maxCharsPerColumn = 4000)
  void aMistakeIsToldWithItsLineAndRemedy(String file, String text, String expected) {
    var content = text.replace("\\n", "\n");
    var all =
        switch (file) {
          case "areas.csv" -> files(content, PEOPLE, GROUPS);
          case "people.csv" -> files(AREAS, content, GROUPS);
          default -> files(AREAS, PEOPLE, content);
        };
    assertThat(mistakes(all))
        .filteredOn(mistake -> mistake.file().equals("d/" + file))
        .extracting(m -> m.line() + " " + m.code().text() + " " + m.problem() + " " + m.remedy())
        .containsExactly(expected.split(" \\| "));
  }

  @Test
  void aByteOrderMarkWindowsLineEndsQuotesAndEmptyLinesAreFine() {
    var areas = "\uFEFF" + AREAS.replace("甲市", "\"甲市\"").replace("\n", "\r\n") + "\r\n,,,,\r\n";
    assertThat(valid(areas, PEOPLE, GROUPS).areas()).hasSize(3);
  }

  @Test
  void whatNobodySeesInACellIsNotInIt() {
    var people = PEOPLE.replace("p1,某甲", "\u202Ap1\u202C,\"某\u200B甲\n\"");
    var person = valid(AREAS, people, GROUPS).person(new PersonId("p1")).orElseThrow();
    assertThat(person.name()).isEqualTo("某甲");
  }

  @Test
  void columnsMayStandInAnyOrderAndExtraOnesMayBeMissing() {
    var people = "role,area,id,name\nworker,111,p9,某丙\n";
    var person = valid(AREAS, people, GROUPS).person(new PersonId("p9")).orElseThrow();
    assertThat(person.language()).isEqualTo("zh");
    assertThat(person.accounts()).isEmpty();
  }

  @Test
  void officersAndGroupsOfTownsAreOfAgencies() {
    var people = "id,name,role,area,agency\np8,某乙,town,111,三防办\np9,某丙,worker,111,\n";
    var groups = "id,name,area,channel,agencies\ng1,某群,111,w,三防办; 民政办\ng2,某群,111,w,\n";
    var directory = valid(AREAS, people, groups);

    assertThat(directory.person(new PersonId("p8")).orElseThrow().agency())
        .contains(new Agency("三防办"));
    assertThat(directory.person(new PersonId("p9")).orElseThrow().agency()).isEmpty();
    assertThat(directory.groups().getFirst().agencies())
        .containsExactly(new Agency("三防办"), new Agency("民政办"));
    assertThat(directory.groups().getLast().isOwn()).isTrue();
  }

  @Test
  void secretsOfGroupsComeFromTheEnvironment() {
    var groups =
        "id,name,area,channel,send\ng1,某群,111,w,https://x/?key=${KEY}\ng2,某群,111,w,${NONE:y}\n";
    var directory = valid(AREAS, PEOPLE, groups);
    assertThat(directory.groups())
        .extracting(Group::send)
        .containsExactly("https://x/?key=k$1", "y");
  }

  @Test
  void aFileInGbkIsNamedAsSuch() {
    var files = files(AREAS, PEOPLE, GROUPS);
    files.put("areas.csv", AREAS.getBytes(Charset.forName("GBK")));
    assertThat(mistakes(files))
        .singleElement()
        .hasToString("d/areas.csv:2: L702 这个文件是 GBK 编码，不是 UTF-8。 请在表格软件里另存为“CSV UTF-8（逗号分隔）”。");
  }

  @Test
  void aWorkbookAndUtf16AndRubbishAreNamedAsSuch() {
    assertThat(problem(new byte[] {'P', 'K', 3, 4, 0})).contains("Excel 工作簿");
    assertThat(problem(AREAS.getBytes(StandardCharsets.UTF_16))).contains("UTF-16");
    assertThat(problem(new byte[] {'a', (byte) 0xFF, (byte) 0xFF})).contains("不是 UTF-8 编码");
    assertThat(problem(new byte[0])).contains("文件是空的");
  }

  private static String problem(byte[] areas) {
    var files = files(AREAS, PEOPLE, GROUPS);
    files.put("areas.csv", areas);
    return mistakes(files).getFirst().problem();
  }

  @Test
  void aMissingFileIsToldWithoutALine() {
    var files = files(AREAS, PEOPLE, GROUPS);
    files.remove("people.csv");
    assertThat(mistakes(files))
        .extracting(one -> one.line() + " " + one.code().text())
        .containsExactly("0 L701");
  }

  @Test
  void mistakesOfAllFilesAreToldAtOnce() {
    var files =
        files(AREAS.replace("county", "contry"), PEOPLE.replace("worker", "wroker"), "id\n");
    assertThat(mistakes(files))
        .extracting(Mistake::file)
        .contains("d/areas.csv", "d/people.csv", "d/groups.csv");
  }

  @Test
  void accountsMatchIgnoringCaseAndTheSandboxKnowsPeopleByTheirIds() {
    var directory = valid(AREAS, PEOPLE, GROUPS);
    var person = directory.person(new PersonId("p1"));
    assertThat(directory.speaker("wecom", "USERa")).isPresent().isEqualTo(person);
    assertThat(directory.speaker("sandbox", "P1")).isEqualTo(person);
    assertThat(directory.speaker("dingtalk", "usera")).isEmpty();
    assertThat(directory.speaker("wecom", "")).isEmpty();
    assertThat(directory.heard("sandbox", "g1")).contains(directory.groups().getFirst());
  }
}
