package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.OnDuty;
import org.lanshao.directory.PersonId;
import org.lanshao.message.Content;

/** People, duty and groups, changed by chat. */
class PeopleTest {
  private static final String HEAD = "p12";
  private static final String WORKER = "p03";
  private static final String ENGLISH = "p08";
  private static final String COUNTY = "p32";
  private static final AreaCode FULIN = new AreaCode("445303104");
  private final Station station = new Station();

  @Test
  void aNewcomerIsShownWhatWasUnderstoodAndWorksOnceTheHeadAgrees() {
    var shown = station.say("newbie", "登记 我是富林镇社工站王小明 13800001234");

    assertThat(shown).contains("王小明", "富林镇", "社工", "138****1234").doesNotContain("苏大海");
    assertThat(station.told(HEAD).getLast()).contains("王小明", "13800001234", "同意 R1");
    assertThat(station.say("newbie", "走访")).doesNotContain("开始");

    assertThat(station.say(HEAD, "同意 R1")).contains("王小明", "富林镇");

    assertThat(station.told("newbie").getLast()).contains("欢迎");
    assertThat(station.say("newbie", "走访")).contains("走访登记开始");
    assertThat(station.say(HEAD, "同意 R1")).contains("已经由苏大海办过了");
  }

  @Test
  void aRefusedNewcomerIsToldAndStaysOutside() {
    station.say("newbie", "登记 富林镇 王小明 13800001234");

    assertThat(station.say(HEAD, "不同意 R1")).contains("R1 没有同意");

    assertThat(station.told("newbie").getLast()).contains("没有通过");
    assertThat(station.say("newbie", "走访")).doesNotContain("开始");
    assertThat(station.say(HEAD, "同意 R1")).contains("已经由苏大海办过了");
  }

  @Test
  void aNewcomerMayAskThreeTimesADayAndTheNewestAloneCounts() {
    station.say("newbie", "登记 富林镇 王小名 13800001234");
    station.say("newbie", "登记 富林镇 王小明 13800001234");

    assertThat(station.say(HEAD, "同意 R1")).contains("R1");
    assertThat(station.say("newbie", "走访")).doesNotContain("开始");
    station.say("newbie", "登记 富林镇 王小明 13800001234");
    assertThat(station.say("newbie", "登记 富林镇 王小明 13800001234")).contains("次数太多");
    assertThat(station.told(HEAD)).hasSize(1);

    station.say(HEAD, "同意");
    assertThat(station.say("newbie", "走访")).contains("走访登记开始");
  }

  @Test
  void anAmbiguousOrMissingPlaceIsAskedFor() {
    assertThat(station.say("newbie", "登记 太平镇 王小明 13800001234")).contains("罗定市", "新兴县");
    assertThat(station.say("newbie", "登记 河口 王小明 13800001234")).contains("河口街道", "河口镇");
    assertThat(station.say("newbie", "登记 王小明 13800001234")).contains("请这样写");
    assertThat(station.say("newbie", "登记 富林镇")).contains("请这样写");
    assertThat(station.store.outgoing()).isEmpty();
    assertThat(station.say("newbie", "登記 云城 王小明 13800001234")).contains("地方 云城街道");
  }

  @Test
  void whoIsToldIsToldInTheirOwnLanguage() {
    station.say(HEAD, "排班 富林镇 5月12日 苏小安 李小荷", "确认");

    assertThat(station.told(ENGLISH).getLast()).startsWith("You have duty");
    assertThat(station.told(WORKER).getLast()).contains("给您排了班");
  }

  @Test
  void aHeadIsAskedForByTheCountyAndAWorkerWithoutHeadTooAndNobodyElseMayAgree() {
    station.say("boss", "登记 我是富林镇社工站站长王大明 13800001234");

    assertThat(station.told(HEAD)).isEmpty();
    assertThat(station.told(COUNTY).getLast()).contains("王大明", "站长");
    assertThat(station.say(HEAD, "同意 R1")).contains("不用您来定");
    assertThat(station.say("p31", "同意 R1")).contains("不用您来定");
    assertThat(station.say(COUNTY, "同意 R1")).contains("王大明");
    assertThat(station.say("boss", "值班")).contains("富林镇");
    assertThat(station.say(HEAD, "离职 王大明")).contains("上一级");
  }

