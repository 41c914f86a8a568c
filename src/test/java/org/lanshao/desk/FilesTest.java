package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.form.QuestionId;
import org.lanshao.register.Household;
import org.lanshao.register.HouseholdField;

/** Households on file, as people talk about them: p03 is a worker of 富林镇, p31 a coordinator. */
class FilesTest {
  private static final String WORKER = "p03";

  private final Station station = new Station();

  @BeforeEach
  void twoHouseholdsOfOneName() {
    station.file(
        household("J101", "张三").with(HouseholdField.SIZE, "4").with(HouseholdField.EVERY, "30"),
        household("J102", "张三"),
        household("J103", "四婆").with(HouseholdField.PHONE, "13800004711"));
  }

  private static Household household(String number, String head) {
    return Station.household(number, "445303104901", head);
  }

  private String last(String question) {
    var answers = station.store.filings().getLast().submission().answers();
    return answers.get(new QuestionId(question)).map(Object::toString).orElse("");
  }

  @Test
  void aReportFindsWhoIsOnFileAndAsksWhichOfTwo() {
    var asked = station.say(WORKER, "走访石巷村 张三 3人 防汛 没有隐患");

    assertThat(asked).contains("J101").contains("J102");
    station.say(WORKER, "2", "跳过", "跳过", "提交");
    assertThat(last("household")).contains("Optional[J102]");
  }

  @Test
  void aNumberOnFileTellsThePlaceToo() {
    station.say(WORKER, "走访 J103 1人 防汛 没有隐患");
    station.say(WORKER, "跳过", "跳过", "提交");

    assertThat(last("household")).contains("四婆").contains("J103");
    assertThat(last("place")).contains("石巷村");
  }

  @Test
  void theFileAnswersWhatItKnowsOnceThatIsConfirmed() {
    assertThat(station.say(WORKER, "走访 J101 入户 防汛 没有隐患")).contains("档案：4人");
    assertThat(station.say(WORKER, "对")).contains("人数：4人");
    assertThat(station.say(WORKER, "跳过", "提交")).contains("已登记").doesNotContain("变更");

    assertThat(last("people")).contains("4");
  }

  @Test
  void aRelocationAsksFirstForTheCategoryThatTheFileTells() {
    station.say(WORKER, "变更 J101 类别 加低保");
    assertThat(station.say(WORKER, "转移 J101 4人")).contains("低保几个人", "档案：4人");
    assertThat(station.say(WORKER, "2")).contains("特困几个人").doesNotContain("档案");
    station.say(WORKER, "0", "1", "1", "跳过", "亲友家", "今天上午九点", "跳过");

    assertThat(station.say(WORKER, "提交")).contains("已登记 T1").doesNotContain("变更");
    assertThat(station.say("p12", "统计 转移 本月")).contains("2人（低保）", "1人（残疾）", "1人（其他）");
  }

  @Test
  void ofSeveralReportsTheFileFillsInWhatIsLeftOutAndThatIsToldBeforeTheyAreHandedIn() {
    var shown = station.say(WORKER, "走访\nJ101 入户 防汛 没有隐患\nJ103 入户 防汛 没有隐患\nJ101 6人 电访 回访 没有隐患");

    assertThat(shown)
        .contains("没写的，照档案先填上了", "\n1. 人数：4人\n", "第2条没有算进来", "还差人数", "看懂了2条")
        .contains("人数：6人");
    assertThat(station.say(WORKER, "提交"))
        .contains("已登记 V1", "4人", "已登记 V2", "6人")
        .containsOnlyOnce("变更 J101 人口 6");
  }

  @Test
  void skippingIsNoConfirmation() {
    station.say(WORKER, "走访 J101 入户 防汛 没有隐患", "跳过", "跳过", "提交");

    assertThat(last("people")).isEmpty();
  }

  @Test
  void moreThanOnFileIsTakenAndOfferedAsAChangeThatCanBeSentAsItStands() {
    station.say(WORKER, "走访 J101 6人 入户 防汛 没有隐患", "跳过");
    var receipt = station.say(WORKER, "提交");

    assertThat(receipt).contains("档案里人数是4人，这次是6人").contains("变更 J101 人口 6");
    assertThat(station.say(WORKER, "变更 J101 人口 6")).contains("4 → 6");
    assertThat(last("people")).contains("6");
  }

  @Test
  void oneConfirmsWhatIsOnFileWhereNothingIsCounted() {
    station.say(WORKER, "变更 J101 避难点 文化站");
    station.say(WORKER, "转移 J101 4人", "0", "0", "0", "4", "跳过");
    assertThat(station.say(WORKER, "避难点")).contains("档案：文化站");
    station.say(WORKER, "1", "今天上午九点", "跳过");

    assertThat(station.say(WORKER, "提交")).contains("转移到避难点文化站").doesNotContain("变更");
  }

  @Test
  void fewerThanOnFileContradictsNothing() {
    station.say(WORKER, "走访 J101 2人 入户 防汛 没有隐患", "跳过");

    assertThat(station.say(WORKER, "提交")).contains("已登记").doesNotContain("变更");
  }

