package org.lanshao.directory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lanshao.form.Mistake;

/** What the three readers of rows have in common. */
final class Rows {
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,32}");

  private final CsvTable table;
  private final List<Mistake> mistakes;
  private final Map<String, Integer> valueToLine = new HashMap<>();

  Rows(CsvTable table, List<Mistake> mistakes) {
    this.table = table;
    this.mistakes = mistakes;
  }

  void wrong(DirectoryCode code, CsvTable.Row row, String problem, String remedy) {
    mistakes.add(table.mistake(code, row, problem, remedy));
  }

  /** Whether the row's key and name are fit; a bad one is reported. */
  boolean identified(CsvTable.Row row, String column) {
    var id = row.cell(column);
    boolean fit = ID.matcher(id).matches();
    if (id.isEmpty()) {
      wrong(DirectoryCode.EMPTY_CELL, row, column + " 是空的。", "请填一个不重复的代号。");
    } else if (!fit) {
      wrong(DirectoryCode.BAD_ID, row, column + " 只能用字母、数字、- 和 _，最多32个。", "请改写“" + id + "”。");
    }
    if (row.cell("name").isEmpty()) {
      wrong(DirectoryCode.EMPTY_CELL, row, "name 是空的。", "请填名称。");
    }
    return single(row, column, "请改成不重复的。") && fit && !row.cell("name").isEmpty();
  }

  /** Whether a value, ignoring case, is there for the first time; a repeated one is reported. */
  boolean single(CsvTable.Row row, String column, String remedy) {
    var value = row.cell(column).toLowerCase(Locale.ROOT);
    var before = value.isEmpty() ? null : valueToLine.putIfAbsent(column + ":" + value, row.line());
    if (before != null) {
      wrong(
          DirectoryCode.REPEATED,
          row,
          column + "“" + row.cell(column) + "”和第" + before + "行重复。",
          remedy);
    }
    return before == null;
  }

  /** The agency of a name in a row, empty for no name; one that cannot be one is reported. */
  Optional<Agency> agency(CsvTable.Row row, String name) {
    var agency = Agency.of(name);
    if (!name.isEmpty() && agency.isEmpty()) {
      wrong(DirectoryCode.UNKNOWN_WORD, row, "部门“" + name + "”写不成名称。", "请写2到12个字，例如 三防办。");
    }
    return agency;
  }

  /** The constant whose name stands in a column; an unknown one is reported. */
  <E extends Enum<E>> Optional<E> word(CsvTable.Row row, String column, E[] constants) {
    var word = row.cell(column).toLowerCase(Locale.ROOT);
    var words = Arrays.stream(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    int at = words.indexOf(word);
    if (at < 0) {
      var choice = "可以填：" + String.join(" ", words) + "。";
      wrong(
          word.isEmpty() ? DirectoryCode.EMPTY_CELL : DirectoryCode.UNKNOWN_WORD,
          row,
          word.isEmpty() ? column + " 是空的。" : "不认识的 " + column + "“" + word + "”。",
          Nearest.remedy(word, words, choice));
    }
    return at < 0 ? Optional.empty() : Optional.of(constants[at]);
  }
}
