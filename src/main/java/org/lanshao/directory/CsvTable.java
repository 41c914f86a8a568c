package org.lanshao.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lanshao.form.Mistake;

/**
 * A CSV file with a header, taken apart.
 *
 * @param path the file's path, for messages
 * @param rows what stands below the header, without empty lines
 */
record CsvTable(String path, List<Row> rows) {
  /** The parser alone: a mapper would cost a quarter of the start. */
  private static final CsvFactory CSV = new CsvFactory();

  private static final Pattern ROUNDED = Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+\\d+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}&&[^\\u200D]]");
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u00A0\\u2028\\u2029]+");

  /**
   * The columns that a file has.
   *
   * @param required those that must be there
   * @param extras those that may be left out
   */
  record Columns(List<String> required, List<String> extras) {
    Set<String> all() {
      var all = new TreeSet<>(required);
      all.addAll(extras);
      return all;
    }
  }

  /**
   * A line of the file.
   *
   * @param line its number, from 1
   * @param columnToCell its cells without white space round them; a column that the file leaves
   *     out, or the line ends before, is not in it
   */
  record Row(int line, Map<String, String> columnToCell) {
    /** What stands in a column; empty text for nothing. */
    String cell(String column) {
      return columnToCell.getOrDefault(column, "");
    }
  }

  /** Everything in one column, in the order of the file. */
  List<String> column(String name) {
    return rows.stream().map(row -> row.cell(name)).toList();
  }

  Mistake mistake(DirectoryCode code, Row row, String problem, String remedy) {
    return new Mistake(code, path, row.line(), problem, remedy);
  }

  /** The file taken apart; empty, with the mistake added, when that cannot be done. */
  static Optional<CsvTable> read(
      String path, byte[] bytes, Columns columns, List<Mistake> mistakes) {
    var text = CsvText.decode(path, bytes, mistakes);
    var lines = text.flatMap(t -> lines(path, t, mistakes));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    if (lines.get().isEmpty()) {
      mistakes.add(
          new Mistake(
              DirectoryCode.HEADER,
              path,
              1,
              "文件是空的。",
              "第一行写列名：" + String.join(",", columns.required()) + "。"));
      return Optional.empty();
    }
    var header = new CsvHeader(path, lines.get().getFirst(), columns);
    var wrong = header.mistakes();
    mistakes.addAll(wrong);
    return wrong.isEmpty()
        ? Optional.of(new CsvTable(path, rows(header, lines.get(), mistakes)))
        : Optional.empty();
  }

  private static List<Row> rows(CsvHeader header, List<Line> lines, List<Mistake> mistakes) {
    var rows = new ArrayList<Row>();
    var names = header.names();
    for (Line line : lines.subList(1, lines.size())) {
      mistakes.addAll(shape(header.path(), line, names.size()));
      mistakes.addAll(rounded(header, line));
      var cells = new HashMap<String, String>();
      for (int i = 0; i < Math.min(names.size(), line.cells().size()); i++) {
        cells.put(names.get(i), line.cells().get(i));
      }
      rows.add(new Row(line.number(), cells));
    }
    return rows;
  }

  /** What is wrong with the commas and quotes of a line. */
  private static List<Mistake> shape(String path, Line line, int columns) {
    var mistakes = new ArrayList<Mistake>();
    int cells = line.cells().size();
    var text = String.join("", line.cells());
    if (cells > columns) {
      var problem = "这一行有" + cells + "格，列名只有" + columns + "个。";
      mistakes.add(
          new Mistake(
              DirectoryCode.CELLS, path, line.number(), problem, "请删去多出的逗号；几个别名之间用分号 ; 隔开。"));
    }
    if (cells < columns && text.contains("，")) {
      mistakes.add(
          new Mistake(DirectoryCode.CELLS, path, line.number(), "用了中文逗号，。", "请改成英文逗号 , 。"));
    }
    if (text.contains("\"")) {
      mistakes.add(
          new Mistake(DirectoryCode.QUOTES, path, line.number(), "引号的位置不对。", "引号要把整格包住，或者去掉引号。"));
    }
    return mistakes;
  }

  /** Numbers that a spreadsheet shortened: what they were is lost. */
  private static List<Mistake> rounded(CsvHeader header, Line line) {
    return IntStream.range(0, Math.min(header.names().size(), line.cells().size()))
        .filter(i -> ROUNDED.matcher(line.cells().get(i)).matches())
        .mapToObj(
            i ->
                new Mistake(
                    DirectoryCode.ROUNDED,
                    header.path(),
                    line.number(),
                    header.names().get(i) + " 被表格软件改成了科学计数法，原来的数字没有了。",
                    "请把这一列设成文本格式，重新填。"))
        .toList();
  }

  /** Every line that is not empty, or empty when the quotes make no sense. */
  private static Optional<List<Line>> lines(String path, String text, List<Mistake> mistakes) {
    var lines = new ArrayList<Line>();
    int number = 1;
    try (CsvParser parser = CSV.createParser(text)) {
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        number = parser.currentLocation().getLineNr();
        var cells = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          cells.add(visible(parser.getText()));
        }
        lines.add(new Line(number, cells));
      }
    } catch (JsonProcessingException broken) {
      mistakes.add(
          new Mistake(
              DirectoryCode.QUOTES, path, number, "引号没有成对，后面的内容读不下去。", "请检查这一行的英文双引号，成对写或去掉。"));
      return Optional.empty();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    lines.removeIf(line -> line.cells().stream().allMatch(String::isEmpty));
    return Optional.of(lines);
  }

  /** A cell without what nobody sees in it: marks of direction, breaks of lines. */
  private static String visible(String cell) {
    var seen = UNSEEN.matcher(cell).replaceAll("");
    return BREAKS.matcher(seen).replaceAll(" ").strip();
  }

  /** A line's number, from 1, and its cells. */
  record Line(int number, List<String> cells) {}
}