  @Test
  void aMoveIsShownAndNothingChangesBeforeItIsConfirmed() {
    assertThat(station.say(COUNTY, "调站 李小荷 白石镇")).contains("李小荷从富林镇调到白石镇", "确认");
    assertThat(station.directory().person(new PersonId(WORKER)).orElseThrow().area())
        .isEqualTo(FULIN);

    assertThat(station.say(COUNTY, "确认")).contains("李小荷已经调到白石镇");

    assertThat(station.directory().person(new PersonId(WORKER)).orElseThrow().area().text())
        .isEqualTo("445303102");
    assertThat(station.told(WORKER).getLast()).contains("您已从富林镇调到白石镇");
    assertThat(station.say(COUNTY, "确认")).doesNotContain("已经调到");
  }

  @Test
  void aMoveGoesNoFurtherThanTheSpeakersCharge() {
    assertThat(station.say(HEAD, "调站 李小荷 白石镇")).contains("白石镇不归您管");
    assertThat(station.say(COUNTY, "调站 陈小雨 白石镇")).contains("没有找到");
    assertThat(station.say(COUNTY, "调站 李小荷 罗定市太平镇")).contains("不归您管");
    assertThat(station.say("p41", "调站 李小荷 太平镇")).contains("罗定市", "新兴县");
    assertThat(station.say(COUNTY, "调站 李小荷 云城")).contains("不止一个");
    assertThat(station.say(COUNTY, "调站 李小荷 月球镇")).contains("没找到");
    assertThat(station.say(COUNTY, "调站 李小荷 富林镇")).contains("不用调");
    assertThat(station.store.directoryChanges()).isEmpty();
  }

  @Test
  void twoOfOneNameAreAskedBackByTheirPlace() {
    station.say("newbie", "登记 白石镇 李小荷 13800001234");
    station.say(COUNTY, "同意");

    assertThat(station.say(COUNTY, "离职 李小荷")).contains("离职 p03", "离职 n1", "富林镇", "白石镇");
    assertThat(station.say(COUNTY, "离职 白石镇 李小荷")).contains("李小荷（白石镇）离职");
    assertThat(station.say(COUNTY, "离职 n1")).contains("李小荷（白石镇）离职");
  }

  @Test
  void whoLeftHasNoAccessIsToldNothingAndTheirWorkIsWithItsNewOwner() {
    station.say(WORKER, "走访", "石巷村", "陈伯", "入户", "3", "防汛", "没有", "跳过", "提交");
    station.say(HEAD, "退回 V1 人数不对", "提交");
    station.say(WORKER, "走访", "石巷村", "李伯");
    int told = station.told(WORKER).size();

    assertThat(station.say(HEAD, "离职 李小荷 交给 苏小安"))
        .contains("李小荷（富林镇）离职", "V1 走访登记：被退回", "没填完的走访登记", "交给：苏小安");
    assertThat(station.say(WORKER, "我的")).contains("V1");
    station.say(HEAD, "确认");
    station.look();

    assertThat(station.say(WORKER, "走访")).isEqualTo("您已经办了离职，不能再用。有疑问请联系您的站长。");
    assertThat(station.told(WORKER)).hasSize(told);
    assertThat(station.told(ENGLISH).getLast()).contains("李小荷", "V1", "1 half filled");
    assertThat(station.say(ENGLISH, "我的")).contains("V1");
    assertThat(station.say(ENGLISH, "继续1")).contains("走访登记", "入户");
    assertThat(station.say(ENGLISH, "保存")).isNotEmpty();
    assertThat(station.say(ENGLISH, "更正 V1 人数 4", "提交")).contains("V1");
    station.pass(java.time.Duration.ofDays(2));
    assertThat(station.told(WORKER)).hasSize(told);
  }

