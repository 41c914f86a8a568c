package org.lanshao.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lanshao.form.Mistake;

/** The areas of {@code areas.csv} as the other two files refer to them. */
final class Places {
  private final Map<AreaCode, Area> codeToArea = new HashMap<>();
  private final Set<String> codes;

  /** From the areas that could be read, and every code in the file, also of the broken lines. */
  Places(List<Area> areas, List<String> codes) {
    areas.forEach(area -> codeToArea.put(area.code(), area));
    this.codes = new TreeSet<>(codes);
  }

  /** The area of this code, if it could be read. */
  Optional<Area> area(AreaCode code) {
    return Optional.ofNullable(codeToArea.get(code));
  }

  /** What is wrong with the column {@code area} of a row, or empty. */
  static Optional<Mistake> mistake(CsvTable table, CsvTable.Row row, Optional<Places> places) {
    var code = row.cell("area");
    if (code.isEmpty()) {
      return Optional.of(
          table.mistake(DirectoryCode.EMPTY_CELL, row, "area 是空的。", "请填 areas.csv 里的代码。"));
    }
    return places
        .filter(known -> !known.codes.contains(code))
        .map(known -> Nearest.remedy(code, known.codes, "请填 areas.csv 里的代码。"))
        .map(
            remedy ->
                table.mistake(
                    DirectoryCode.NO_SUCH_AREA, row, "areas.csv 里没有代码“" + code + "”。", remedy));
  }
}
