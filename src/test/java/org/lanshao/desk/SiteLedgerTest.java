package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lanshao.census.Line;
import org.lanshao.census.Preview;
import org.lanshao.desk.site.SiteIntake;
import org.lanshao.desk.site.SiteLedger;
import org.lanshao.desk.site.SitePreview;
import org.lanshao.directory.AreaCode;
import org.lanshao.form.Form;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.EventJson;
import org.lanshao.turn.InputJson;
import org.lanshao.turn.NewTurn;
import org.lanshao.turn.Promised;
import org.lanshao.turn.ReplyJson;
import org.lanshao.turn.Unavailable;

/** Ledgers of sites beside what people entered: p03 is a worker of 富林镇. */
class SiteLedgerTest {
  private static final String WORKER = "p03";
  private static final String HEAD = "地点,名称,种类,责任人,警示牌,围栏,救生设备,可容纳";
  private static final String POND = "富林镇石巷村,村口水塘,河塘,村委会,有,没有,没有,";

  private final Station station = new Station();
  private long turns;

  private static List<Line> lines(String... rows) {
    var lines = new ArrayList<Line>();
    for (String row : rows) {
      lines.add(new Line(lines.size() + 1, List.of(row.split(",", -1))));
    }
    return lines;
  }

  private Form form() throws Unavailable {
    return station.shelf().current().stream()
        .filter(form -> form.id().equals(SiteLedger.FORM))
        .findFirst()
        .orElseThrow();
  }

  private SitePreview preview(String... rows) throws Unavailable {
    return new SiteLedger(form(), new AreaCode("445300"), station.store, station.surroundings())
        .preview(lines(rows));
  }

  private SitePreview bring(String... rows) throws Unavailable {
    var preview = preview(rows);
    var intake = new SiteIntake(form(), station.shelf(), station.store, station.surroundings());
    var filings = intake.filings(preview, "点位.csv");
    var changes = Changes.of(turn()).filings(filings).timers(intake.timers(filings)).build();
    assertThat(Promised.kept(station.store.commit(changes))).isEqualTo(new Committed.Done());
    return preview;
  }

  /** What is taken in has none: the store in memory writes all by turns. */
  private NewTurn turn() {
    turns++;
    return new NewTurn(
        new ConversationId(new ChannelName("ledger"), new Chat.Private(), "ledger"),
        turns,
        "ledger" + turns,
        station.surroundings().clock().instant(),
        Optional.empty(),
        InputJson.write(new Content.Due()),
        EventJson.write(List.of()),
        ReplyJson.write(Reply.NONE),
        0,
        Optional.empty(),
        "",
        Optional.empty());
  }

  @Test
  void whatIsBroughtInIsPatrolledLikeWhatPeopleEntered() throws Unavailable {
    bring(HEAD, POND, "富林镇石巷村,文化站,避难点,,,,,80");

    assertThat(station.say(WORKER, "点位"))
        .contains("2处，正常 2。", "W1 石巷村", "村口水塘 河塘（正常，还没有巡查过）", "W2", "文化站 避难点");
    assertThat(station.say(WORKER, "巡查 W1 警示牌缺失", "跳过", "提交")).contains("已登记 X1", "H1", "W1：缺警示牌");
    assertThat(station.say("p12", "统计 点位 今天 按种类")).contains("河塘", "避难点");
  }

  @Test
  void theSameLedgerAgainChangesNothing() throws Unavailable {
    bring(HEAD, POND);

    var again = preview(HEAD, POND);

    assertThat(again.same()).isOne();
    assertThat(again.rows()).isEmpty();
  }

  @Test
  void whatStandsOtherwiseIsCorrectedAndTheLastPatrolStillHolds() throws Unavailable {
    bring(HEAD, POND);
    station.say(WORKER, "巡查 W1 警示牌缺失", "跳过", "提交");

    var changed = bring("编号,责任人,围栏", "W1,镇水利所,有");

    assertThat(changed.changed()).hasSize(1);
    assertThat(station.say(WORKER, "点位 缺警示牌")).contains("W1");
    assertThat(station.say("p12", "明细 W1")).contains("镇水利所").contains("点位.csv");
  }

  @Test
  void aSiteWithoutASignIsMissingItFromTheStart() throws Unavailable {
    bring(HEAD, "富林镇石巷村,下石桥,低洼点,,没有,没有,没有,");

    assertThat(station.say(WORKER, "点位 缺警示牌")).contains("1处").contains("下石桥");
  }

  @Test
  void aLineThatCannotBeTakenIsToldWithItsNumberAndWhatWouldBeRight() throws Unavailable {
    var told =
        preview(
            "点位台账",
            HEAD + ",深度",
            "太平镇,水塘,河塘,,有,有,有,",
            "富林镇石巷村,水塘,泳池,,有,有,有,",
            "富林镇石巷村,水塘,河塘,,坏,有,有,",
            "富林镇石巷村,水塘,河塘,,有,有,,",
            "富林镇石巷村,,河塘,,有,有,有,",
            "富林镇石巷村,文化站,避难点,,,,,九万",
            POND,
            POND);

    assertThat(told.refused())
        .extracting(Preview.Refused::line, Preview.Refused::reason)
        .allSatisfy(one -> assertThat(one.toList().get(1).toString()).doesNotContain("水塘"))
        .extracting(one -> one.toList().get(0) + one.toList().get(1).toString().substring(0, 5))
        .containsExactly("3“地点”通", "4“种类”看", "5“警示牌”", "6少了“救生", "7少了“名称", "8“可容纳”", "10前面已经有");
    assertThat(told.unknown()).containsExactly("深度");
    assertThat(told.fresh()).hasSize(1);
  }

  @Test
  void aLedgerWithoutNamesOfColumnsIsRefused() throws Unavailable {
    assertThat(preview(POND).refused())
        .extracting(Preview.Refused::reason)
        .containsExactly("前几行里要有一行列名，有“地点”和“名称”两列。");
  }

  @Test
  void aNumberThatIsNoSitesIsRefused() throws Unavailable {
    station.say(WORKER, "走访石巷村 张三 3人 入户 防汛 没有隐患", "跳过", "提交");

    assertThat(preview("编号," + HEAD, "W9," + POND, "V1," + POND).refused()).hasSize(2);
  }
}
