package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lanshao.app.Vocabulary;
import org.lanshao.form.FormReader;
import org.lanshao.form.Phrase;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Reply;

/** Somebody whose language is English hears no Chinese but names, places and what people wrote. */
class EnglishTest {
  private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，、：；]+|[（(]今天");

  /** Commands of heads and administrators that are said in Chinese alone; people.* quotes more. */
  private static final List<String> CHINESE_COMMANDS =
      List.of(
          "台账变动", "重复户", "覆盖率", "低保", "本月", "周期", "新增点位", "警示牌缺失", "缺警示牌", "首访用时", "分散特困", "龙舟水",
          "新兴县", "富林镇", "汇总", "行动", "返家", "汛期", "开始", "结束", "今天", "统计", "名单", "未访", "点位", "河塘",
          "巡查", "镇街", "月", "按日", "按镇", "确认", "档案", "变更", "合并", "建档", "电话", "帮助", "代收到", "对比", "转发",
          "收到全部", "收到", "预警", "响应", "通知", "解除", "进度", "暂停", "恢复", "未送达", "重发", "全部", "待发", "点名",
          "演练", "走访", "紧急", "诉求", "隐患", "未反馈", "社工站", "发给", "连滩镇", "姓名", "户主", "日");

  private final Station station = new Station();
  private final List<String> heard = new ArrayList<>();

  private String say(String... texts) {
    String said = "";
    for (String text : texts) {
      said = station.say(Station.WORKER, text);
      heard.add(said);
    }
    return said;
  }

  private String visit(String people) {
    return say("visit", "罗定市太平镇", "陈伯", "home", people, "1", "no", "skip", "submit");
  }

  private void nothingIsChinese() {
    heard.addAll(station.told(Station.WORKER));
    var names = new ArrayList<>(List.of("值班", "到岗", "离岗", "陈伯", "富林镇", "罗定市", "张三", "号", "张叔"));
    station.directory.people().forEach(person -> names.add(person.name()));
    station.directory.areas().forEach(area -> names.add(area.name()));
    names.addAll(station.titles()); // forms that nobody has translated
    names.addAll(CHINESE_COMMANDS);
    names.sort(Comparator.comparing(String::length).reversed());
    for (String said : heard) {
      String rest = said;
      for (String name : names) {
        rest = rest.replace(name, "");
      }
      assertThat(CHINESE.matcher(rest).find()).as("%s", said).isFalse();
    }
  }

  @Test
  void aVisitItsCorrectionWithdrawalAndHistory() {
    station.speaks(Station.WORKER, "en");
    assertThat(visit("3")).contains("Filed V1", "Counted: ", "correct V1");
    assertThat(say("correct V1 people 4")).contains("3").contains("4");
    assertThat(say("yes")).contains("V1");
    assertThat(say("detail V1")).contains("revision 2");
    assertThat(say("mine")).contains("V1");
    assertThat(say("withdraw V1")).contains("yes");
    say("yes", "detail V1", "mine", "correct V1", "correct V99", "withdraw Z9", "detail");
    assertThat(say("help")).contains("detail V102");
    nothingIsChinese();
  }

  /**
   * With its days, months, parts and comparisons; the words between are Chinese commands as yet.
   */
  @Test
  void countsTheirPartsAndDetails() {
    station.speaks(Station.WORKER, "en");
    visit("3");
    visit("5");
    assertThat(say("count visit")).contains("today (5/10)").contains("8 person-times");
    assertThat(say("count visit 5/1-5/10")).contains("5/1-5/10");
    assertThat(say("count visit this month by day")).contains("By day:", "5/10: ");
    assertThat(say("count visit by purpose today")).contains("By Purpose", "routine: ");
    assertThat(say("count visit this year by month")).contains("month 5: ");
    assertThat(say("count visit last week")).contains("5/2-5/8");
    assertThat(say("count visit since 1 April")).contains("4/1-5/10");
    assertThat(say("count visit from 9 May to 13 May by week")).contains("5/9-5/13");
    assertThat(say("count visit today by town and purpose")).contains("by town", "routine 2");
    assertThat(say("count visit 2021/12/30-2022/5/10")).contains("2021/12/30-2022/5/10");
    say(
        "count",
        "detail count visit",
        "count visit 本月 按日",
        "count visit 今年 按月",
        "count visit 本周 按周",
        "count visit 按镇 按目的");
    say("count visit 本月 环比", "count visit 同比", "count visit 按颜色", "count visit 至5月10日");
    nothingIsChinese();
  }

  /** What seasons, reminders and warnings are called, and who says so, is the settings' own. */
  @Test
  void whyRemindersGoOut() {
    station.speaks("p41", "en");
    assertThat(station.say("p41", "calendar").lines())
        .contains(
            "5/10 Tue 16:00 放学防溺水提醒: 防溺水 from 4/1 to 10/31 (建议值，每年可以改), school days",
            "5/11 Wed 07:00 防汛响应期间每天提醒: while 防汛 Ⅳ or graver holds")
        .anyMatch(line -> line.contains("), weekends and holidays\u00a0(those who had"));
  }

  /** In sentences, and behind the numbers that are counted. */
  @Test
  void oneIsOneOnly() {
    station.speaks(Station.WORKER, "en");
    assertThat(visit("1")).contains("1 person.", "Counted: 1 household 1 household visit 1 person");
    assertThat(say("count visit")).endsWith("1 household 1 household visit 1 person-time");
    assertThat(visit("2")).contains("2 people.");
    assertThat(say("count visit")).endsWith("1 household 2 household visits 3 person-times");
    assertThat(say("count visit by purpose today")).contains("1 household 2 household visits");
    assertThat(say("correct V1 people 2", "yes")).contains("2 person-times");
    nothingIsChinese();
  }

  /** Also what is said the third time, and what stands on buttons. */
  @Test
  void hintsAndButtons() {
    station.speaks(Station.WORKER, "en");
    say("visit", "罗定市太平镇", "陈伯", "home", "many", "lots", "plenty");
    assertThat(heard.getLast()).contains("also reply Back, Cancel, Help");
    say("3", "1 2", "no");
    var review =
        station.hear(
            Station.WORKER, new Chat.Private(), new Content.Text("skip"), "review" + heard.size());
    var buttons = review.parts().getLast().choices();

    assertThat(buttons).extracting(Reply.Choice::label).containsExactly("Submit", "Cancel");
    heard.add(Scene.text(review));
    assertThat(heard.getLast()).contains("routine, flood");
    assertThat(say(buttons.getFirst().say())).contains("Filed V1");
    nothingIsChinese();
  }

  @Test
  void whatIsPutAsideTakenUpAndLeftUnanswered() {
    station.speaks(Station.WORKER, "en");
    say("resume", "visit", "罗定市太平镇");
    assertThat(say("save")).contains("resume");
    assertThat(say("resume")).contains("household");
    station.wait(Duration.ofMinutes(15));
    say("张叔", "back", "preview", "why", "example", "help", "submit");
    station.wait(Duration.ofDays(2));
    say("continue", "cancel", "yes");
    assertThat(station.told(Station.WORKER)).isNotEmpty();
    nothingIsChinese();
  }

  @Test
  void whatIsMissingIsRemindedOfTheNextMorning() {
    station.speaks(Station.WORKER, "en");
    assertThat(say("visit", "罗定市太平镇", "陈伯", "home", "skip", "1", "no", "skip", "submit"))
        .contains("Still missing");
    station.wait(Duration.ofDays(1));
    assertThat(station.told(Station.WORKER).toString()).contains("Good morning");
    say("complete V1", "3", "submit", "yes");
    nothingIsChinese();
  }

  @Test
  void photosBeforeAnyForm() {
    station.speaks(Station.WORKER, "en");
    send(new Content.Media(Content.Media.Kind.IMAGE, "a"));
    say("something else", "1", "罗定市太平镇", "陈伯", "home", "2", "1", "no", "skip", "submit");
    send(new Content.Media(Content.Media.Kind.IMAGE, "b"));
    say("yes", "detail V1");
    send(new Content.Media(Content.Media.Kind.IMAGE, "c"));
    say("delete");
    send(new Content.Media(Content.Media.Kind.IMAGE, "d"));
    station.wait(Duration.ofDays(3));
    nothingIsChinese();
  }

  private void send(Content content) {
    heard.add(
        Scene.text(
            station.hear(Station.WORKER, new Chat.Private(), content, "media" + heard.size())));
  }

  @Test
  void whatTheHeadDoesIsToldToTheAuthorInTheirLanguageAndTheHeadInChinese() {
    station.speaks(Station.WORKER, "en");
    visit("3");
    assertThat(station.say(Station.HEAD, "退回 V1 人数不对")).contains("退回给");
    heard.add("");
    assertThat(station.told(Station.WORKER).getLast())
        .contains("returned your V1")
        .contains("人数不对");
  }

  /** No text that the program says lacks its English, now and in every later version. */
  @Test
  void everyTextOfTheWordingIsThereInEnglish() throws IOException {
    var files = new TreeMap<String, String>();
    try (var paths = Files.list(Path.of("conversations"))) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).toList()) {
        files.put(path.getFileName().toString(), Files.readString(path));
      }
    }
    var phrases = Vocabulary.phrases();
    var read = FormReader.read(files, Station.schema(), phrases);

    assertThat(read.hints())
        .extracting(Object::toString)
        .noneMatch(hint -> hint.startsWith("wording"));
    var english = read.library().orElseThrow().wording().in("en");
    for (Phrase phrase : phrases) {
      String said = english.say(phrase);
      for (String command : CHINESE_COMMANDS) {
        said = said.replace(command, "");
      }
      assertThat(phrase.key().startsWith("people.") || !CHINESE.matcher(said).find())
          .as("%s: %s", phrase.key(), said)
          .isTrue();
    }
  }

  @Test
  void aFormIsCountedByItsChineseNameTooAsItIsOpenedByIt() {
    var station = new Station();

    assertThat(station.say("p08", "统计 走访 今天"))
        .isEqualTo(station.say("p08", "count visit today"))
        .startsWith("visit what I filed today");
  }
}