  @Test
  void theFileOfAHouseholdOfAnotherTownIsNotTold() {
    assertThat(station.say("p05", "走访 J101 入户 防汛 没有隐患")).contains("服务了几个人").doesNotContain("档案");
  }

  @Test
  void aNameThatIsNoUsualSurnameIsRecognisedWhereItIsOnFile() {
    assertThat(station.say(WORKER, "走访石巷村 四婆 1人 防汛 没有隐患")).contains("四婆（J103）");
  }

  @Test
  void whoIsNotOnFileIsFiledAsTypedAndOfferedToBePutThere() {
    station.say(WORKER, "走访石巷村 王五 1人 防汛 没有隐患", "跳过", "跳过");

    assertThat(station.say(WORKER, "提交")).contains("已登记").contains("建档 富林镇石巷村 王五");
    assertThat(last("household")).contains("王五").doesNotContain("J10");
  }

  @Test
  void theFormPutsAHouseholdOnFileWhichIsKnownFromThenOn() {
    station.say(WORKER, "建档 石巷村 李四 2口 独居", "跳过");
    var receipt = station.say(WORKER, "提交");
    var number = receipt.replaceAll("(?s).*已建档 (J\\d+).*", "$1");

    assertThat(station.say(WORKER, "档案 石巷村李四"))
        .contains(number + " 李四")
        .contains("2人")
        .contains("独居老人")
        .contains("还没有走访记录");
    assertThat(station.say(WORKER, "名单 独居")).contains("李*").doesNotContain("李四");
  }

  @Test
  void whoLooksAtAFileOrAListWithNamesIsKept() {
    station.say(WORKER, "档案 J103", "名单", "未访 本月");
    assertThat(station.say("p12", "名单 全名")).doesNotContain("*");

    assertThat(station.store.noted())
        .extracting(entry -> entry.person().orElseThrow().text() + " " + entry.kind())
        .containsExactly("p03 FILE", "p12 LIST");
    assertThat(station.store.noted().getFirst().about()).isEqualTo("J103");
  }

  @Test
  void aChangeIsMadeAtOnceAndStandsInTheHistory() {
    assertThat(station.say(WORKER, "变更 四婆 电话 13900000815")).contains("13800004711 → 13900000815");
    assertThat(station.say(WORKER, "变更 J103 类别 加低保")).contains("无 → 低保");
    assertThat(station.say(WORKER, "变更 J103 电话 123"))
        .contains("不能这样写")
        .contains("变更 J103 电话 13800000000");

    assertThat(station.say(WORKER, "档案 J103"))
        .contains("电话：13900000815")
        .contains("低保")
        .contains("13800004711 → 13900000815", "类别 无 → 低保");
    assertThat(station.say(WORKER, "变更 J103 类别 去低保")).contains("低保 → 无");
  }

  @Test
  void numbersAndRhythmsAreWrittenAsInALedger() {
    assertThat(station.say(WORKER, "变更 J101 走访周期 每周")).contains("30天 → 7天");
    assertThat(station.say(WORKER, "变更 J101 人口 五口人")).contains("人口 4 → 5");
    assertThat(station.say(WORKER, "变更 J101 人口 五六个")).contains("不能这样写");

    assertThat(station.say(WORKER, "档案 J101")).contains("走访周期：7天");
  }

  @Test
  void whoeverIsNamedOfItsPeopleIsChangedAndNotTheHead() {
    station.say(WORKER, "变更 四婆 类别 加分散特困");
    station.say(WORKER, "变更 四婆 姓名 四婆婆");

    assertThat(station.say(WORKER, "档案 J103"))
        .contains("J103 四婆婆", "成员：四婆婆（分散特困）")
        .doesNotContain("四婆、");
    assertThat(station.say(WORKER, "变更 J103 户主 张小明"))
        .contains("家里人里没有张小明", "变更 J103 姓名 张小明", "变更 J103 户主 张小明 确认");
    assertThat(station.say(WORKER, "档案 J103")).startsWith("J103 四婆婆");
    assertThat(station.say(WORKER, "变更 J103 户主 张小明 确认")).contains("四婆婆 → 张小明");
    station.say(WORKER, "变更 J103 类别 加孤儿");
    station.say(WORKER, "变更 J103 户主 四婆婆");
    assertThat(station.say(WORKER, "变更 张小明 类别 加低保")).contains("张小明类别 孤儿 → 孤儿、低保");
    assertThat(station.say(WORKER, "变更 石巷村张小明 出生日期 2014年6月1日")).contains("无 → 2014-06-01");
    assertThat(station.say(WORKER, "变更 J103 身份证 123")).contains("不能这样写");
    assertThat(station.say(WORKER, "档案 J103")).contains("成员：四婆婆（分散特困）、张小明（孤儿、低保）");
  }

  @Test
  void theFileTellsWhoLooksAfterItWhereItGoesAndByWhenItIsVisited() {
    station.say(WORKER, "变更 J101 联系人 李小荷", "变更 J101 转移路线 沿村道向东", "变更 J101 避难点 文化站");
    assertThat(station.say(WORKER, "档案 J101")).contains("还没有走访记录").doesNotContain("不晚于");

    station.say(WORKER, "走访 J101 2人 入户 防汛 没有隐患", "跳过", "提交");

    assertThat(station.say(WORKER, "档案 J101"))
        .contains("联系人：李小荷", "转移路线：沿村道向东", "避难点：文化站")
        .contains("上次走访：2022-05-10", "下次走访不晚于：2022-06-09");
  }

