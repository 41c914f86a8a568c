package org.lanshao.census;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lanshao.register.ClientField;
import org.lanshao.register.Field;
import org.lanshao.register.HouseholdField;

/** Which column of a ledger holds what, by its first line; columns of other names are left out. */
final class Columns {
  private static final List<String> NUMBER = List.of("户号", "户编号", "编号", "档案号", "number");
  private static final List<String> CATEGORY = List.of("类别", "对象类别", "人员类别", "标签", "category");

  private final Map<Field, Integer> fieldToColumn = new HashMap<>();
  private final Optional<Integer> number;
  private final Optional<Integer> category;
  private final List<String> unknown = new ArrayList<>();

  Columns(Line header) {
    this.number = column(header, NUMBER);
    this.category = column(header, CATEGORY);
    for (int i = 0; i < header.cells().size(); i++) {
      int column = i;
      var field = field(header.cells().get(i));
      field.ifPresent(one -> fieldToColumn.putIfAbsent(one, column));
      if (field.isEmpty() && !List.of(number, category).contains(Optional.of(i))) {
        unknown.add(header.cells().get(i));
      }
    }
  }

  private static Optional<Integer> column(Line header, List<String> names) {
    return names.stream().map(header.cells()::indexOf).filter(place -> place >= 0).findFirst();
  }

  /** The first field of this name: households before people. */
  private static Optional<Field> field(String name) {
    return Stream.<Field[]>of(HouseholdField.values(), ClientField.values())
        .flatMap(Stream::of)
        .filter(field -> field.isCalled(name))
        .findFirst();
  }

  /** Whether a line can be read by them: the village and the head must be told. */
  boolean isWhole() {
    return fieldToColumn.containsKey(HouseholdField.AREA)
        && fieldToColumn.containsKey(HouseholdField.HEAD);
  }

  /** Whether households are named by their numbers. */
  boolean hasNumber() {
    return number.isPresent();
  }

  /** The names of columns that hold nothing known. */
  List<String> unknown() {
    return unknown;
  }

  String number(Line line) {
    return number.map(line::cell).orElse("");
  }

  String category(Line line) {
    return category.map(line::cell).orElse("");
  }

  /** What stands in the column of a field; empty text for nothing and for no such column. */
  String get(Line line, Field field) {
    var column = fieldToColumn.get(field);
    return column == null ? "" : line.cell(column);
  }
}