  @Test
  void whoCameBackHasAccessAndTheirWorkAgain() {
    station.say(HEAD, "离职 李小荷", "确认");
    station.look();
    assertThat(station.told(HEAD).getLast()).contains("李小荷离职了");
    assertThat(station.say(HEAD, "离职 李小荷")).contains("没有找到");

    assertThat(station.say(HEAD, "返岗 李小荷")).contains("李小荷回到富林镇上班");
    assertThat(station.say(WORKER, "走访")).contains("离职");
    station.say(HEAD, "确认");

    assertThat(station.told(WORKER).getLast()).contains("欢迎回到富林镇");
    assertThat(station.say(WORKER, "走访")).contains("走访登记开始");
    assertThat(station.say(HEAD, "返岗 李小荷")).contains("没有离职");
  }

  @Test
  void nobodyDecidesAboutThemselvesOrSomebodyAbove() {
    assertThat(station.say(HEAD, "离职 苏大海")).contains("上一级");
    assertThat(station.say("p21", "离职 林大山")).contains("林大山（罗定市太平镇）离职");
    assertThat(station.say("p11", "离职 叶青田")).contains("上一级");
    assertThat(station.say(WORKER, "离职 苏小安")).contains("站长");
  }

  @Test
  void aPreviewThatWasOvertakenChangesNothing() {
    station.say(HEAD, "离职 李小荷");
    station.say(COUNTY, "调站 李小荷 白石镇", "确认");

    assertThat(station.say(HEAD, "确认")).contains("没有办");
    assertThat(station.say(WORKER, "走访")).contains("走访登记开始");
  }

  @Test
  void anOldPreviewIsNotCarriedOutAndADroppedOneNeither() {
    station.say(HEAD, "离职 李小荷");
    assertThat(station.say(HEAD, "取消")).contains("已取消");
    assertThat(station.say(HEAD, "确认 R1")).contains("已经由苏大海办过了");
    station.say(HEAD, "离职 李小荷");
    station.pass(java.time.Duration.ofMinutes(31));

    assertThat(station.say(HEAD, "确认 R2")).contains("过了时间");
    assertThat(station.say(WORKER, "走访")).contains("走访登记开始");
  }

  @Test
  void aKillBetweenPreviewAndWordChangesNothingAndTheWordStillWorks() {
    station.say(HEAD, "离职 李小荷");
    station.restart();
    assertThat(station.say(WORKER, "我的")).doesNotContain("离职");

    assertThat(station.say(HEAD, "确认")).contains("李小荷已经离职");
    station.restart();
    assertThat(station.say(WORKER, "我的")).contains("离职");
  }

  @Test
  void aRosterIsPlannedInOneLineOrManyAndThoseOnItAreTold() {
    assertThat(station.say(HEAD, "排班 富林镇 5月12日-14日 李小荷 苏小安"))
        .contains("富林镇值班", "5月12日（四）：李小荷、苏小安", "5月14日（六）");
    assertThat(station.say(HEAD, "确认")).contains("排好了3天");
    assertThat(station.told(WORKER).getLast()).contains("5月12日", "5月14日");

    assertThat(station.say(HEAD, "排班\n5月13日 苏大海\n5月15日 李小荷"))
        .contains("5月13日（五）：苏大海（原来是李小荷、苏小安）", "5月15日（日）：李小荷");
    station.say(HEAD, "确认");
    assertThat(station.say(WORKER, "值班")).contains("5月13日（五）：苏大海", "5月14日（六）：李小荷、苏小安");
  }

  @Test
  void aRosterWithAMistakeIsAskedBackAndNothingIsPlanned() {
    assertThat(station.say(HEAD, "排班 富林镇 5月12日 张三")).contains("没有找到“张三”");
    assertThat(station.say(HEAD, "排班 富林镇 5月12日 李小荷 张三")).contains("没有找到“张三”");
    assertThat(station.say(HEAD, "排班 富林镇 某天 李小荷")).contains("没看懂是哪几天");
    assertThat(station.say(HEAD, "排班 富林镇 昨天 李小荷")).contains("已经过了");
    assertThat(station.say(HEAD, "排班 白石镇 5月12日 李小荷")).contains("不归您管");
    assertThat(station.say(HEAD, "排班 富林镇 今天到12月31日 李小荷")).contains("最多排62天");
    assertThat(station.store.directoryChanges()).isEmpty();
  }

