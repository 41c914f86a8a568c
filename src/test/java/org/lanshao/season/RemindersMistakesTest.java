package org.lanshao.season;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanshao.campaign.Threshold;
import org.lanshao.directory.BundledDirectory;
import org.lanshao.form.Mistakes;
import org.lanshao.form.Template;
import org.lanshao.notice.Colour;
import org.lanshao.notice.Grade;

/** What is wrong in the files of seasons and reminders is told with its line. */
class RemindersMistakesTest {
  private static final String GOOD =
      """
      seasons:
        flood:
          name: 汛期
          usual: {start: 4月15日, end: 10月15日, source: 省}
          years:
            2024: {start: 4月4日, end: 10月15日, source: 省}
      tags:
        river: [连滩镇]
      schedules:
        - id: weekly
          title: 每周
          topic: 防汛
          cron: "30 8 * * 1"
          days: workday
          while: {season: flood}
          to: {groups: [town], tags: [river]}
          text: weekly
          missed: once
          expires: 3h
      """;

  @Test
  void aGoodFileIsRead() {
    var mistakes = new Mistakes();

    var read = read(GOOD, mistakes);

    assertThat(mistakes.sorted()).isEmpty();
    assertThat(read.schedules()).extracting(Schedule::id).containsExactly("weekly");
    assertThat(read.schedules().getFirst().to().groups(BundledDirectory.read()))
        .extracting(group -> group.id().text())
        .containsExactly("g05");
  }

  @Test
  void theFileSaysFromWhichLevelOnANoticeBeginsACampaign() {
    var mistakes = new Mistakes();
    var before =
        GOOD.replace(
            "\ntags:",
            "\ncampaigns: {purpose: 防旱, warning: {暴雨: 黄, 高温: 红}, response: {防汛: Ⅱ}}\ntags:");

    assertThat(read(before, mistakes).campaigns())
        .isEqualTo(
            new Threshold(
                Map.of("暴雨", Colour.YELLOW, "高温", Colour.RED), Map.of("防汛", Grade.SECOND), "防旱"));
    assertThat(read(GOOD, mistakes).campaigns()).isEqualTo(Threshold.USUAL);
    assertThat(mistakes.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {warning: {暴雨: 紫}}|暴雨 的值“紫”不对。
          {warning: {暴羽: 橙}}|campaigns.warning 里没有“暴羽”这一种。
          {response: {防汛: 橙}}|防汛 的值“橙”不对。
          {response: {暴雨: Ⅳ}}|campaigns.response 里没有“暴雨”这一种。
          {warning: 橙}|这里要写成 键: 值。
          {warnings: {暴雨: 橙}}|不认识的键 warnings。
          """)
  void whatIsWrongAboutTheBeginningOfCampaignsIsTold(String campaigns, String problem) {
    var mistakes = new Mistakes();

    read(GOOD.replace("\ntags:", "\ncampaigns: " + campaigns + "\ntags:"), mistakes);

    assertThat(mistakes.sorted()).singleElement().asString().contains("notices.yaml:7:", problem);
  }

  @Test
  void theBundledFileSaysWhatIsUsual() {
    assertThat(BundledReminders.read().campaigns()).isEqualTo(Threshold.USUAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          start: 4月15日, end|start: 4月31日, end|4|L951|“4月31日”不是日子。
          2024: {start: 4月4日|2024: {start: 13月4日|6|L951|“13月4日”不是日子。
          2024: {|24年: {|6|L951|“24年”不是年份。
          end: 10月15日, source: 省}|end: 4月1日, source: 省}|4|L952|结束比开始早。
          season: flood|season: flod|15|L953|seasons 里没有 flod。
          "30 8 * * 1"|"30 25 * * 1"|13|L954|cron “30 25 * * 1”不对。
          "30 8 * * 1"|"30 8 30 2 *"|13|L961|提醒 weekly 哪一年都不会发。
          text: weekly|text: weakly|17|L955|没有 conversations/notices/weakly.md。
          season: flood|warning: 高温 紫|15|L956|warning 的值“高温 紫”不对。
          season: flood|response: 防汛|15|L956|response 的值“防汛”不对。
          [连滩镇]|[太平镇]|8|L957|通讯录里没有叫“太平镇”的地方，或者不止一个。
          tags: [river]|tags: [rivr]|16|L957|tags 里没有 rivr。
          groups: [town], ||16|L959|这个提醒没有人收。
          groups: [town]|groups: [village]|16|L203|groups 里没有 village。
          groups: [town]|roles: [boss]|16|L208|roles 里没有 boss。
          expires: 3h|expires: 30天|19|L963|expires 的值“30天”不对。
          days: workday|days: school|14|L203|days 的值“school”不对。
          missed: once|missed: twice|18|L203|missed 的值“twice”不对。
          topic: 防汛|about: 防汛|10|L202|少了 topic。
          id: weekly|id: 每周|10|L962|id “每周”不对。
          """)
  void eachMistakeIsToldWithItsLine(
      String right, String wrong, int line, String code, String problem) {
    var mistakes = new Mistakes();

    read(
        GOOD.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong),
        mistakes);

    assertThat(mistakes.sorted())
        .anySatisfy(
            found -> {
              assertThat(found.line()).isEqualTo(line);
              assertThat(found.code().text()).isEqualTo(code);
              assertThat(found.problem()).isEqualTo(problem);
              assertThat(found.remedy()).isNotEmpty();
            });
  }

  @Test
  void aCalendarWithAWorkdayThatIsNoneIsRefused() {
    var mistakes = new Mistakes();

    WorkdaysReader.read(
        "calendar.yaml",
        """
        2026:
          source: 国办
          holidays: {元旦: 1月1日-3日}
          workdays: [1月3日, 1月6日]
        """,
        mistakes);

    assertThat(mistakes.sorted())
        .extracting(one -> one.code().text() + " " + one.problem())
        .containsExactly("L958 2026年1月3日写成了补班，又在元旦的假期里。", "L958 2026年1月6日不是周末，本来就上班。");
  }

  @Test
  void whatParentsGetHoldsNoNumberOrCommandAndNoSlotIsUnknown() {
    var mistakes = new Mistakes();

    ReminderTextReader.read(
        "t.md", "今天{date}{wether}\n## 转发给家长\n看好孩子\n发了回复 转发\n见 N15\n{visits}\n{station}好", mistakes);

    assertThat(mistakes.sorted())
        .extracting(one -> one.line() + " " + one.code().text())
        .containsExactly("1 L216", "4 L960", "5 L960", "6 L216");
  }

  @Test
  void aTextWithoutWordsIsToldForTheStationAndForParents() {
    var mistakes = new Mistakes();

    ReminderTextReader.read("t.md", " \n## 转发给家长\n", mistakes);

    assertThat(mistakes.sorted())
        .extracting(one -> one.line() + " " + one.code().text() + " " + one.problem())
        .containsExactly("1 L964 这里没有写话。", "3 L964 这里没有写话。");
  }

  private static Reminders read(String text, Mistakes mistakes) {
    var texts = Map.of("weekly", new ReminderText(Template.of("好"), Optional.empty()));
    var around = new RemindersReader.Around(Workdays.NONE, texts, BundledDirectory.read());
    return RemindersReader.read("notices.yaml", text, around, mistakes);
  }
}
