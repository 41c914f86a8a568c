package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lanshao.directory.Area;
import org.lanshao.message.Chat;

/**
 * The sentence of the spring 2022 newsletter, from separate reports of all 63 stations with
 * corrections, withdrawals and redelivered messages among them.
 */
class SpringTest {
  private static final int HOUSEHOLDS = 1572;
  private static final int PERSON_TIMES = 5685;
  private static final int REPORTS = 504;
  private static final int PUBLICITY = 3032;
  private static final String CITY = "p41";
  private static final List<String> WORKERS = List.of("p01", "p02", "p03", "p04", "p05", "p06");

  private final Station station = new Station();
  private final Random random = new Random(20220513);
  private int households;
  private int messages;

  @Test
  void theSpringSentenceComesOutWhole() {
    var towns = towns();
    assertThat(towns).hasSize(63);
    for (int report = 0; report < REPORTS; report++) {
      station.day("2022-05-" + (report % 5 == 0 ? "09" : Integer.toString(9 + report % 5)));
      visits(towns.get(report % towns.size()), report < 60 ? 4 : 3, report);
    }
    assertThat(households).isEqualTo(HOUSEHOLDS);
    publicity(towns);
    relocations(towns);
    outsideOfTheFiveDays(towns.getFirst());

    station.day("2022-05-14");
    assertThat(station.say(CITY, "统计 走访 全市 5月9日-5月13日")).contains("1572户 1572户次 5685人次");
    assertThat(station.say(CITY, "统计 走访 防汛 全市 5月9日-13日")).contains("1572户", "5685人次");
    assertThat(station.say(CITY, "统计 宣传 防汛 5月9日-5月13日")).contains("3032人次");
    assertThat(station.say(CITY, "统计 转移 全市 5月9日-5月13日"))
        .contains("33户 45人 10人（低保） 8人（特困） 9人（残疾） 18人（其他）");
    assertThat(station.say(CITY, "汇总 行动 全市 5月9日-5月13日"))
        .startsWith(
            "截至5月13日，云浮市双百社工走访1572户、5685人次，防汛宣传3032人次，协助转移33户45人"
                + "（低保10人、特困8人、残疾人9人、其他18人）。\n（63个镇街都有登记）");
    assertThat(sumOfRows(station.say(CITY, "统计 走访 人次 全市 5月9日-5月13日 按县区"))).isEqualTo(PERSON_TIMES);
    assertThat(sumOfRows(station.say(CITY, "统计 走访 人次 全市 5月9日-5月13日 按日"))).isEqualTo(PERSON_TIMES);
  }

  private List<String> towns() {
    return station.directory.areas().stream()
        .filter(area -> area.kind() == Area.Kind.TOWN)
        .map(town -> county(town) + town.name())
        .toList();
  }

  private String county(Area town) {
    return station.directory.around(town.code(), Area.Kind.COUNTY).orElseThrow().name();
  }

  /** One report of several visits; some are then corrected, some filed twice and withdrawn. */
  private void visits(String town, int count, int report) {
    var worker = WORKERS.get(report % WORKERS.size());
    var lines = new ArrayList<String>();
    int[] people = new int[count];
    for (int i = 0; i < count; i++) {
      households++;
      people[i] = households <= PERSON_TIMES - 3 * HOUSEHOLDS ? 4 : 3;
      boolean wrong = i == 0 && report % 7 == 3;
      lines.add(line(town, households, wrong ? people[i] + 2 : people[i]));
    }
    var numbers = filed(worker, lines);
    assertThat(numbers).hasSize(count);
    if (report % 7 == 3) {
      station.say(worker, "更正 " + numbers.getFirst() + " 人数 " + people[0], "确认");
    }
    if (report % 11 == 5) {
      var twice = filed(worker, List.of(line(town, households, 9)));
      station.say(worker, "撤回 " + twice.getFirst() + " 登记重复了", "确认");
    }
  }

  private static String line(String town, int household, int people) {
    return "%s %d号户 %d人 入户 防汛 没有隐患".formatted(town, household, people);
  }

  /** Files what these lines report, and returns the numbers that the receipt tells. */
  private List<String> filed(String worker, List<String> lines) {
    var answer = said(worker, "走访\n" + String.join("\n", lines));
    if (lines.size() == 1 && !answer.contains("回复 提交")) {
      said(worker, "跳过");
    }
    var receipt = said(worker, "提交");
    assertThat(receipt).as("%s", answer).contains("已登记 V");
    return java.util.regex.Pattern.compile("已登记 (V\\d+)")
        .matcher(receipt)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** Every seventh message comes a second time, and gets the same reply. */
  private String said(String worker, String text) {
    var id = "spring" + messages++;
    var reply = Scene.text(station.hear(worker, new Chat.Private(), text, id));
    if (messages % 7 == 0) {
      assertThat(Scene.text(station.hear(worker, new Chat.Private(), text, id))).isEqualTo(reply);
    }
    return reply;
  }

  private void publicity(List<String> towns) {
    station.day("2022-05-11");
    for (int i = 0; i < 8; i++) {
      int people = i == 0 ? PUBLICITY - 7 * 379 : 379;
      station.say(WORKERS.get(i % 6), "宣传", "防汛", people + "人次", "喇叭", towns.get(i), "跳过", "提交");
    }
    station.say("p01", "宣传", "防溺水", "88人次", "喇叭", towns.getFirst(), "跳过", "提交");
  }

  /** 33 households with 45 people: 10 低保, 8 特困, 9 残疾, 18 其他. */
  private void relocations(List<String> towns) {
    station.day("2022-05-12");
    var kinds = new ArrayList<Integer>();
    for (int kind = 0; kind < 4; kind++) {
      kinds.addAll(java.util.Collections.nCopies(List.of(10, 8, 9, 18).get(kind), kind));
    }
    java.util.Collections.shuffle(kinds, random);
    for (int household = 0; household < 33; household++) {
      int people = household < 12 ? 2 : 1;
      var counts = new int[4];
      for (int i = 0; i < people; i++) {
        counts[kinds.removeLast()]++;
      }
      var answers = new ArrayList<>(List.of("转移", "罗定市太平镇石巷村" + (household + 1) + "号户"));
      answers.add(people + "人");
      for (int kind = 0; kind < 4; kind++) {
        answers.add(Integer.toString(counts[kind]));
      }
      answers.addAll(List.of("跳过", "亲友家", "今天上午九点", "跳过", "提交"));
      var receipt = station.say("p01", answers.toArray(String[]::new));
      assertThat(receipt).contains("已登记 T");
    }
    assertThat(kinds).isEmpty();
    assertThat(towns).isNotEmpty();
  }

  private void outsideOfTheFiveDays(String town) {
    station.day("2022-05-14");
    assertThat(filed("p01", List.of(line(town, 1, 3), line(town, 9999, 3)))).hasSize(2);
  }

  private static long sumOfRows(String answer) {
    return answer
        .lines()
        .skip(2)
        .filter(line -> line.contains("：") && !line.startsWith("没有登记"))
        .map(line -> line.substring(line.indexOf('：') + 1).replaceAll("\\D", ""))
        .collect(Collectors.summingLong(Long::parseLong));
  }
}
