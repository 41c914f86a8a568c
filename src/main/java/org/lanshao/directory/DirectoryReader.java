package org.lanshao.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Mistake;

/**
 * Reads the directory's three files, {@code areas.csv}, {@code people.csv} and {@code groups.csv}:
 * UTF-8 with or without a byte order mark, a header first, columns in any order. What each column
 * holds is told in {@code config/README.md}.
 */
public final class DirectoryReader {
  private static final List<String> AREA_COLUMNS = List.of("code", "name", "kind", "parent");
  private static final List<String> AREA_EXTRAS =
      List.of("aliases", "lat", "lon", "founded", "branch");
  private static final List<String> PERSON_COLUMNS = List.of("id", "name", "role", "area");
  private static final List<String> PERSON_EXTRAS =
      List.of("wecom", "dingtalk", "feishu", "phone", "language", "agency");
  private static final List<String> GROUP_COLUMNS = List.of("id", "name", "area", "channel");
  private static final List<String> GROUP_EXTRAS = List.of("send", "hear", "agencies");

  private DirectoryReader() {}

  /**
   * Reads and checks all three files.
   *
   * @param folder the folder's path, for messages: {@code config/directory}
   * @param files the folder's files by plain name; others than the three are not looked at
   * @param outside what {@code groups.csv} refers to
   * @return the directory, or all that is wrong in the files
   */
  public static DirectoryRead read(String folder, Map<String, byte[]> files, Outside outside) {
    var mistakes = new ArrayList<Mistake>();
    var areaTable = table(folder, "areas.csv", files, AREA_COLUMNS, AREA_EXTRAS, mistakes);
    var personTable = table(folder, "people.csv", files, PERSON_COLUMNS, PERSON_EXTRAS, mistakes);
    var groupTable = table(folder, "groups.csv", files, GROUP_COLUMNS, GROUP_EXTRAS, mistakes);
    var areas = areaTable.map(t -> AreaRows.read(t, mistakes)).orElse(List.of());
    var places = areaTable.map(t -> new Places(areas, t.column("code")));
    var people = personTable.map(t -> PersonRows.read(t, places, mistakes)).orElse(List.of());
    var groups =
        groupTable.map(t -> new GroupRows(t, places, outside, mistakes).read()).orElse(List.of());
    return mistakes.isEmpty()
        ? new DirectoryRead.Valid(new Directory(areas, people, groups))
        : new DirectoryRead.Invalid(mistakes);
  }

  /**
   * What {@code groups.csv} refers to.
   *
   * @param environment what {@code ${NAME}} stands for
   * @param advice what channels know about {@code send}
   */
  public record Outside(Map<String, String> environment, SendAdvice advice) {
    /** Copies the environment. */
    public Outside {
      environment = Map.copyOf(environment);
    }
  }

  private static Optional<CsvTable> table(
      String folder,
      String name,
      Map<String, byte[]> files,
      List<String> required,
      List<String> extras,
      List<Mistake> mistakes) {
    var path = folder + "/" + name;
    var bytes = Optional.ofNullable(files.get(name));
    if (bytes.isEmpty()) {
      mistakes.add(
          new Mistake(DirectoryCode.MISSING_FILE, path, 0, "没有这个文件。", "请放一份 UTF-8 的 CSV，第一行写列名。"));
    }
    return bytes.flatMap(
        b -> CsvTable.read(path, b, new CsvTable.Columns(required, extras), mistakes));
  }
}
