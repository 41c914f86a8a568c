package org.lanshao.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.form.Mistake;

/** Reads the rows of {@code people.csv}. */
final class PersonRows {
  private static final List<String> CHANNELS = List.of("wecom", "dingtalk", "feishu");

  private PersonRows() {}

  /** The people of the rows that are right; what is wrong is added. Names are never in messages. */
  static List<Person> read(CsvTable table, Optional<Places> places, List<Mistake> mistakes) {
    var rows = new Rows(table, mistakes);
    var people = new ArrayList<Person>();
    for (CsvTable.Row row : table.rows()) {
      boolean identified = rows.identified(row, "id");
      var role = rows.word(row, "role", Role.values());
      CHANNELS.forEach(channel -> rows.single(row, channel, "一个账号只能属于一个人。"));
      var wrongArea = Places.mistake(table, row, places);
      wrongArea.ifPresent(mistakes::add);
      role.ifPresent(r -> checkLevel(rows, row, r, places));
      var agency = rows.agency(row, row.cell("agency"));
      if (agency.isPresent() && role.filter(r -> r != Role.TOWN).isPresent()) {
        rows.wrong(
            DirectoryCode.WRONG_LEVEL,
            row,
            "填了 agency，role 却不是 town。",
            "部门的人请填 town，其他人不填 agency。");
      }
      if (identified && role.isPresent() && wrongArea.isEmpty()) {
        people.add(person(row, role.get()).of(agency));
      }
    }
    return people;
  }

  private static void checkLevel(Rows rows, CsvTable.Row row, Role role, Optional<Places> places) {
    var area = places.flatMap(known -> known.area(new AreaCode(row.cell("area"))));
    if (area.isPresent() && !fits(role, area.get().kind())) {
      rows.wrong(
          DirectoryCode.WRONG_LEVEL,
          row,
          "role 是 " + role.word() + "，area 却是“" + area.get().name() + "”。",
          switch (role) {
            case WORKER, HEAD, TOWN -> "请填镇街或村居的代码。";
            case COUNTY -> "请填县（市、区）的代码。";
            case CITY -> "请填全市的代码。";
            case SUPERVISOR, ADMIN, AUDITOR -> "请填市或县的代码。";
          });
    }
  }

  private static boolean fits(Role role, Area.Kind kind) {
    return switch (role) {
      case WORKER, HEAD, TOWN -> kind.compareTo(Area.Kind.TOWN) >= 0;
      case COUNTY -> kind == Area.Kind.COUNTY;
      case CITY -> kind == Area.Kind.CITY;
      case SUPERVISOR, ADMIN, AUDITOR -> true;
    };
  }

  private static Person person(CsvTable.Row row, Role role) {
    Map<String, String> accounts = new HashMap<>();
    for (String channel : CHANNELS) {
      if (!row.cell(channel).isEmpty()) {
        accounts.put(channel, row.cell(channel));
      }
    }
    return new Person(
        new PersonId(row.cell("id")),
        row.cell("name"),
        role,
        new AreaCode(row.cell("area")),
        accounts,
        row.cell("phone"),
        row.cell("language").isEmpty() ? "zh" : row.cell("language"));
  }
}
