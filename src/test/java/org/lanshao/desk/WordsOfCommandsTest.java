package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.command.Commands;
import org.lanshao.desk.alert.AlertWord;
import org.lanshao.desk.campaign.CampaignDesk;
import org.lanshao.desk.day.DayCommands;
import org.lanshao.desk.notice.NoticeDesk;
import org.lanshao.desk.register.FileWords;
import org.lanshao.desk.report.ReportTalk;
import org.lanshao.desk.season.ShelterDesk;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.people.PeopleWord;

/** Whoever says the word of a command hears something about it, or who may say it. */
class WordsOfCommandsTest {
  private final Station station = new Station();

  @Test
  void noRoleHearsThatAWordOfACommandIsNotUnderstood() {
    var deaf = new ArrayList<String>();
    for (var one : people().entrySet()) {
      for (String word : words()) {
        var said = station.say(one.getValue(), "取消", word);
        if (said.contains("没看懂") || said.isBlank()) {
          deaf.add(one.getKey() + " " + word + ": " + said.lines().findFirst().orElse(""));
        }
      }
    }
    assertThat(deaf).isEmpty();
  }

  @Test
  void everyWordThatHelpOffersForAFormOpensIt() {
    var begin = "还可以登记：";
    var help = station.say("p01", "帮助").lines();
    var offered = help.filter(line -> line.startsWith(begin)).findFirst().orElseThrow();
    for (String word : offered.substring(begin.length()).split("、")) {
      assertThat(station.say("p01", "取消", word)).contains("开始。随时可以回复");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "p01, 未报 罗定市 昨天, 由站长、镇街和县区、市的人来问",
    "p01, 边个站未报, 由站长、镇街和县区、市的人来问",
    "p01, 催报 罗定市, 由镇街和县区、市的人来发",
    "p01, 预警 暴雨 橙 新兴县, 归协调员办",
    "p11, 响应 防汛 Ⅳ 全市, 归协调员办",
    "p01, 重发 12, 由站长和县区、市的协调员来问",
    "p31, 对比, 对比 R12",
    "p01, 错了, 更正 V102 人次4",
    "p01, 转发, 转发 3群 120人",
  })
  void whoMaySayItAndHowIsTold(String person, String text, String how) {
    assertThat(station.say(person, text)).contains(how);
  }

  private static List<String> words() {
    return Stream.of(
            Commands.firstWords(),
            PeopleWord.firstWords(),
            AlertWord.firstWords(),
            NoticeDesk.firstWords(),
            CampaignDesk.firstWords(),
            DayCommands.firstWords(),
            ShelterDesk.firstWords(),
            FileWords.firstWords(),
            ReportTalk.firstWords())
        .flatMap(words -> words.stream())
        .filter(word -> word.codePoints().anyMatch(Character::isIdeographic))
        .sorted()
        .distinct()
        .toList();
  }

  private Map<Role, String> people() {
    var people = new EnumMap<Role, String>(Role.class);
    for (Person person : station.directory.people()) {
      people.putIfAbsent(person.role(), person.id().text());
    }
    return people;
  }
}