  @Test
  void whoIsOnDutyFollowsFromRosterAndFromComingAndGoing() {
    assertThat(station.onDuty(FULIN).why()).isEqualTo(OnDuty.Why.HEAD);
    station.say(HEAD, "排班 富林镇 今天 苏小安", "确认");
    assertThat(station.onDuty(FULIN).people())
        .extracting(p -> p.id().text())
        .containsExactly("p08");

    station.say(WORKER, "到岗", "富林镇", "值班", "今天下午六点", "跳过", "提交");
    assertThat(station.onDuty(FULIN).people())
        .extracting(p -> p.id().text())
        .containsExactly("p03", "p08");
    station.say(WORKER, "离岗", "富林镇", "跳过", "跳过", "提交");
    assertThat(station.onDuty(FULIN).people())
        .extracting(p -> p.id().text())
        .containsExactly("p08");

    station.say(HEAD, "离职 苏小安", "确认");
    assertThat(station.onDuty(FULIN).why()).isEqualTo(OnDuty.Why.HEAD);
    station.say(COUNTY, "离职 苏大海", "确认");
    assertThat(station.onDuty(FULIN).why()).isEqualTo(OnDuty.Why.COUNTY);
  }

  @Test
  void aShiftEndsByItselfAndItsPersonIsToldOnce() {
    station.say(WORKER, "到岗", "富林镇", "值班", "今天下午六点", "跳过", "提交");
    int told = station.told(WORKER).size();
    station.pass(java.time.Duration.ofHours(8));
    assertThat(station.onDuty(FULIN).why()).isEqualTo(OnDuty.Why.STATION);
    station.pass(java.time.Duration.ofHours(1));

    assertThat(station.onDuty(FULIN).why()).isEqualTo(OnDuty.Why.HEAD);
    assertThat(station.told(WORKER)).hasSize(told + 1);
    assertThat(station.told(WORKER).getLast()).contains("富林镇的值班到时间了");
  }

  @Test
  void aGroupThatCanBeHeardIsBoundByTypingTheNumberBackInIt() {
    var shown = station.say(HEAD, "绑定群 富林社工站二群");
    var code = shown.replaceAll("(?s).*测试号 (\\d{6}).*", "$1");

    assertThat(station.say(HEAD, code)).doesNotContain("绑定好了");
    assertThat(station.inGroup("p01", "newgroup", code)).doesNotContain("绑定好了");
    assertThat(station.inGroup(WORKER, "newgroup", code)).contains("富林社工站二群", "富林镇");

    assertThat(station.directory().heard("sandbox", "newgroup")).isPresent();
    assertThat(station.told(HEAD).getLast()).contains("绑定好了");
    assertThat(station.say(HEAD, "群")).contains("富林社工站二群：富林镇，能听能发");
    assertThat(station.say(HEAD, "解绑群 富林社工站二群", "确认")).contains("已经解绑");
    assertThat(station.directory().heard("sandbox", "newgroup")).isEmpty();
  }

  @Test
  void aGroupThatCannotBeHeardGetsTheNumberAndItsAddressIsNeverSaidAgain() {
    var shown = station.say(HEAD, "绑定群 富林居民群 https://qyapi.example.invalid/send?key=geheim-4711");
    assertThat(shown).contains("撤回").doesNotContain("geheim");
    var sent = station.store.outgoing().getLast();
    assertThat(sent.target().toString()).contains("geheim-4711");
    var code = sent.part().text().replaceAll("(?s).*测试号 (\\d{6}).*", "$1");
    assertThat(shown).doesNotContain(code);

    assertThat(station.say(HEAD, code)).contains("富林居民群", "听不到").doesNotContain("geheim");
    assertThat(station.say(HEAD, "群")).contains("富林居民群").doesNotContain("geheim");
  }

