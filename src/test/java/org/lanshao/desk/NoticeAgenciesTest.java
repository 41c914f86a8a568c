package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.directory.Role;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;

/** Notices that go to agencies of towns too: who of them confirmed, and where one is missing. */
class NoticeAgenciesTest {
  private static final Agency FLOOD = new Agency("三防办");
  private static final Agency CIVIL = new Agency("民政办");
  private static final AreaCode TOWN = new AreaCode("445322115");

  /** Two of the flood office and one of civil affairs of 连滩镇, whose joint group is heard. */
  private final AlertScene scene = scene("g90");

  private static AlertScene scene(String hear) {
    return new AlertScene(
        directory -> {
          var people = new ArrayList<>(directory.people());
          people.add(officer("f1", "高大潮", FLOOD));
          people.add(officer("f2", "严防", FLOOD));
          people.add(officer("m1", "叶青田", CIVIL));
          var groups = new ArrayList<>(directory.groups());
          var joint = new Group(new GroupId("g90"), "连滩镇联合小组群", TOWN, "sandbox", "g90", hear);
          groups.add(joint.of(Set.of(FLOOD, CIVIL)));
          return new Directory(directory.areas(), people, groups);
        });
  }

  private static Person officer(String id, String name, Agency agency) {
    return new Person(new PersonId(id), name, Role.TOWN, TOWN, Map.of(), "13800000090", "zh")
        .of(Optional.of(agency));
  }

  private static String inJointGroup(AlertScene scene, String person, String words) {
    return Scene.text(scene.hear(person, new Chat.Group("g90"), new Content.Text(words)));
  }

  @Test
  void inAJointGroupEachConfirmsForTheirOwnAgencyAndTheFirstCounts() {
    assertThat(scene.say(AlertScene.COUNTY, "通知 连滩镇 今晚转移低洼处的人 发给 三防、民政办"))
        .contains("今晚转移低洼处的人\n", "也发给三防办：1个镇街，1个群，2个人", "也发给民政办：1个镇街，1个群，1个人");
    scene.say(AlertScene.COUNTY, "确认");

    assertThat(scene.toldGroup("g90")).singleElement().asString().contains("各回一次", "收到1");
    assertThat(scene.told("f1")).isEmpty();
    assertThat(inJointGroup(scene, "f2", "收到1")).contains("N1 已确认", "连滩镇三防办");
    assertThat(inJointGroup(scene, "f1", "收到1")).contains("已由严防");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1"))
        .contains("发1，已确认0，未确认1", "三防办：1个里回了1个\n", "民政办：1个里回了0个，还没有回：连滩镇\n")
        .contains("连滩镇三防办 09:30 严防", "连滩镇民政办 叶青田 13800000090");
    assertThat(inJointGroup(scene, AlertScene.HEAD, "收到1")).contains("N1 已确认");
    assertThat(scene.say(AlertScene.COUNTY, "进度"))
        .contains("发1，已确认1", "三防办：1个里回了1个", "民政办：1个里回了0个")
        .doesNotContain("叶青田");
  }

  @Test
  void whoOfThemDoesNotConfirmIsRemindedOnceInTheGroupAndNamedToThoseAbove() {
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇 发给 三防办、民政办", "确认");
    scene.say(AlertScene.HEAD, "收到1");
    scene.say("f1", "收到");

    scene.wait(Duration.ofMinutes(11));
    var reminders = scene.toldGroup("g90").stream().filter(said -> said.contains("提醒")).toList();
    assertThat(reminders).singleElement().asString().contains("民政办").doesNotContain("三防办");
    scene.wait(Duration.ofMinutes(30));
    assertThat(scene.told(AlertScene.COUNTY).getLast())
        .contains("还有1个没有确认", "连滩镇民政办 叶青田")
        .doesNotContain("三防办");
  }

