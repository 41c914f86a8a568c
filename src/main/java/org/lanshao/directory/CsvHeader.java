package org.lanshao.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lanshao.form.Mistake;

/**
 * The first line of a CSV file, which names the columns.
 *
 * @param path the file's path, for messages
 * @param line the line
 * @param columns what may and must be there
 */
record CsvHeader(String path, CsvTable.Line line, CsvTable.Columns columns) {
  private static final Pattern OTHER_SEPARATOR = Pattern.compile("[;；\t|，]");

  /** The names of the columns, in lower case, in their order. */
  List<String> names() {
    return line.cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
  }

  /** What is wrong with it: unknown, repeated and missing columns. */
  List<Mistake> mistakes() {
    if (line.cells().size() == 1 && OTHER_SEPARATOR.matcher(line.cells().getFirst()).find()) {
      return List.of(
          mistake(DirectoryCode.HEADER, "列名之间不是英文逗号。", "请改成英文逗号 , ，或者在表格软件里另存为“CSV UTF-8（逗号分隔）”。"));
    }
    var mistakes = new ArrayList<Mistake>();
    var seen = new HashSet<String>();
    for (String name : names()) {
      if (!columns.all().contains(name)) {
        mistakes.add(mistake(DirectoryCode.HEADER, "不认识的列“" + name + "”。", unknown(name)));
      } else if (!seen.add(name)) {
        mistakes.add(mistake(DirectoryCode.HEADER, "列“" + name + "”写了两次。", "请删去一个。"));
      }
    }
    for (String required : columns.required()) {
      if (!seen.contains(required)) {
        mistakes.add(
            mistake(
                DirectoryCode.HEADER,
                "缺少列“" + required + "”。",
                "第一行要有：" + join(columns.required()) + "。"));
      }
    }
    return mistakes;
  }

  private String unknown(String name) {
    return Nearest.remedy(name, columns.all(), "可以用的列：" + join(columns.all()) + "。");
  }

  private Mistake mistake(DirectoryCode code, String problem, String remedy) {
    return new Mistake(code, path, line.number(), problem, remedy);
  }

  private static String join(Iterable<String> names) {
    return String.join(",", names);
  }
}
