package org.lanshao.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.dialogue.BundledForms;
import org.lanshao.dialogue.TestWording;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.Form;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.record.Revision;
import org.lanshao.record.Seen;
import org.lanshao.record.Sight;
import org.lanshao.record.Submission;
import org.lanshao.register.Masks;

/** A workbook read back by another program. */
class LedgerBookTest {
  private static final Form VISIT = BundledForms.read("visit");
  private static final int FIRST_ANSWER = 8;

  private static Revision visit(int nth, String note) {
    var village = Optional.of(new Value.Place("445381101", "太平镇"));
    var answers =
        Answers.NONE
            .with(new QuestionId("household"), new Value.Household(village, "欧阳三"))
            .with(new QuestionId("mode"), new Value.One("home"))
            .with(new QuestionId("people"), new Value.Whole(3))
            .with(new QuestionId("note"), new Value.Text(note));
    return Revision.first(
        new Submission(
            new UUID(0, nth),
            "V" + nth,
            VISIT.id(),
            "hash",
            new PersonId("p01"),
            new AreaCode("445381101"),
            Instant.parse("2022-05-10T01:30:00Z"),
            LocalDate.of(2022, 5, 10),
            answers));
  }

  private static byte[] book(Sight sight, int most, Revision... records) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = open(out, sight, most)) {
      book.begin(VISIT);
      for (Revision record : records) {
        book.add(record);
      }
    }
    return out.toByteArray();
  }

  private static LedgerBook open(OutputStream out, Sight sight, int most) {
    var zone = ZoneId.of("Asia/Shanghai");
    return new LedgerBook(
        out,
        BundledDirectory.read(),
        TestWording.read(),
        (form, record) -> new Seen(sight, (name, number) -> Masks.name(name)),
        zone,
        most);
  }

  private static List<Row> rows(byte[] book, int sheet) throws IOException {
    try (var read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      return read.getSheet(sheet).orElseThrow().read();
    }
  }

  private static int column(String question) {
    int at = 0;
    while (!VISIT.questions().get(at).id().text().equals(question)) {
      at++;
    }
    return FIRST_ANSWER + at;
  }

  @Test
  void numbersAreNumbersDaysAreDaysAndOptionsAreWords() throws IOException {
    var rows = rows(book(Sight.FULL, 100, visit(1, "路滑")), 0);

    assertThat(rows.getFirst().getCellText(0)).isEqualTo("编号");
    assertThat(rows.getFirst().getCellText(column("people"))).isEqualTo("人数");
    Row row = rows.get(1);
    assertThat(row.getCellText(0)).isEqualTo("V1");
    assertThat(row.getCellAsDate(1).map(LocalDateTime::toLocalDate))
        .hasValue(LocalDate.of(2022, 5, 10));
    assertThat(row.getCellAsDate(2)).hasValue(LocalDateTime.of(2022, 5, 10, 9, 30));
    assertThat(row.getCellText(4)).isEqualTo("太平镇");
    Cell people = row.getCell(column("people"));
    assertThat(people.getType()).isEqualTo(CellType.NUMBER);
    assertThat(people.asNumber()).isEqualByComparingTo(new BigDecimal(3));
    assertThat(row.getCellText(column("mode"))).isEqualTo("入户");
    assertThat(row.getCellText(column("household"))).contains("欧阳三");
    assertThat(row.getCellText(column("note"))).isEqualTo("路滑");
  }

  @Test
  void whoSeesOnlyMaskedRecordsReadsNoNameAndNoText() throws IOException {
    var book = book(Sight.MASKED, 100, visit(1, "欧阳三的电话"));
    var row = rows(book, 0).get(1);
    assertThat(row.getCellText(column("household"))).contains("欧*").doesNotContain("欧阳三");
    assertThat(row.getCellText(column("note"))).isEqualTo("***");
    assertThat(row.getCellText(column("mode"))).isEqualTo("入户");
    assertThat(unzipped(book)).doesNotContain("欧阳三");
  }

  @Test
  void theHeaderStaysInSight() throws IOException {
    assertThat(unzipped(book(Sight.FULL, 100, visit(1, "好")))).contains("state=\"frozen\"");
  }

  @Test
  void aFullSheetGoesOnWithAnotherOne() throws IOException {
    var book = book(Sight.FULL, 2, visit(1, "一"), visit(2, "二"), visit(3, "三"));
    assertThat(rows(book, 0)).hasSize(3);
    assertThat(rows(book, 1)).hasSize(2);
    assertThat(rows(book, 1).get(1).getCellText(0)).isEqualTo("V3");
  }

  /** What looks like a formula is a text; what no XML may hold is left out. */
  @Test
  void wordsStayWords() throws IOException {
    var row = rows(book(Sight.FULL, 9, visit(1, "=1+1<&\"\u0001㙟😀")), 0).get(1);
    assertThat(row.getCell(column("note")).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCellText(column("note"))).isEqualTo("=1+1<&\"㙟😀");
  }

  /** By its list of parts, as office programs read it. */
  private static String unzipped(byte[] book) throws IOException {
    Path file = Files.createTempFile("ledger", ".xlsx");
    var all = new StringBuilder();
    try {
      Files.write(file, book);
      try (var zip = new ZipFile(file.toFile())) {
        for (var part : Collections.list(zip.entries())) {
          all.append(new String(zip.getInputStream(part).readAllBytes(), UTF_8));
        }
      }
    } finally {
      Files.delete(file);
    }
    return all.toString();
  }

  /** The same with a million records in 256 MB was seen by hand. */
  @Test
  void manyRecordsNeedLittleMemory(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("many.xlsx");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xmx40m",
                "-cp",
                classPath(),
                ManyRecords.class.getName(),
                file.toString(),
                "60000")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("out"))).isZero();
    try (var book = new ReadableWorkbook(Files.newInputStream(file));
        var rows = book.getSheet(0).orElseThrow().openStream()) {
      assertThat(rows.count()).isEqualTo(60_001);
    }
  }

  /** Also where the tests have a loader of their own. */
  private static String classPath() {
    return LedgerBookTest.class.getClassLoader() instanceof URLClassLoader loader
        ? Stream.of(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  /** Writes a book of so many records. */
  static final class ManyRecords {
    private ManyRecords() {}

    public static void main(String[] args) throws IOException {
      int count = Integer.parseInt(args[1]);
      try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[0])));
          var book = open(out, Sight.FULL, 1_048_575)) {
        book.begin(VISIT);
        for (int nth = 1; nth <= count; nth++) {
          book.add(visit(nth, "家里路滑，第" + nth + "次提醒，要换灯泡"));
        }
      }
    }
  }
}
