package org.lanshao.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lanshao.Effort;
import org.lanshao.form.Form;

/** The same report in any order, writing, spacing and punctuation makes the same record. */
class ReportShufflesTest {
  private static final int SHUFFLES = Effort.of(10_000);
  private static final List<String> SIGNS =
      List.of(" ", "  ", "　", "，", ",", ", ", "；", "。", "\n", "\r\n", "！");

  /** How each field of a visit may be written; a tilde stands where a sign must follow. */
  private static final List<List<String>> VISIT =
      List.of(
          List.of("石巷村", "石巷村委", "太平镇石巷村", "罗定石巷", "石巷", "地点：石巷村~", "地点: 石巷~"),
          List.of("12号户", "12号", "１２号户", "第12号", "走访户：12号~"),
          List.of("3人", "3个人", "三人", "三个人", "３人", "3名", "人数：3~", "人数:三个~", "共3人", "服务3人", "3口人"),
          List.of("防汛", "三防", "防洪", "目的：防汛~"),
          List.of("入户", "上门", "方式：1~", "方式：入户~"),
          List.of("没有隐患", "无隐患", "冇隐患", "有隐患：无~", "没有安全隐患", "未发现隐患", "安全隐患：没有~"),
          List.of("叮嘱：减少外出~", "叮嘱:少外出~", "叮嘱：1~", "叮嘱减少外出~"),
          List.of("下次来看：5月20日~", "下次来看：20号~", "下次来看5月20日~"),
          List.of("", "~老人身体好~"));

  private static final List<List<String>> PASSED_ON =
      List.of(
          List.of("石巷村", "太平镇石巷村", "地点：石巷村~"),
          List.of("12号户", "第12号", "走访户：12号~"),
          List.of("3人", "三个人", "人数：3~"),
          List.of("防汛", "目的：防汛~"),
          List.of("入户", "上门", "方式：1~"),
          List.of("电线老化", "隐患种类：用电~"),
          List.of("已报镇街~", "已经报镇政府~", "已反馈给镇街~", "反馈给：镇街~", "反馈给太平镇~", "上报太平镇政府~", "告知民政办~"),
          List.of("", "~老人身体好~"));

  private static final List<List<String>> PUBLICITY =
      List.of(
          List.of("石巷村", "太平镇石巷村", "石巷", "地点：石巷村~"),
          List.of("120人", "120人次", "一百二十人", "１２０人次", "120名", "人次：120~", "共120人次"),
          List.of("防溺水", "溺水", "主题：防溺水~"),
          List.of("进校园", "校园", "途径：进校园~"),
          List.of("资料份数：150~", "资料份数：150份~", "资料份数150份~"),
          List.of("对象：学生、家长~", "对象: 家长 学生~"),
          List.of("", "~学生都听得认真~"));

  @Test
  void anyOrderAndWritingOfAVisitMakesTheSameRecord() {
    shuffle(
        "visit",
        VISIT,
        "place=445381101901 household=12号户 mode=home people=3 purpose=flood hazard=no"
            + " advice=stay_in next=2022-05-20",
        " +老人身体好");
  }

  @Test
  void anyOrderAndWritingOfAVisitWithAHazardThatWasPassedOnMakesTheSameRecord() {
    shuffle(
        "visit",
        PASSED_ON,
        "place=445381101901 household=12号户 mode=home people=3 purpose=flood hazard:=yes"
            + " hazard_kind=wiring told=town",
        " +老人身体好");
  }

  @Test
  void anyOrderAndWritingOfPublicityMakesTheSameRecord() {
    shuffle(
        "publicity",
        PUBLICITY,
        "topic=drowning people=120 channel=school place=445381101901"
            + " materials=150 audience=student,parent",
        " +学生都听得认真");
  }

  private static void shuffle(
      String id, List<List<String>> fields, String record, String withRest) {
    Form form = ReportTest.form(id);
    var random = new Random(20220514);
    for (int i = 0; i < SHUFFLES; i++) {
      var message = message(fields, random);
      var expected = message.contains(withRest.substring(2)) ? record + withRest : record;

      assertThat(ReportTest.told(Report.read(form, message, ReportTest.HEARING)))
          .as("%s", message)
          .isEqualTo(expected);
    }
  }

  private static String message(List<List<String>> fields, Random random) {
    var order = new ArrayList<>(fields);
    Collections.shuffle(order, random);
    var message = new StringBuilder();
    for (List<String> writings : order) {
      var field = writings.get(random.nextInt(writings.size()));
      boolean sign = message.length() > 0 && needsSign(message, field);
      if (sign || random.nextInt(3) == 0) {
        message.append(SIGNS.get(random.nextInt(SIGNS.size())));
      }
      message.append(field.startsWith("~") ? field.substring(1) : field);
    }
    return message.toString().replace("~", "");
  }

  /** Digits beside digits, and what has no end of its own, would be read as one. */
  private static boolean needsSign(StringBuilder before, String field) {
    char last = before.charAt(before.length() - 1);
    return last == '~'
        || field.startsWith("~")
        || field.contains("：")
        || field.contains(":")
        || (Character.isDigit(last) && !field.isEmpty() && Character.isDigit(field.charAt(0)));
  }
}