  @Test
  void whereNoGroupIsHeardTheirPeopleAreWrittenToAndConfirmSeveralAtOnce() {
    var deaf = scene("");
    deaf.say(AlertScene.COUNTY, "预警 暴雨 橙 连滩镇 发给 三防办", "确认");
    assertThat(deaf.told("f1")).singleElement().asString().contains("请三防办确认");
    deaf.say(AlertScene.COUNTY, "预警 大风 黄 连滩镇 发给 三防办", "确认");
    deaf.say(AlertScene.COUNTY, "预警 雷雨大风 黄 连滩镇 发给 三防办", "确认");
    deaf.wait(Duration.ofMinutes(11));

    assertThat(deaf.told("f1")).anySatisfy(said -> assertThat(said).contains("N2", "N3", "收到全部"));
    assertThat(deaf.told("m1")).isEmpty();
    assertThat(deaf.say("f1", "收到全部")).contains("N1", "N2", "N3", "已确认");
    assertThat(deaf.say(AlertScene.COUNTY, "进度 N3")).contains("三防办：1个里回了1个");
  }

  @Test
  void anAgencyThatNobodyIsOfIsMissingAndTheRemindersGoOn() {
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 郁南县 发给 民政办", "确认");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1")).contains("民政办：15个里回了0个，还没有回：都城镇、");
    scene.say(AlertScene.HEAD, "收到");
    scene.say("m1", "收到");

    scene.wait(Duration.ofMinutes(61));

    assertThat(scene.told(AlertScene.COUNTY).getLast()).contains("送不到", "都城镇民政办");
    assertThat(scene.say(AlertScene.COUNTY, "代收到 N1 都城镇 民政办 电话 陈某")).contains("已代都城镇民政办确认");
    assertThat(scene.say(AlertScene.COUNTY, "代收到 N1 平台镇民政办 电话")).contains("已代平台镇民政办确认");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1")).contains("民政办：15个里回了3个", "代收 电话 陈某");
  }

  @Test
  void anAllClearGoesToTheAgenciesThatGotTheOriginal() {
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇 发给 三防办", "确认");
    scene.say(AlertScene.COUNTY, "解除 N1", "确认");

    assertThat(scene.toldGroup("g90").getLast()).contains("解除暴雨红色预警").doesNotContain("收到");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N2")).contains("三防办：发1，送不到0");
  }

  @Test
  void whatIsNotForThemDoesNotReachTheirGroup() {
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇", "确认");
    scene.say(AlertScene.WORKER, "紧急 连滩镇 火灾");
    scene.wait(Duration.ofHours(1));

    assertThat(scene.toldGroup("g90")).isEmpty();
    assertThat(scene.say("f1", "收到1")).contains("没有问您");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1")).contains("发1，已确认0").doesNotContain("三防办");
  }

  @Test
  void theJointGroupIsAddressedByItsName() {
    scene.say(AlertScene.COUNTY, "通知 连滩镇联合小组群 明天演练转移", "确认");

    assertThat(scene.toldGroup("g90")).singleElement().asString().contains("明天演练转移");
    assertThat(inJointGroup(scene, "m1", "收到")).contains("N1 已确认");
  }

  @Test
  void anAgencyThatIsNotInTheDirectoryIsAskedBackAndOtherWordsAreText() {
    assertThat(scene.say(AlertScene.COUNTY, "通知 连滩镇 明天开会 发给 气象办、三防办"))
        .isEqualTo("名册里没有“气象办”。有：三防办、民政办。");
    assertThat(scene.say(AlertScene.COUNTY, "通知 连滩镇 把单张 发给 儿童家长"))
        .contains("把单张 发给 儿童家长")
        .doesNotContain("也发给");
    assertThat(new AlertScene().say(AlertScene.COUNTY, "通知 连滩镇 明天开会 发给 三防办")).contains("也没有别的部门");
  }

  @Test
  void nobodyOfAnotherCountySeesItsProgress() {
    scene.say(AlertScene.COUNTY, "通知 连滩镇 明天开会 发给 三防办", "确认");

    for (String who : List.of(AlertScene.ELSEWHERE, AlertScene.STRANGER)) {
      assertThat(scene.say(who, "进度 N1")).doesNotContain("三防办");
    }
    assertThat(scene.say("f1", "进度 N1")).contains("三防办：1个里回了0个");
  }
}
