package org.lanshao.census;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.AreaCode;
import org.lanshao.register.FileNumber;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.OnFile;

/**
 * A table that only names households which are on file: by their numbers, or by village and head.
 *
 * @param found each once, in the order of the table
 * @param refused lines that name none, or not one alone
 */
public record Roster(Set<FileNumber> found, List<Preview.Refused> refused) {
  /** Copies the collections. */
  public Roster {
    found = Collections.unmodifiableSet(new LinkedHashSet<>(found));
    refused = List.copyOf(refused);
  }

  /**
   * Reads lines, of which the first names the columns.
   *
   * @param near where names of places are looked for first
   */
  public static Roster read(List<Line> lines, Ledger.Ground ground, AreaCode near) {
    var found = new LinkedHashSet<FileNumber>();
    var refused = new ArrayList<Preview.Refused>();
    var columns = lines.stream().findFirst().map(Columns::new);
    if (columns.filter(one -> one.isWhole() || one.hasNumber()).isEmpty()) {
      return new Roster(found, List.of(new Preview.Refused(1, "第一行要有“户号”一列，或者“村居”和“户主”两列。")));
    }
    var cells = new Cells(ground.directory(), near, ground.today());
    for (Line line : lines.subList(1, lines.size())) {
      switch (meant(line, columns.get(), cells, ground)) {
        case OnFile.One(Household household) -> found.add(household.number());
        case OnFile.Several several ->
            refused.add(new Preview.Refused(line.number(), "这个村有几户户主同名：加一列“户号”。"));
        case OnFile.Nothing nothing ->
            refused.add(new Preview.Refused(line.number(), "档案里没有这一户：先建档，或者核对户号、村居和户主。"));
      }
    }
    return new Roster(found, refused);
  }

  private static OnFile meant(Line line, Columns columns, Cells cells, Ledger.Ground ground) {
    var number = FileNumber.read(columns.number(line)).flatMap(ground.register()::household);
    if (number.isPresent()) {
      return new OnFile.One(number.get());
    }
    var place = columns.get(line, HouseholdField.AREA);
    var area = place.isEmpty() ? Optional.<String>empty() : cells.read(HouseholdField.AREA, place);
    var head = columns.get(line, HouseholdField.HEAD);
    return area.isEmpty() || head.isEmpty() || !columns.number(line).isEmpty()
        ? new OnFile.Nothing()
        : OnFile.household(
            head,
            area.map(AreaCode::new),
            new AreaCode(area.get()),
            ground.register(),
            ground.directory());
  }
}
