package org.lanshao.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lanshao.form.Mistake;

/** Reads the rows of {@code groups.csv}. */
final class GroupRows {
  private static final Pattern SECRET =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

  private static final Pattern BETWEEN = Pattern.compile("\\s*[;；、]\\s*");

  private final CsvTable table;
  private final Optional<Places> places;
  private final Map<String, String> environment;
  private final List<Mistake> mistakes;
  private final SendAdvice advice;
  private final Rows rows;
  private final Map<String, Integer> heardToLine = new HashMap<>();

  GroupRows(
      CsvTable table,
      Optional<Places> places,
      DirectoryReader.Outside outside,
      List<Mistake> mistakes) {
    this.table = table;
    this.places = places;
    this.environment = outside.environment();
    this.advice = outside.advice();
    this.mistakes = mistakes;
    this.rows = new Rows(table, mistakes);
  }

  /** The groups of the rows that are right; what is wrong is added. */
  List<Group> read() {
    var groups = new ArrayList<Group>();
    for (CsvTable.Row row : table.rows()) {
      boolean identified = rows.identified(row, "id");
      var wrongArea = Places.mistake(table, row, places);
      wrongArea.ifPresent(mistakes::add);
      if (row.cell("channel").isEmpty()) {
        rows.wrong(
            DirectoryCode.EMPTY_CELL, row, "channel 是空的。", "请填设置文件 channels 下面的名称，例如 sandbox。");
      }
      checkHeardOnce(row);
      var send = filled(row, "send");
      checkSend(row, send);
      var group =
          new Group(
              new GroupId(row.cell("id")),
              row.cell("name"),
              new AreaCode(row.cell("area")),
              row.cell("channel"),
              send,
              filled(row, "hear"),
              agencies(row));
      if (identified && wrongArea.isEmpty()) {
        groups.add(group);
      }
    }
    return groups;
  }

  private Set<Agency> agencies(CsvTable.Row row) {
    return BETWEEN
        .splitAsStream(row.cell("agencies"))
        .flatMap(name -> rows.agency(row, name).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** It may hold a secret, so what is wrong with it is told without it. */
  private void checkSend(CsvTable.Row row, String send) {
    if (!send.isEmpty()) {
      advice
          .apply(row.cell("channel"), send)
          .ifPresent(
              right ->
                  rows.wrong(
                      DirectoryCode.BAD_SEND,
                      row,
                      "通道 " + row.cell("channel") + " 看不懂 send。",
                      right));
    }
  }

  private void checkHeardOnce(CsvTable.Row row) {
    var heard = row.cell("channel") + "/" + row.cell("hear");
    var before = row.cell("hear").isEmpty() ? null : heardToLine.putIfAbsent(heard, row.line());
    if (before != null) {
      rows.wrong(DirectoryCode.REPEATED, row, "hear 和第" + before + "行重复。", "一个群只写一行。");
    }
  }

  /** The cell with every {@code ${NAME}} or {@code ${NAME:default}} filled in. */
  private String filled(CsvTable.Row row, String column) {
    return SECRET
        .matcher(row.cell(column))
        .replaceAll(
            found -> {
              var name = found.group(1);
              var value = Optional.ofNullable(environment.getOrDefault(name, found.group(2)));
              if (value.isEmpty()) {
                rows.wrong(
                    DirectoryCode.NO_VARIABLE,
                    row,
                    "环境变量 " + name + " 没有设置。",
                    "请设置它，或写成 ${" + name + ":默认值}。");
              }
              return Matcher.quoteReplacement(value.orElse(""));
            });
  }
}
