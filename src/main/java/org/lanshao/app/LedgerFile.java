package org.lanshao.app;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.lanshao.census.Line;

/** A ledger as a file: the first sheet of a workbook, or a CSV in UTF-8 or GB18030. */
final class LedgerFile {
  private static final CsvFactory CSV = new CsvFactory();
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Only its format tells a day from a number. */
  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  /** Formats of days that are built in where Office is Chinese (ISO/IEC 29500-1, 18.8.30). */
  private static final Set<Integer> CHINESE_DAYS =
      Set.of(27, 28, 29, 30, 31, 36, 50, 52, 53, 54, 57, 58);

  private LedgerFile() {}

  /**
   * Its lines that are not empty.
   *
   * @throws IOException when it cannot be read, or is neither
   */
  static List<Line> read(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    return isWorkbook(bytes) ? workbook(file) : csv(text(bytes));
  }

  private static boolean isWorkbook(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < ' ';
  }

  private static List<Line> workbook(Path file) throws IOException {
    try (var workbook = new ReadableWorkbook(file.toFile(), WITH_FORMATS);
        var rows = workbook.getFirstSheet().openStream()) {
      return rows.map(LedgerFile::line).filter(LedgerFile::isFilled).toList();
    }
  }

  private static Line line(Row row) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(row.getOptionalCell(i).map(LedgerFile::text).orElse(""));
    }
    return new Line(row.getRowNum(), cells);
  }

  /** As it is shown: a number without an exponent, a day as a day. */
  private static String text(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER ->
          isDay(cell)
              ? cell.asDate().toLocalDate().toString()
              : cell.asNumber().stripTrailingZeros().toPlainString();
      case STRING, FORMULA, BOOLEAN, ERROR, EMPTY -> cell.getText().strip();
    };
  }

  private static boolean isDay(Cell cell) {
    var format = cell.getDataFormatString();
    var id = cell.getDataFormatId();
    return (format != null && format.contains("yy")) || (id != null && CHINESE_DAYS.contains(id));
  }

  private static boolean isFilled(Line line) {
    return line.cells().stream().anyMatch(cell -> !cell.isEmpty());
  }

  private static String text(byte[] bytes) throws IOException {
    var utf8 = StandardCharsets.UTF_8.newDecoder();
    try {
      var text = utf8.decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException other) {
      return Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  private static List<Line> csv(String text) throws IOException {
    var lines = new ArrayList<Line>();
    try (var parser = CSV.createParser(text)) {
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        int number = parser.currentLocation().getLineNr();
        var cells = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          cells.add(parser.getText().strip());
        }
        lines.add(new Line(number, cells));
      }
    }
    lines.removeIf(line -> !isFilled(line));
    return lines;
  }
}