  @Test
  void whatMovedInTheFilesIsToldByFieldInPrivateAndInGroupsAsHouseholdsAlone() {
    station.say(WORKER, "变更 J101 电话 13900000815", "变更 J103 类别 加低保");

    assertThat(station.say(WORKER, "台账变动 本月").lines())
        .containsExactly(
            "富林镇 5月1日-5月10日 台账变动：新建档0户，有变更2户，并入别户0户", "变更的户数：成员1、电话1、类别1", "加的类别（人）：低保1");
    assertThat(station.inGroup(WORKER, "g03", "台账变动 本月").lines()).hasSize(1);
    assertThat(station.say("p01", "台账变动")).contains("有变更0户");
    assertThat(station.say("p01", "台账变动 云安区富林镇")).contains("你可以查");
    assertThat(station.say("p71", "台账变动")).isEqualTo("审计不能看住户的档案和名单。");
    assertThat(station.say("p12", "合并 J102 J101 确认", "台账变动 今天")).contains("并入别户1户");
  }

  @Test
  void whatIsPersonalIsNotSaidInGroups() {
    for (String words : List.of("档案 J103", "名单", "变更 J103 电话 13900000815", "重复户")) {
      assertThat(station.inGroup(WORKER, "g03", words)).contains("私聊").doesNotContain("四婆");
    }
    assertThat(station.inGroup(WORKER, "g03", "未访")).contains("未访3户").endsWith("在册3户");
    assertThat(station.store.registerChanges()).hasSize(1);
  }

  @Test
  void aListOfTwoCategoriesHasBoth() {
    station.say(WORKER, "变更 J101 类别 加低保", "变更 J102 类别 加残疾", "变更 J103 类别 加分散特困");

    assertThat(station.say(WORKER, "名单 低保、残疾"))
        .startsWith("富林镇 低保、残疾 2户")
        .contains("J101", "J102")
        .doesNotContain("J103");
    assertThat(station.say(WORKER, "覆盖率 低保 残疾"))
        .startsWith("富林镇 低保、残疾 5月1日-5月10日")
        .contains("在册2户");
    assertThat(station.say(WORKER, "名单")).startsWith("富林镇 3户");
  }

  @Test
  void othersStationsDoNotSeeThem() {
    assertThat(station.say("p01", "档案 J103")).contains("没找到");
    assertThat(station.say("p01", "变更 J103 电话 13900000815")).contains("没找到");
    assertThat(station.store.registerChanges()).hasSize(1);
  }

  @Test
  void coverageCountsWhoWasMet() {
    station.say(WORKER, "走访 J103 1人 防汛 没有隐患", "跳过", "跳过", "提交");

    assertThat(station.say(WORKER, "覆盖率")).contains("走访1户，在册3户，覆盖率33.3%");
    assertThat(station.say(WORKER, "未访 今天")).contains("未访2户").doesNotContain("四婆");
    assertThat(station.say(WORKER, "档案 四婆")).contains("上次走访：2022-05-10");
  }

  @Test
  void twoHouseholdsThatAreOneAreMergedByWhoLeads() {
    assertThat(station.say(WORKER, "重复户")).contains("同村同名");
    assertThat(station.say(WORKER, "合并 J102 J101 确认")).contains("不能");
    var head = "p12";

    assertThat(station.say(head, "合并 J102 J101")).contains("确认");
    assertThat(station.store.registerChanges()).hasSize(1);
    assertThat(station.say(head, "取消")).contains("没有合并");
    assertThat(station.say(head, "合并 J102 J101", "确认")).contains("已合并");
    assertThat(station.say(head, "档案 J102")).contains("J101 张三");
    assertThat(station.say(head, "重复户")).contains("没有");
  }

  @Test
  void aHeadWhoIsNotListedIsRenamedAtOnce() {
    assertThat(station.say(WORKER, "变更 J102 户主 张四")).contains("张三 → 张四");
    station.say(WORKER, "变更 四婆 类别 加分散特困");
    station.say(WORKER, "变更 J103 户主 四婆婆");
    assertThat(station.say(WORKER, "变更 J103 姓名 四婆婆")).contains("四婆 → 四婆婆");
    assertThat(station.say(WORKER, "档案 J103")).contains("J103 四婆婆", "成员：四婆婆");
  }

  @Test
  void aHouseholdWhoseLastPersonWasForgottenIsOnNoList() {
    station.file(household("J104", Household.NOBODY));

    assertThat(station.say(WORKER, "未访 本月")).contains("J103").doesNotContain("J104", "某某");
    assertThat(station.say(WORKER, "名单")).doesNotContain("J104");
    assertThat(station.say(WORKER, "覆盖率 本月")).contains("3户").doesNotContain("4户");
    assertThat(station.say(WORKER, "重复户")).doesNotContain("J104");
  }
}