  @Test
  void anOfficerOfATownIsOfAnAgencyAndOfNoneAgain() {
    var county = "p31";
    assertThat(station.say(county, "部门")).contains("还没有人是部门的");
    assertThat(station.say(county, "部门 陈小雨 民政办")).contains("只有镇街干部");
    assertThat(station.say(county, "部门 叶青田 民政办")).contains("替民政办确认");
    assertThat(station.say(county, "确认")).contains("改好了");
    assertThat(station.directory().person(new PersonId("p21")).orElseThrow().agency())
        .contains(new Agency("民政办"));

    assertThat(station.say(county, "部门")).startsWith("民政办：1个镇街1人；20个镇街还没有人：罗城街道、");
    assertThat(station.say(county, "部门 叶青田 民政")).contains("本来就这样");
    assertThat(station.say(county, "部门 叶青田 3号楼!")).contains("例如 部门 叶青田 民政办");
    for (String other : new String[] {"p32", "p11", WORKER}) {
      assertThat(station.say(other, "部门 叶青田 无")).doesNotContain("确认 R");
    }
    assertThat(station.say(county, "部门 叶青田 无", "确认")).contains("改好了");
    assertThat(station.directory().person(new PersonId("p21")).orElseThrow().agency()).isEmpty();
  }

  @Test
  void aGroupOfAgenciesIsBoundWithThem() {
    var shown = station.say(HEAD, "绑定群 富林镇联合小组群 部门 三防办、民政办");
    assertThat(shown).contains("“富林镇联合小组群”绑定到富林镇 三防办、民政办");
    var code = shown.replaceAll("(?s).*测试号 (\\d{6}).*", "$1");

    station.inGroup(WORKER, "joint", code);

    assertThat(station.directory().heard("sandbox", "joint").orElseThrow().agencies())
        .containsExactlyInAnyOrder(new Agency("三防办"), new Agency("民政办"));
    assertThat(station.say(HEAD, "群")).contains("富林镇联合小组群：富林镇 三防办、民政办");
  }

  @Test
  void inAGroupNobodyIsNamed() {
    for (String text :
        new String[] {"离职 李小荷", "调站 李小荷 白石镇", "值班", "排班 富林镇 今天 李小荷", "群", "绑定群 甲", "返岗 李小荷"}) {
      assertThat(station.inGroup(HEAD, "g03", text)).as(text).startsWith("请在私聊里发");
    }
    assertThat(station.store.directoryChanges()).isEmpty();
  }

  @Test
  void aPlatformThatSaysSomebodyLeftMovesNothingByItself() {
    station.event(WORKER, new Content.Left());
    station.event(WORKER, new Content.Left());

    assertThat(station.told(HEAD)).hasSize(1);
    assertThat(station.told(HEAD).getFirst()).contains("李小荷（富林镇）", "同意 R1");
    assertThat(station.say(WORKER, "走访")).contains("走访登记开始");
    assertThat(station.say(HEAD, "同意")).contains("李小荷已经离职");
    assertThat(station.say(WORKER, "走访")).contains("您已经办了离职");
  }

  @Test
  void anAnswerOfAFormIsNotTakenForACommand() {
    assertThat(station.say(WORKER, "到岗", "富林镇", "值班")).contains("值到什么时候");
    assertThat(station.say(HEAD, "隐患", "离职 李小荷")).contains("李小荷（富林镇）离职");
  }

  @Test
  void helpTellsOnlyWhatTheRoleMayDo() {
    assertThat(station.say(WORKER, "帮助")).contains("值班：").doesNotContain("离职", "绑定群");
    assertThat(station.say(HEAD, "帮助")).contains("值班：", "排班", "离职", "绑定群");
    assertThat(station.say("p51", "帮助")).doesNotContain("离职");
    assertThat(station.inGroup(HEAD, "g03", "帮助")).doesNotContain("离职");
  }

  @Test
  void anotherNodeKnowsWhatWasChangedOnceItLooks() {
    var other = station.another();
    station.say(HEAD, "离职 李小荷", "确认");

    assertThat(station.sayTo(other, WORKER, "走访")).contains("开始");
    station.refresh(other);
    assertThat(station.sayTo(other, WORKER, "我的")).contains("离职");
  }

  @Test
  void everyChangeTellsWhoMadeItWhenAboutWhomAndWhere() {
    station.say(HEAD, "离职 李小荷", "确认");

    var change = station.store.directoryChanges().getLast();
    assertThat(change.by()).contains(new PersonId(HEAD));
    assertThat(change.subject()).isEqualTo(WORKER);
    assertThat(change.where()).isEqualTo("sandbox/p12");
    assertThat(change.kind()).isEqualTo(org.lanshao.directory.Proposal.Kind.LEAVE);
  }
}
