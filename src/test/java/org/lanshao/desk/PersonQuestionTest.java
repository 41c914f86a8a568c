package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanshao.form.QuestionId;
import org.lanshao.register.Client;
import org.lanshao.register.ClientField;
import org.lanshao.register.FileNumber;
import org.lanshao.register.HouseholdField;
import org.lanshao.register.Tag;

/** A form that asks for a person: who is on file is known by name, number and other name. */
class PersonQuestionTest {
  private static final String WORKER = "p03";
  private static final String NAMES = "冯阿婆|冯小童|张三|冯\\*";

  private final Station station = new Station();

  @BeforeEach
  void resourcesAreForPeople() {
    station.publish(
        "resource_link.yaml",
        "type: household\n    label: 户\n    ask: 帮哪一户？（村 + 户主，或户号）",
        "type: person\n"
            + "    label: 谁\n"
            + "    ask: 帮谁？\n"
            + "  - {id: phone, type: phone, from: household.phone, ask: 电话？, optional: true}\n"
            + "  - {id: kind, type: choice, from: household.category, ask: 哪一类？, options:"
            + " $category}");
    station.file(
        Station.household("J101", "445303104901", "冯阿婆")
            .with(HouseholdField.ALIASES, "四婆")
            .with(HouseholdField.PHONE, "13800004722")
            .with(
                List.of(
                    client("J101-1", "冯阿婆", "1950-01-02", "elder_alone"),
                    client("J101-2", "冯小童", "2014-03-04", "left_behind_child"))),
        Station.household("J102", "445303104901", "张三")
            .with(List.of(client("J102-1", "张三", "1980-01-02", "dibao"))),
        Station.household("J103", "445303104902", "张三")
            .with(List.of(client("J103-1", "张三", "1981-01-02", "disabled"))));
  }

  private static Client client(String number, String name, String birth, String category) {
    return new Client(
        new FileNumber(number),
        Map.of(ClientField.NAME, name, ClientField.BIRTH, birth),
        List.of(Tag.of(category)));
  }

  private String answered(String question) {
    var answers = station.store.filings().getLast().submission().answers();
    return answers.get(new QuestionId(question)).map(Object::toString).orElse("");
  }

  private String rest(String... first) {
    station.say(WORKER, first);
    return station.say(WORKER, "没有书桌", "爱心企业", "物资", "已批", "今天", "今天", "1件", "跳过", "提交");
  }

  @ParameterizedTest
  @CsvSource({
    "石巷村冯小童, J101-2, 留守儿童",
    "冯小童, J101-2, 留守儿童",
    "石巷村四婆, J101-1, 独居老人",
    "四婆, J101-1, 独居老人",
    "j101-2, J101-2, 留守儿童",
    "石巷村 J101-2, J101-2, 留守儿童",
    "J102, J102-1, 低保",
    "石巷村张三, J102-1, 低保"
  })
  void somebodyOnFileIsKnownAndTheFileTellsTheRest(String said, String number, String category) {
    var asked = station.say(WORKER, "资源链接", said);
    if (number.startsWith("J101")) {
      assertThat(asked).contains("电话？", "档案：138****4722");
      asked = station.say(WORKER, "对");
    } else {
      asked = station.say(WORKER, "跳过");
    }
    assertThat(asked).contains("哪一类？", "档案：" + category);

    assertThat(rest("对")).contains("已登记 L1");
    assertThat(answered("household")).contains("Optional[" + number + "]");
  }

  @Test
  void ofTwoOfOneNameItIsAskedWhichByTheirVillages() {
    assertThat(station.say(WORKER, "资源链接", "张三"))
        .contains("1 石巷村（云安区富林镇） 张三（J102-1）")
        .contains("张三（J103-1）");
    assertThat(rest("2", "跳过", "对")).contains("已登记 L1");
    assertThat(answered("household")).contains("Optional[J103-1]");
  }

  @Test
  void byTheNumberOfAHouseholdItIsAskedWhoOfIt() {
    assertThat(station.say(WORKER, "资源链接", "J101")).contains("冯阿婆（J101-1）", "冯小童（J101-2）");
    assertThat(station.say(WORKER, "1")).contains("电话？");
  }

  @Test
  void whoIsNotOnFileIsTakenAsTyped() {
    assertThat(station.say(WORKER, "资源链接", "石巷村李四")).contains("电话？").doesNotContain("档案");
    assertThat(rest("跳过", "低保")).contains("已登记 L1");
    assertThat(answered("household")).contains("李四").doesNotContain("Optional[J");
  }

  @Test
  void aReportInOneMessageKnowsThemToo() {
    var asked = station.say(WORKER, "资源链接 石巷村冯小童 爱心企业 物资 已批 1件 今天");
    assertThat(asked).contains("冯小童（J101-2）", "档案：138****4722");
  }

  @ParameterizedTest
  @ValueSource(strings = {"p51", "p61"})
  void whoMayNotReadNamesGetsAChildAsAChildInABook(String reader) throws IOException {
    rest("资源链接", "石巷村冯小童", "跳过", "对");
    rest("资源链接", "石巷村四婆", "跳过", "对");

    station.say(reader, "导出 资源链接 富林镇 今天");
    assertThat(book()).contains("儿童A", "冯*").doesNotContain("冯小童", "冯阿婆", "J101");
    assertThat(station.say(reader, "明细 L1")).contains("儿童A").doesNotContainPattern(NAMES);
    assertThat(station.say(reader, "名单 富林镇")).doesNotContain("冯小童", "冯阿婆");
  }

  @Test
  void whoDoesTheWorkGetsTheWholeName() throws IOException {
    rest("资源链接", "石巷村冯小童", "跳过", "对");

    station.say(WORKER, "导出 资源链接 今天");
    assertThat(book()).contains("冯小童");
  }

  private String book() throws IOException {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(station.files.getLast()))) {
      return book.getSheet(0).orElseThrow().read().stream()
          .flatMap(row -> row.stream())
          .map(cell -> cell == null ? "" : cell.getText())
          .collect(Collectors.joining(" "));
    }
  }
}
