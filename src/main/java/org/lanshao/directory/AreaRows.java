package org.lanshao.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.lanshao.form.Mistake;
import org.lanshao.form.Point;

/** Reads the rows of {@code areas.csv}. */
final class AreaRows {
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(?:\\.\\d{1,10})?");

  private final CsvTable table;
  private final Rows rows;
  private final Map<String, CsvTable.Row> codeToRow = new HashMap<>();
  private final Map<String, Integer> placeToLine = new HashMap<>();

  private AreaRows(CsvTable table, List<Mistake> mistakes) {
    this.table = table;
    this.rows = new Rows(table, mistakes);
    table.rows().forEach(row -> codeToRow.putIfAbsent(row.cell("code"), row));
  }

  /** The areas of the rows that are right in themselves; what is wrong is added. */
  static List<Area> read(CsvTable table, List<Mistake> mistakes) {
    return new AreaRows(table, mistakes).read();
  }

  private List<Area> read() {
    checkRoot();
    var areas = new ArrayList<Area>();
    for (CsvTable.Row row : table.rows()) {
      boolean identified = rows.identified(row, "code");
      var kind = rows.word(row, "kind", Area.Kind.values());
      checkParent(row, kind);
      checkNameWithinParent(row);
      if (identified && kind.isPresent()) {
        areas.add(area(row, kind.get(), point(row)).with(founding(row, kind.get())));
      }
    }
    return areas;
  }

  private void checkRoot() {
    var roots = table.rows().stream().filter(row -> row.cell("parent").isEmpty()).toList();
    if (roots.isEmpty() && !table.rows().isEmpty()) {
      rows.wrong(
          DirectoryCode.ROOT, table.rows().getFirst(), "没有最上级的地区。", "最上级（市）那一行的 parent 要留空。");
    }
    roots.stream()
        .skip(1)
        .forEach(
            row ->
                rows.wrong(
                    DirectoryCode.ROOT,
                    row,
                    "有两个最上级：第" + roots.getFirst().line() + "行也没有 parent。",
                    "请填它的上级代码。"));
  }

  private void checkParent(CsvTable.Row row, Optional<Area.Kind> kind) {
    var parent = row.cell("parent");
    if (parent.isEmpty()) {
      return;
    }
    if (!codeToRow.containsKey(parent)) {
      var remedy = Nearest.remedy(parent, new TreeSet<>(codeToRow.keySet()), "请填上级地区的 code。");
      rows.wrong(DirectoryCode.NO_SUCH_AREA, row, "没有代码是“" + parent + "”的地区。", remedy);
      return;
    }
    var circle = circle(row);
    if (circle.isPresent()) {
      rows.wrong(DirectoryCode.CIRCLE, row, "上级绕成了一圈：" + circle.get() + "。", "请改正其中一个 parent。");
      return;
    }
    var outer = outerKind(parent);
    if (kind.isPresent() && outer.isPresent() && outer.get().compareTo(kind.get()) >= 0) {
      rows.wrong(
          DirectoryCode.WRONG_LEVEL,
          row,
          "上级“" + parent + "”的级别不比它高。",
          "级别从高到低：city county town village point。");
    }
  }

  private Optional<Area.Kind> outerKind(String code) {
    var row = Optional.ofNullable(codeToRow.get(code));
    return Arrays.stream(Area.Kind.values())
        .filter(kind -> row.map(r -> r.cell("kind")).orElse("").equalsIgnoreCase(kind.name()))
        .findFirst();
  }

  /** The codes from this row back to itself, if its parents lead there. */
  private Optional<String> circle(CsvTable.Row row) {
    Set<String> seen = new LinkedHashSet<>();
    var code = row.cell("code");
    var next = code;
    while (codeToRow.containsKey(next) && seen.add(next)) {
      next = codeToRow.getOrDefault(next, row).cell("parent");
    }
    return next.equals(code) && !code.isEmpty()
        ? Optional.of(String.join("→", seen) + "→" + code)
        : Optional.empty();
  }

  private void checkNameWithinParent(CsvTable.Row row) {
    var place = row.cell("parent") + "/" + row.cell("name");
    var before = placeToLine.putIfAbsent(place, row.line());
    if (before != null && !row.cell("name").isEmpty()) {
      rows.wrong(
          DirectoryCode.REPEATED,
          row,
          "和第" + before + "行同一个上级，又同名“" + row.cell("name") + "”。",
          "请改成不同的名称。");
    }
  }

  /** Its middle; empty when neither is given, or what is given is wrong, which is told. */
  private Optional<Point> point(CsvTable.Row row) {
    var latitude = row.cell("lat");
    var longitude = row.cell("lon");
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return Optional.empty();
    }
    if (DEGREES.matcher(latitude).matches() && DEGREES.matcher(longitude).matches()) {
      double north = Double.parseDouble(latitude);
      double east = Double.parseDouble(longitude);
      if (Point.isOnEarth(north, east)) {
        return Optional.of(new Point(north, east));
      }
    }
    rows.wrong(
        DirectoryCode.NOT_A_POINT,
        row,
        "lat、lon 不对：“%s”“%s”。".formatted(latitude, longitude),
        "lat 填纬度，lon 填经度，例如 22.91 和 112.04；不知道就两个都留空。");
    return Optional.empty();
  }

  /** Since when its station works; what is wrong is told. */
  private Founding founding(CsvTable.Row row, Area.Kind kind) {
    var founding = new Founding(roughDay(row, "founded"), roughDay(row, "branch"));
    boolean station = kind == Area.Kind.TOWN || kind == Area.Kind.POINT;
    if (!station && !founding.equals(Founding.UNKNOWN)) {
      rows.wrong(
          DirectoryCode.NO_STATION, row, "这一级没有社工站。", "founded、branch 只写在 town 和 point 的行里。");
    }
    return founding;
  }

  private Optional<RoughDay> roughDay(CsvTable.Row row, String column) {
    var cell = row.cell(column);
    var day = RoughDay.read(cell);
    if (!cell.isEmpty() && day.isEmpty()) {
      rows.wrong(
          DirectoryCode.NO_ROUGH_DAY,
          row,
          "%s“%s”不是日期。".formatted(column, cell),
          "写 2017、2017-07 或 2017-07-15，不知道就留空。");
    }
    return day;
  }

  private static Area area(CsvTable.Row row, Area.Kind kind, Optional<Point> point) {
    var parent = Optional.of(row.cell("parent")).filter(p -> !p.isEmpty()).map(AreaCode::new);
    var aliases =
        Arrays.stream(row.cell("aliases").split("[;；]"))
            .map(String::strip)
            .filter(alias -> !alias.isEmpty())
            .toList();
    return new Area(new AreaCode(row.cell("code")), row.cell("name"), kind, parent, aliases, point);
  }
}
