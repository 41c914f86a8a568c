package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.lanshao.message.Extras.Attachment;
import org.lanshao.turn.AuditLog;

/** 导出, as people ask for it. */
class ExportsTest {
  private static final String CITY = "p41";
  private final Station station = new Station();

  private List<Row> rows(int sheet) throws IOException {
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(station.files.getLast()))) {
      return book.getSheet(sheet).orElseThrow().read();
    }
  }

  @Test
  void aCoordinatorGetsTheRecordsAsTheyStand() throws IOException {
    station.visit(Station.WORKER, "3");
    station.visit(Station.WORKER, "5");
    station.visit(Station.WORKER, "7");
    station.say(Station.WORKER, "更正 V1 人数 4", "确认");
    station.say(Station.WORKER, "撤回 V3", "确认");

    var reply = station.reply(CITY, "导出 走访 罗定市 本周");

    assertThat(reply.parts().getFirst().text()).startsWith("台账 罗定市 ").contains("：2条");
    Attachment file = reply.parts().getLast().extras().file().orElseThrow();
    assertThat(file.kind()).isEqualTo(Attachment.Kind.FILE);
    assertThat(file.name()).startsWith("台账 罗定市").endsWith(".xlsx");
    var rows = rows(0);
    assertThat(rows).hasSize(3);
    assertThat(rows)
        .extracting(row -> row.getCellText(0))
        .containsExactlyInAnyOrder("编号", "V1", "V2");
    var first = rows.stream().filter(row -> row.getCellText(0).equals("V1")).findFirst();
    assertThat(text(first.orElseThrow())).contains(" 4 ", "陈伯");
  }

  private static String text(Row row) {
    return String.join(" ", row.stream().map(cell -> cell == null ? "" : cell.getText()).toList());
  }

  @Test
  void whoTookWhatAwayIsKept() {
    station.visit(Station.WORKER, "3");
    station.say(CITY, "导出 走访 罗定市 今天", "明细 V1");
    station.say(Station.WORKER, "明细 V1");

    assertThat(station.store.noted())
        .extracting(entry -> entry.person().orElseThrow().text() + " " + entry.kind())
        .containsExactly("p41 EXPORT", "p41 READ");
    assertThat(station.store.noted())
        .extracting(AuditLog.Entry::about)
        .containsExactly("visit 罗定市 今天（5月10日） 1", "V1");
  }

  @Test
  void eachFormHasASheet() throws IOException {
    station.visit(Station.WORKER, "3");
    station.reply(CITY, "导出 走访 宣传 罗定市 今天");
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(station.files.getLast()))) {
      assertThat(book.getSheets().map(Sheet::getName)).containsExactly("走访登记", "宣传登记");
    }
  }

  @Test
  void aWorkerGetsTheirOwnAlone() throws IOException {
    station.visit(Station.WORKER, "3");
    station.visit("p21", "5");
    assertThat(station.say(Station.WORKER, "导出 走访 罗定市 今天")).contains("自己");
    assertThat(station.files).isEmpty();
    station.say(Station.WORKER, "导出 走访 今天");
    assertThat(rows(0)).hasSize(2);
  }

  @Test
  void nothingIsSentIntoAGroup() {
    station.visit(Station.WORKER, "3");
    assertThat(station.sayInGroup(CITY, "导出 走访 本周")).isEqualTo("台账里有个人信息，请在和我的私聊里发 导出。");
    assertThat(station.files).isEmpty();
  }

  @Test
  void noRecordsMakeNoFile() {
    assertThat(station.say(CITY, "导出 走访 本周")).isEqualTo("这个范围没有登记，没有可导出的。");
    assertThat(station.say(CITY, "导出 走访 本周 防汛")).contains("不能只挑某些答案");
    assertThat(station.say(CITY, "导出 走访 本周 按镇街")).contains("不能只挑某些答案");
    assertThat(station.files).isEmpty();
  }
}
