package org.lanshao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.app.WrittenWorkbook.computed;
import static org.lanshao.app.WrittenWorkbook.empty;
import static org.lanshao.app.WrittenWorkbook.inline;
import static org.lanshao.app.WrittenWorkbook.number;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanshao.census.Line;

class LedgerFileTest {
  private final Path dir;

  LedgerFileTest(@TempDir Path dir) {
    this.dir = dir;
  }

  @Test
  void aWorkbookIsReadAsOfficesWriteIt() throws IOException {
    var book = new WrittenWorkbook();
    book.row(1, book.shared("富林镇困难群众台账（2022年5月）"), empty(true), empty(true));
    book.row(3, book.shared("村居"), inline("户主"), book.rich("出生", "日期"), inline("电话"), inline("人口"));
    book.row(
        4,
        inline("石巷村"),
        book.shared("张三 "),
        number("21916", 1),
        number("13800000000", 0),
        computed("1+2", "3"));
    book.row(
        5, inline("石巷村"), book.shared("李&lt;四&gt;"), number("21916", 2), inline("13800000001"));
    book.row(
        6, inline("石巷村"), empty(false), number("21916", 4), inline("0766-1234567"), number("3", 0));
    book.row(7, empty(true), empty(true));

    assertThat(LedgerFile.read(book.to(dir.resolve("ledger.xlsx"))))
        .extracting(Line::number, line -> String.join("|", line.cells()))
        .containsExactly(
            row(1, "富林镇困难群众台账（2022年5月）||"),
            row(3, "村居|户主|出生日期|电话|人口"),
            row(4, "石巷村|张三|1960-01-01|13800000000|3"),
            row(5, "石巷村|李<四>|1960-01-01|13800000001"),
            row(6, "石巷村||1960-01-01|0766-1234567|3"));
  }

  private static org.assertj.core.groups.Tuple row(int number, String cells) {
    return org.assertj.core.api.Assertions.tuple(number, cells);
  }

  @Test
  void textsAreReadInUtf8AndInWhatExcelSavesInChina() throws IOException {
    var text = "村居,户主\n石巷村,㙟三\n";
    for (var charset : List.of("UTF-8", "GB18030")) {
      var file = Files.write(dir.resolve(charset), text.getBytes(Charset.forName(charset)));

      assertThat(LedgerFile.read(file))
          .as(charset)
          .extracting(Line::cells)
          .containsExactly(List.of("村居", "户主"), List.of("石巷村", "㙟三"));
    }
  }
}
