package org.lanshao.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.FormReader;
import org.lanshao.form.Library;
import org.lanshao.form.Mistakes;
import org.lanshao.form.ReportText;
import org.lanshao.form.ReportText.Clause;
import org.lanshao.form.ReportText.Piece;

/** What is wrong in the sentences of reports is told with its line. */
class ReportMistakesTest {
  private static final String FILE = "conversations/reports/action.md";
  private static final String GOOD =
      """
      ---
      name: [行动, action]
      days: 本月
      ---
      截至{截至}，{地区}走访{户: 走访 户}户、{人次：统计 走访 防汛 人次 万}人次。

      今年{今年: 走访 人次 今年}人次，{站: 社工站}个站，走访率{率: 覆盖率}%。
      """;

  @Test
  void aGoodFileIsRead() {
    var mistakes = new Mistakes();

    var read = read(Map.of(FILE, GOOD), mistakes);

    assertThat(mistakes.sorted()).isEmpty();
    var report = read.getFirst();
    assertThat(report.names()).containsExactly("行动", "action");
    assertThat(report.days()).isEqualTo("本月");
    assertThat(report.numbers())
        .extracting(Piece.Counted::name, Piece.Counted::query, Piece.Counted::rounded)
        .startsWith(tuple("户", "走访 户", false), tuple("人次", "统计 走访 防汛 人次", true));
    assertThat(report.numbers()).extracting(number -> number.at().number()).contains(5, 7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ---\\nname|name|1|L971|开头没有写这份汇总叫什么。
          name: [行动, action]|days2: 1|2|L202|少了 name。
          [行动, action]|[第 一, action]|2|L972|名称“第 一”不好用。
          days: 本月|days: 哪天|3|L973|days 的值“哪天”看不懂。
          days: 本月|day: 本月|3|L201|不认识的键 day。
          {户: 走访 户}|{户: 走访 户|5|L974|“走访{户: 走访 户户、”这里的花括号不对。
          {户: 走访 户}|｛户: 走访 户｝|5|L974|“走访｛户: 走访 户｝户、”这里的花括号不对。
          {地区}|{地方}|5|L975|没有 {地方} 这一项可以填。
          {今年:|{户:|7|L976|有两个数都叫“户”。
          走访 人次 今年|走仿 人次 今年|7|L977|{今年}：看不懂“走仿”。
          走访 人次 今年|人次 今年|7|L977|{今年}：没有写是哪一张表。
          走访 人次 今年|走访 人次 罗定市|7|L977|{今年}：这里不能写“罗定市”。
          走访 人次 今年|走访 人次 按月|7|L977|{今年}：这里不能写“按月”。
          走访 人次 今年|走访 户 入户|7|L977|{今年}：这一项数不出来。
          走访 人次 今年|走访 今年|7|L978|{今年}：走访有几个数，没有写要哪一个。
          走访 人次 今年|走访 人次 占 走访|7|L978|{今年}：走访有几个数，没有写要哪一个。
          走访 人次 今年|走仿 户 占 走访 户|7|L977|{今年}：看不懂“走仿”。
          覆盖率}|覆盖率 富户}|7|L977|{率}：没有“富户”这个类别。
          """)
  void eachMistakeIsToldWithItsLine(
      String right, String wrong, int line, String code, String problem) {
    var mistakes = new Mistakes();
    var text = GOOD.replace(right.replace("\\n", "\n"), wrong);
    assertThat(text).isNotEqualTo(GOOD);

    read(Map.of(FILE, text), mistakes);

    assertThat(mistakes.sorted())
        .anySatisfy(
            found -> {
              assertThat(found.line()).isEqualTo(line);
              assertThat(found.code().text()).isEqualTo(code);
              assertThat(found.problem()).isEqualTo(problem);
              assertThat(found.remedy()).isNotEmpty();
            });
  }

  @Test
  void aReportThatSaysNothingOrHasTheNameOfAnotherIsRefused() {
    var mistakes = new Mistakes();

    read(
        Map.of(FILE, GOOD, "conversations/reports/b.md", "---\nname: 行动\ndays: 今年\n---\n"),
        mistakes);

    assertThat(mistakes.sorted())
        .extracting(one -> one.fileName() + " " + one.line() + " " + one.code().text())
        .containsExactlyInAnyOrder("b.md 4 L979", "b.md 3 L972");
  }

  private static final String NEWS =
      """
      ---
      name: 快报
      kind: bulletin
      ---
      # {地区}
      {每条 宣传 防溺水}- {日期} {地点}：{主题}，{人次}人次[，与{合作单位}一起]
      {每条 紧急 办完}- {日期} {地点}{种类}
      {每条 通知}- {标题}

      {每条 行动}- {名称}{状态}
      """;

  @Test
  void linesThatStandTogetherAreOneList() {
    var mistakes = new Mistakes();

    var report = read(Map.of(FILE, NEWS), mistakes).getFirst();

    assertThat(mistakes.sorted()).isEmpty();
    assertThat(report.kind()).isEqualTo(ReportText.Kind.BULLETIN);
    assertThat(report.lists()).extracting(list -> list.each().size()).containsExactly(3, 1);
    var line = report.lists().getFirst().each().getFirst();
    assertThat(line.query()).isEqualTo("宣传 防溺水");
    assertThat(line.clauses()).extracting(Clause::ifKnown).containsExactly(false, true);
    assertThat(line.clauses().getFirst().text().slots()).containsExactly("日期", "地点", "主题", "人次");
    assertThat(line.at().number()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: bulletin|kind: news|3|L203|kind 的值“news”不对。
          {每条 宣传 防溺水}|{每条 宣传 防饿}|6|L981|{每条 宣传 防饿}：列不出来。
          {每条 宣传 防溺水}|{每条 宣传 按月}|6|L981|{每条 宣传 按月}：列不出来。
          {每条 紧急 办完}|{每条 紧急 在办}|7|L981|{每条 紧急 在办}：列不出来。
          {每条 紧急 办完}|{每条 宣传 办完}|7|L981|{每条 宣传 办完}：列不出来。
          {主题}|{题目}|6|L982|{每条 宣传 防溺水} 里没有 {题目} 可以填。
          {地点}{种类}|{情况}|7|L982|{每条 紧急 办完} 里没有 {情况} 可以填。
          {标题}|{姓名}|8|L982|{每条 通知} 里没有 {姓名} 可以填。
          {名称}|{标题}|10|L982|{每条 行动} 里没有 {标题} 可以填。
          # {地区}|{每条 宣传}|5|L974|“{每条 宣传}”这里的花括号不对。
          """)
  void eachMistakeOfAListIsToldWithItsLine(
      String right, String wrong, int line, String code, String problem) {
    var mistakes = new Mistakes();

    read(Map.of(FILE, NEWS.replace(right, wrong)), mistakes);

    assertThat(mistakes.sorted())
        .extracting(found -> found.line() + " " + found.code().text() + " " + found.problem())
        .contains(line + " " + code + " " + problem);
  }

  private static final String ENGLISH = FILE.replace(".md", ".en.md");

  @Test
  void theSameReportInAnotherLanguageHasTheSameNumbers() {
    var mistakes = new Mistakes();

    var report = read(Map.of(FILE, GOOD, ENGLISH, "Up to {until}: {户}, {人次} in {area}"), mistakes);

    assertThat(mistakes.sorted()).isEmpty();
    assertThat(report).hasSize(1);
    var pieces = report.getFirst().pieces("en");
    assertThat(pieces).contains(report.getFirst().numbers().get(1)).hasSize(8);
    assertThat(report.getFirst().pieces("fr")).isEqualTo(report.getFirst().pieces());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ---\\nname: x\\n---|1 L983 这里只写句子，不写开头。
          {户: 走访 户}|1 L983 这里不写怎样数。
          {户数}|1 L975 没有 {户数} 这一项可以填。
          {每条 天气}- {日期}|1 L981 {每条 天气}：列不出来。
          """)
  void whatIsWrongInAnotherLanguageIsToldWithItsLine(String text, String told) {
    var mistakes = new Mistakes();

    read(Map.of(FILE, GOOD, ENGLISH, text.replace("\\n", "\n")), mistakes);

    assertThat(mistakes.sorted())
        .extracting(found -> found.line() + " " + found.code().text() + " " + found.problem())
        .contains(told);
  }

  @Test
  void aReportInAnotherLanguageAloneIsRefused() {
    var mistakes = new Mistakes();

    read(Map.of(ENGLISH, "Visits"), mistakes);

    assertThat(mistakes.sorted()).extracting(found -> found.code().text()).containsExactly("L983");
  }

  /** The reports, as far as they can be read. */
  private static List<ReportText> read(Map<String, String> reports, Mistakes mistakes) {
    var files = new TreeMap<>(BundledLibrary.files());
    files.putAll(reports);
    var read = FormReader.read(files, BundledLibrary.SCHEMA, Set.of());
    mistakes.addAll(read.mistakes());
    var texts = read.library().map(Library::reports).orElse(List.of());
    new FigureReader(BundledDirectory.read(), BundledLibrary.keys()).check(texts, mistakes);
    return texts;
  }
}
