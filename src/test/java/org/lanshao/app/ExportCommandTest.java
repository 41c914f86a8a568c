package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Answers;
import org.lanshao.form.FormId;
import org.lanshao.form.QuestionId;
import org.lanshao.form.Value;
import org.lanshao.record.Submission;
import org.lanshao.store.Store;
import org.lanshao.turn.Changes;
import org.lanshao.turn.NewRecords;
import org.lanshao.turn.Unavailable;

/** {@code lanshao export}: nobody is named in the book without {@code --names}, a child least. */
class ExportCommandTest {
  private static final Optional<Value.Place> VILLAGE =
      Optional.of(new Value.Place("445303104901", "石巷村"));

  private final Path dir;
  private final Operator operator;

  ExportCommandTest(@TempDir Path dir) {
    this.dir = dir;
    this.operator = new Operator(dir);
  }

  @BeforeEach
  void recordsNameAWomanAndTwoChildren() throws Unavailable {
    var ledger =
        operator.write(
            "ledger.csv",
            "户号,村居,户主,姓名,出生日期",
            "J101,云安区富林镇石巷村,冯阿婆,冯阿婆,1950-01-02",
            "J102,云安区富林镇石巷村,冯小童,冯小童,2014-03-04",
            "J103,云安区富林镇石巷村,钟四,钟小苗,2015-03-04");
    assertThat(operator.run("register", ledger.toString(), "--yes")).as(operator.out()).isZero();
    try (var store = operator.open()) {
      file(store, 1, new Value.Person(VILLAGE, "冯阿婆", Optional.of("J101-1")));
      file(store, 2, new Value.Person(VILLAGE, "冯小童", Optional.of("J102-1")));
      // as written by somebody whom nothing told who that is
      file(store, 3, new Value.Person(Optional.empty(), "冯小童"));
      file(store, 4, new Value.Person(VILLAGE, "钟小苗", Optional.of("J103-1")));
    }
  }

  private static void file(Store store, int nth, Value person) throws Unavailable {
    var record =
        new Submission(
            new UUID(nth, nth),
            "D" + nth,
            new FormId("duty"),
            "abc",
            new PersonId("p03"),
            new AreaCode("445303104901"),
            Operator.NOW,
            LocalDate.of(2022, 5, 10),
            new Answers(Map.of(new QuestionId("backup"), person)));
    var batch = new UUID(7, nth);
    store.recordImport().layOut(batch, List.of(new Changes.Filing(record, List.of())));
    assertThat(store.recordImport().takeIn(new NewRecords(batch, List.of()), 1)).isTrue();
  }

  @Test
  void withoutNamesAChildIsAChildTheSameOneAlwaysByTheSame() throws IOException {
    var book = book();

    assertThat(book).contains("D1", "D2", "D3", "D4", "冯*", "儿童B");
    assertThat(book.split("儿童A", -1)).as("twice").hasSize(3);
    assertThat(book).doesNotContain("冯阿婆", "冯小童", "钟小苗", "J101", "J102", "J103");
  }

  @Test
  void withNamesAllAreNamed() throws IOException {
    assertThat(book("--names")).contains("冯阿婆", "冯小童", "钟小苗").doesNotContain("儿童");
  }

  private String book(String... options) throws IOException {
    var file = dir.resolve("book.xlsx");
    var words = new ArrayList<>(List.of("export", "-o", file.toString()));
    words.addAll(List.of(options));
    assertThat(operator.run(words.toArray(String[]::new))).as(operator.out()).isZero();
    try (var in = Files.newInputStream(file);
        var book = new ReadableWorkbook(in)) {
      var text = new StringBuilder();
      for (var sheet : book.getSheets().toList()) {
        text.append(
            sheet.read().stream()
                .flatMap(row -> row.stream())
                .map(cell -> cell == null ? "" : cell.getText())
                .collect(Collectors.joining(" ", "", "\n")));
      }
      return text.toString();
    }
  }
}
