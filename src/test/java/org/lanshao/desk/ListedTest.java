package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Proposal;
import org.lanshao.message.Content;

/** A platform tells how its directory has somebody: those above are asked, nothing else happens. */
class ListedTest {
  private static final String HEAD = "p12";
  private static final String WORKER = "p03";
  private static final String COUNTY = "p32";
  private static final String FULIN = "445303104";
  private static final String BAISHI = "445303102";
  private final Station station = new Station();

  private static Content listed(boolean isNew, String name, String phone, String area) {
    return new Content.Listed(isNew, "", name, phone, area);
  }

  private Person worker() {
    return station.directory().person(new PersonId(WORKER)).orElseThrow();
  }

  @Test
  void somebodyNewIsRegisteredOnceTheHeadTapsYes() {
    station.event("zhang.san", listed(true, "张三丰（副站长）", "13800004321", FULIN));
    station.event("zhang.san", listed(true, "张三丰", "13800004321", FULIN));

    assertThat(station.told(HEAD))
        .singleElement()
        .asString()
        .contains("新加了张三丰（手机 13800004321）", "部门是富林镇", "同意 R1");
    assertThat(station.say("zhang.san", "走访")).doesNotContain("开始");
    assertThat(station.say(HEAD, "同意 R1")).contains("张三丰已经登记到富林镇");

    assertThat(station.told("zhang.san").getLast()).contains("张三丰，欢迎");
    assertThat(station.say("zhang.san", "走访")).contains("走访登记开始");
    var change = station.store.directoryChanges().getLast();
    assertThat(change.kind()).isEqualTo(Proposal.Kind.REGISTER);
    assertThat(change.by()).contains(new PersonId(HEAD));
  }

  @Test
  void somebodyNewWhomTheHeadDoesNotKnowHearsNothingAndIsNotAskedAboutAgain() {
    station.event("zhang.san", listed(true, "张三丰", "", FULIN));
    assertThat(station.told(HEAD).getLast()).contains("手机 没有");
    assertThat(station.say(HEAD, "不同意 R1")).contains("没有同意");
    station.event("zhang.san", listed(true, "张三丰", "", FULIN));

    assertThat(station.told(HEAD)).isEmpty();
    assertThat(station.told("zhang.san")).isEmpty();
  }

  @Test
  void whoAskedByThemselvesIsNotAskedAboutTwice() {
    station.say("zhang.san", "登记 富林镇 张三丰 13800004321");
    station.event("zhang.san", listed(true, "张三丰", "13800004321", FULIN));

    assertThat(station.told(HEAD)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "true, '', 13800004321, 445303104, a helper of today tells no name",
        "true, 张三丰, 13800004321, '', a department that stands for no area",
        "true, 张三丰, 13800004321, 445303, a county is nobody's station",
        "true, 张三丰, 13800004321, 999999999, an area that is not there",
        "true, 4711-x, 13800004321, 445303104, no name",
        "false, 张三丰, 13800004321, 445303104, somebody unknown who only changed"
      })
  void whatIsNotEnoughAsksNobody(
      boolean isNew, String name, String phone, String area, String why) {
    station.event("zhang.san", listed(isNew, name, phone, area));

    assertThat(station.store.outgoing()).as(why).isEmpty();
    assertThat(station.store.directoryChanges()).as(why).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "李小荷, '', '', what is the same",
    "'', '', '', fields that are not kept here",
    "'', 0766-8812345, '', no mobile",
    "'', '', 445303, a county",
    "'', '', 445303104, the station they are at"
  })
  void whatChangesNothingHereAsksNobody(String name, String phone, String area, String why) {
    station.event(WORKER, listed(false, name, phone, area));

    assertThat(station.store.outgoing()).as(why).isEmpty();
    assertThat(station.store.directoryChanges()).as(why).isEmpty();
  }

  @Test
  void anotherNameAndNumberAreTakenOverOnceTheHeadTapsYes() {
    station.event(WORKER, listed(false, "李晓荷", "+86 13900008888", FULIN));
    station.event(WORKER, listed(false, "李晓荷", "13900008888", ""));

    assertThat(station.told(HEAD))
        .singleElement()
        .asString()
        .contains("改了李小荷", "姓名：李小荷 → 李晓荷", "→ 13900008888")
        .doesNotContain("地方");
    assertThat(worker().name()).isEqualTo("李小荷");
    assertThat(station.say(HEAD, "同意")).isEqualTo("李小荷的资料改好了。");
    assertThat(worker().name()).isEqualTo("李晓荷");
    assertThat(worker().phone()).isEqualTo("13900008888");
    assertThat(station.store.directoryChanges().getLast().kind()).isEqualTo(Proposal.Kind.UPDATE);
  }

  @Test
  void anotherDepartmentMovesThemOnceWhoHasBothStationsTapsYes() {
    station.event(WORKER, listed(false, "", "", BAISHI));

    assertThat(station.told(HEAD)).isEmpty();
    assertThat(station.told(COUNTY).getLast()).contains("地方：富林镇 → 白石镇");
    assertThat(station.say(HEAD, "同意 R1")).contains("不用您来定");
    assertThat(worker().area().text()).isEqualTo(FULIN);
    assertThat(station.say(COUNTY, "同意 R1")).contains("李小荷已经调到白石镇");
    assertThat(worker().area().text()).isEqualTo(BAISHI);
    assertThat(station.told(WORKER).getLast()).contains("您已从富林镇调到白石镇");
  }

  @Test
  void theNewestNewsCountsAlone() {
    station.event(WORKER, listed(false, "", "13900008888", ""));
    station.event(WORKER, listed(false, "", "13900009999", ""));

    assertThat(station.told(HEAD)).singleElement().asString().contains("13900009999");
    station.say(HEAD, "同意 R1");
    assertThat(worker().phone()).isNotEqualTo("13900008888");
    station.say(HEAD, "同意 R2");
    assertThat(worker().phone()).isEqualTo("13900009999");
  }

  @Test
  void anotherAccountSpeaksForThemOnceTheHeadTapsYes() {
    station.event(WORKER, new Content.Listed(false, "li.xiaohe-2", "", "", ""));

    assertThat(station.told(HEAD).getLast()).contains("账号：", "→ li.xiaohe-2");
    station.say(HEAD, "同意");
    assertThat(station.say("li.xiaohe-2", "走访")).contains("走访登记开始");
  }

  @Test
  void whoLeftAndIsThereAgainIsBackOnceTheHeadTapsYes() {
    station.say(HEAD, "离职 李小荷", "确认");
    station.event(WORKER, listed(false, "李小荷", "", FULIN));
    assertThat(station.told(HEAD)).isEmpty();

    station.event(WORKER, listed(true, "李小荷", "", FULIN));
    assertThat(station.told(HEAD)).singleElement().asString().contains("李小荷", "办过离职");
    assertThat(station.say(HEAD, "同意")).contains("李小荷已经返岗");
    assertThat(station.say(WORKER, "走访")).contains("走访登记开始");
  }
}
