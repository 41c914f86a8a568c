package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.lanshao.Effort;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Outbound;
import org.lanshao.message.Reply;
import org.lanshao.turn.Facts.Fate;
import org.lanshao.turn.NewOutgoing;

/** Who has confirmed is counted exactly, whatever happens and in whatever order. */
class NoticeCountTest {
  private static final int TOWNS = 63;
  private static final Pattern COUNTS = Pattern.compile("发(\\d+)，已确认(\\d+)，未确认(\\d+)，送不到(\\d+)");

  /** Confirmations, failures, repeats and the wrong people beside a small model. */
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void confirmedUnconfirmedAndUndeliverableAreAlwaysAllThatWasSent(@ForAll long seed) {
    var random = new Random(seed);
    var city = new NoticeCity(TOWNS, 2);
    city.say(NoticeCity.CITY, "预警 暴雨 红 全市");
    city.say(NoticeCity.CITY, "确认");
    var confirmed = new HashSet<Integer>();
    var lost = new HashSet<Integer>();
    for (int step = 0; step < Effort.of(80); step++) {
      step(city, random, confirmed, lost);
      var counts = COUNTS.matcher(city.say(NoticeCity.CITY, "进度 N1"));
      assertThat(counts.find()).isTrue();
      var open = new HashSet<>(lost);
      open.removeAll(confirmed);
      assertThat(number(counts.group(1))).isEqualTo(TOWNS);
      assertThat(number(counts.group(2))).isEqualTo(confirmed.size());
      assertThat(number(counts.group(4))).isEqualTo(open.size());
      assertThat(number(counts.group(3))).isEqualTo(TOWNS - confirmed.size() - open.size());
    }
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  private static void step(
      NoticeCity city, Random random, Set<Integer> confirmed, Set<Integer> lost) {
    int town = random.nextInt(TOWNS);
    var worker = "w" + town + "x" + random.nextInt(2);
    switch (random.nextInt(9)) {
      case 0 -> confirm(city.say(worker, "收到1"), town, confirmed);
      case 1 -> confirm(city.say(worker, "收到"), town, confirmed);
      case 2 -> confirm(city.say("h" + town, "收到 N1"), town, confirmed);
      case 3 -> confirm(press(city, "h" + town), town, confirmed);
      case 4 -> {
        var group = new Chat.Group("g" + town / 2 * 2);
        var said = city.hear("w" + town + "x0", group, new Content.Text("收到1"));
        confirm(said, town, confirmed);
      }
      case 5 -> {
        var said = city.say(NoticeCity.CITY, "代收到 N1 试" + town + "镇 电话");
        confirm(said, town, confirmed);
      }
      case 6 -> {
        assertThat(city.say(NoticeCity.CITY, "收到1")).contains("没有问您");
        assertThat(city.say(worker, "代收到 N1 试0镇 电话")).contains("协调员");
      }
      case 7 -> {
        refuse(city, town);
        lost.add(town);
      }
      default -> remind(city, confirmed, lost);
    }
  }

  private static void confirm(String said, int town, Set<Integer> confirmed) {
    boolean before = confirmed.contains(town);
    if (!before) {
      assertThat(said).containsAnyOf("已确认", "确认");
    }
    confirmed.add(town);
  }

  private static String press(NoticeCity city, String person) {
    var press = new Content.Pressed(new Reply.Choice("收到", "收到 N1"));
    return city.hear(person, new Chat.Private(), press);
  }

  /** The platform refuses all that a town was sent so far, and all that it is sent. */
  private static void refuse(NoticeCity city, int town) {
    city.store.outgoing().stream()
        .map(NewOutgoing::once)
        .filter(once -> once.startsWith("notice:N1:"))
        .filter(once -> once.contains(":s.4453%05d:".formatted(town)))
        .forEach(once -> city.store.end(once, Fate.End.FAILED, "unknown_group"));
  }

  /** Time passes until the next reminder: it goes to those alone who have not confirmed. */
  private static void remind(NoticeCity city, Set<Integer> confirmed, Set<Integer> lost) {
    var before = new HashSet<String>();
    city.store.outgoing().forEach(row -> before.add(row.once()));
    city.pass(Duration.ofMinutes(61));
    for (NewOutgoing row : city.store.outgoing()) {
      if (!before.contains(row.once()) && row.once().startsWith("notice:N1:")) {
        int town = Integer.parseInt(row.once().split(":")[3].substring(6));
        assertThat(confirmed).doesNotContain(town);
        assertThat(row.part().text()).contains("次提醒", "N1");
      }
    }
    lost.forEach(town -> refuse(city, town));
  }

  @Test
  void everybodyConfirmsOnceHoweverOftenTheySaySo() {
    int towns = 100;
    int workers = 29;
    var city = new NoticeCity(towns, workers);
    city.say(NoticeCity.CITY, "通知 全市 每人 明天巡查");
    city.say(NoticeCity.CITY, "确认");
    int people = towns * (workers + 1);
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < people; i++) {
        int town = i / (workers + 1);
        int who = i % (workers + 1);
        var person = who == workers ? "h" + town : "w" + town + "x" + who;
        if (i % 10 == round || round == 9) {
          city.say(person, round % 2 == 0 ? "收到1" : "收到 N1");
        }
      }
      city.clock.pass(Duration.ofMinutes(1));
    }

    assertThat(city.say(NoticeCity.CITY, "进度 N1"))
        .contains("发%d，已确认%d，未确认0，送不到0".formatted(people, people));
  }

  @Test
  void aProvinceOfGroupsIsWrittenToAtOnceEachOnce() {
    int towns = 1631;
    var city = new NoticeCity(towns, 0);

    city.say(NoticeCity.CITY, "预警 暴雨 红 全市");
    assertThat(city.say(NoticeCity.CITY, "确认")).contains("N1 已发1631个站");

    var toGroups =
        city.store.outgoing().stream()
            .filter(row -> row.target() instanceof Outbound.Target.ToGroup)
            .toList();
    assertThat(toGroups).hasSize(towns);
    assertThat(toGroups).extracting(NewOutgoing::target).doesNotHaveDuplicates();
    assertThat(toGroups).allMatch(row -> row.at().equals(city.clock.instant()));
  }
}
