package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lanshao.channel.Spend;
import org.lanshao.channel.wecom.PlainWecom;
import org.lanshao.desk.talk.Foresight;
import org.lanshao.message.Chat;
import org.lanshao.message.Content;
import org.lanshao.message.Outbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.pace.Pace;
import org.lanshao.turn.Facts.Fate;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** Notices as people meet them: previewed, sent, confirmed, asked about, lifted. */
class NoticesTest {
  private final AlertScene scene = new AlertScene();

  private String send(String words) {
    var preview = scene.say(AlertScene.COUNTY, words);
    assertThat(preview).contains("预览");
    return scene.say(AlertScene.COUNTY, "确认");
  }

  @Test
  void aWarningIsPreviewedWithItsAudienceAndNotSentBefore() {
    var preview = scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇");

    assertThat(preview).contains("N1", "暴雨红色预警", "发给1个站：1个群");
    assertThat(scene.toGroups()).isEmpty();
    assertThat(scene.say(AlertScene.COUNTY, "确认")).contains("N1 已发1个站");
    assertThat(scene.toldGroup("g05")).singleElement().asString().contains("暴雨红色预警", "收到1");
  }

  @Test
  void aStationIsConfirmedByOneOfItsPeopleAndByNobodyElse() {
    send("预警 暴雨 红 连滩镇");

    assertThat(scene.say(AlertScene.ELSEWHERE, "收到1")).contains("没有问您");
    assertThat(scene.say(AlertScene.WORKER, "收到1")).contains("N1 已确认");
    assertThat(scene.say(AlertScene.HEAD, "收到")).doesNotContain("已确认 ");
    assertThat(scene.say(AlertScene.HEAD, "收到 N1")).contains("已由周小岚");
    assertThat(scene.toldGroup("g05").getLast()).contains("N1 已确认");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1")).contains("发1，已确认1，未确认0，送不到0", "周小岚");
  }

  @Test
  void whoSaysSoAfterSomebodyElseIsToldWhoConfirmedAndWhen() {
    assertThat(scene.say(AlertScene.WORKER, "收到")).contains("没有等您确认的通知");
    send("预警 暴雨 红 连滩镇");
    scene.say(AlertScene.HEAD, "收到");
    scene.clock.pass(Duration.ofMinutes(5));
    for (String said : List.of("收到", "👌", "收到全部", "收到1")) {
      assertThat(scene.say(AlertScene.WORKER, said))
          .as(said)
          .isEqualTo("N1 已由何站长在 09:30 确认过，不用再回。");
    }
    assertThat(scene.say(AlertScene.HEAD, "收到")).isEqualTo("N1 您在 09:30 已经确认过，不用再回。");
    assertThat(scene.say(AlertScene.ELSEWHERE, "收到")).contains("没有等您确认的通知");

    send("响应 防汛 Ⅳ 郁南县");
    scene.say(AlertScene.COUNTY, "代收到 N2 连滩镇 电话 何站长");
    assertThat(scene.say(AlertScene.WORKER, "收到"))
        .isEqualTo("N2 已由莫县长在 09:35 代收，不用再回。\nN1 已由何站长在 09:30 确认过，不用再回。");
    assertThat(scene.press(AlertScene.WORKER, "收到全部").pressed()).contains("已由莫县长确认 09:35");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1")).contains("何站长").doesNotContain("周小岚");
  }

  @Test
  void whoIsAskedThemselvesConfirmsForThemselvesAfterTheHead() {
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇");
    scene.say(AlertScene.COUNTY, "每人");
    scene.say(AlertScene.HEAD, "收到");

    assertThat(scene.say(AlertScene.WORKER, "收到")).contains("N1 已确认");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1")).contains("已确认2");
  }

  @Test
  void bareWordsConfirmOnlyWhatIsTheOnlyOne() {
    send("预警 暴雨 红 连滩镇");
    assertThat(scene.say(AlertScene.WORKER, "👌")).contains("N1 已确认");
    send("响应 防汛 Ⅳ 郁南县");
    send("通知 连滩镇 明天开会");

    var list = scene.say(AlertScene.WORKER, "收到");
    assertThat(list).contains("N2 防汛Ⅳ级应急响应", "N3 通知");
    assertThat(list.indexOf("N2")).isLessThan(list.indexOf("N3"));
    assertThat(scene.say(AlertScene.WORKER, "收到全部")).contains("N2", "N3", "已确认");
    assertThat(scene.say(AlertScene.WORKER, "收到")).doesNotContain("已确认");
  }

  @Test
  void whoIsInTheGroupConfirmsThere() {
    send("预警 暴雨 红 连滩镇");
    int before = scene.toldGroup("g05").size();

    assertThat(scene.sayInGroup(AlertScene.WORKER, "收到1")).contains("N1 已确认");

    assertThat(scene.toldGroup("g05")).hasSize(before);
  }

  @Test
  void somebodyInChargeNotesWhatWasSaidOnTheTelephone() {
    send("预警 暴雨 红 连滩镇");

    assertThat(scene.say(AlertScene.WORKER, "代收到 N1 连滩镇 电话")).contains("协调员");
    assertThat(scene.say(AlertScene.COUNTY, "代收到 N1 连滩镇 电话 陈某")).contains("已代连滩镇确认");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1")).contains("代收 电话 陈某", "已确认1");
  }

  @Test
  void thoseWhoDoNotConfirmAreRemindedWithRoundAndTimeThenThoseAbove() {
    send("预警 暴雨 红 连滩镇");

    scene.wait(Duration.ofMinutes(11));
    assertThat(scene.told(AlertScene.HEAD).getLast()).contains("N1", "第1次提醒");
    scene.wait(Duration.ofMinutes(10));
    assertThat(scene.told(AlertScene.TOWN).getLast()).contains("第2次提醒", "还有1个", "连滩镇");
    scene.say(AlertScene.WORKER, "收到1");
    int before = scene.told(AlertScene.HEAD).size();
    scene.wait(Duration.ofHours(2));

    assertThat(scene.told(AlertScene.HEAD)).hasSize(before);
    assertThat(scene.told(AlertScene.CITY)).isEmpty();
  }

  @Test
  void thoseAboveAreToldApartWhomToCallAndWhomNoMessageReached() {
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 郁南县", "确认");

    scene.wait(Duration.ofMinutes(61));

    var told = scene.told(AlertScene.COUNTY).getLast();
    assertThat(told).contains("还有1个没有确认，请打电话：\n", "连滩镇 何站长 13800000011");
    assertThat(told).contains("有14个送不到，请另外通知：");
    assertThat(told.lines()).noneMatch(line -> line.endsWith(" "));
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1")).contains("发15，已确认0，未确认1，送不到14");
  }

  @Test
  void remindersFollowThePlanThatANoticeBeganWith() {
    send("预警 暴雨 红 连滩镇");
    scene.restart(
        """
        plans:
          - name: usual
            waves: [{after: 0m, people: [head]}]
        notices:
          urgent:
            waves: [{after: 30m, people: [city]}]
        """);

    scene.wait(Duration.ofMinutes(11));
    assertThat(scene.told(AlertScene.HEAD).getLast()).contains("N1", "第1次提醒");
    scene.say(AlertScene.WORKER, "收到1");

    send("预警 山洪 红 连滩镇");
    scene.wait(Duration.ofMinutes(29));
    assertThat(scene.told(AlertScene.HEAD)).noneMatch(text -> text.contains("N2"));
    scene.wait(Duration.ofMinutes(2));
    assertThat(scene.told(AlertScene.HEAD).getLast()).contains("N2", "第1次提醒");
    assertThat(scene.told(AlertScene.CITY).getLast()).contains("N2", "还有1个");
  }

  @Test
  void whenTheLastGroupWillHaveItIsSaidBeforehand() {
    var deaf = new AlertScene(List.of(), true, "g05");
    deaf.foresee(row -> Duration.ofSeconds(row instanceof Target.ToGroup ? 150 : 400));
    assertThat(deaf.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇"))
        .contains("预计 09:33 各群发完", "预计 09:37 确认人发完");
    assertThat(deaf.say(AlertScene.COUNTY, "确认")).contains("预计 09:33 各群发完");

    assertThat(deaf.say(AlertScene.COUNTY, "进度 N1")).contains("1个群还没发到，预计 09:33 发完");
    deaf.wait(Duration.ofMinutes(4));
    assertThat(deaf.say(AlertScene.COUNTY, "进度 N1")).contains("1个群还没发到，预计 09:37 发完");
    deaf.foresee(Foresight.NONE);
    assertThat(deaf.say(AlertScene.COUNTY, "进度 N1")).contains("1个群还在发");
    deaf.store.outgoing().forEach(row -> deaf.store.end(row.once(), Fate.End.ACCEPTED, ""));
    assertThat(deaf.say(AlertScene.COUNTY, "进度 N1")).doesNotContain("还没发到", "还在发");
  }

  @Test
  void whatWaitsInTheOutboxIsCountedInThePlanOfSendTimes() throws Unavailable {
    var deaf = new AlertScene(List.of(), true, "g05");
    deaf.foresee(byWecom(deaf.clock));
    deaf.clock.pass(Duration.ofSeconds(1));
    assertThat(deaf.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇")).contains("预计 09:31 各群发完");
    assertThat(deaf.say(AlertScene.COUNTY, "确认")).doesNotContain("确认人发完");

    var before = deaf.clock.instant();
    deaf.store.send(IntStream.range(0, 20_000).mapToObj(i -> waiting(i, before)).toList());
    deaf.clock.pass(Duration.ofSeconds(1));

    assertThat(deaf.say(AlertScene.COUNTY, "预警 山洪 红 连滩镇"))
        .as("a day gives 24,000, half of them at once")
        .contains("预计 09:31 各群发完", "预计 5月11日 01:31 确认人发完");
    assertThat(deaf.say(AlertScene.COUNTY, "确认")).contains("预计 5月11日 01:31 确认人发完");
  }

  @Test
  void progressCountsOnlyWhatHasNotLeftYet() {
    scene.foresee(
        (before, rows) ->
            IntStream.rangeClosed(1, rows.size()).mapToObj(Duration::ofMinutes).toList());
    scene.say(AlertScene.CITY, "预警 暴雨 红 全市", "确认");
    var groups = scene.store.outgoing();
    assertThat(groups)
        .hasSizeGreaterThan(4)
        .allMatch(row -> row.target() instanceof Target.ToGroup);

    groups.stream().skip(2).forEach(row -> scene.store.end(row.once(), Fate.End.ACCEPTED, ""));

    assertThat(scene.say(AlertScene.CITY, "进度 N1")).contains("2个群还没发到，预计 09:32 发完");
  }

  @Test
  void progressCountsWhatWaitsBeforeTheNoticeAndNotTheNoticeItself() throws Unavailable {
    var deaf = new AlertScene(List.of(), true, "g05");
    deaf.foresee(byWecom(deaf.clock));
    var before = deaf.clock.instant();
    deaf.clock.pass(Duration.ofSeconds(1));
    deaf.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇", "确认");
    assertThat(deaf.say(AlertScene.COUNTY, "进度 N1")).contains("1个群还没发到，预计 09:31 发完");

    var group = deaf.store.outgoing().stream().map(NewOutgoing::target);
    var to = group.filter(Target.ToGroup.class::isInstance).findFirst().orElseThrow();
    deaf.store.send(IntStream.range(0, 50).mapToObj(i -> waiting(i, to, before)).toList());

    assertThat(deaf.say(AlertScene.COUNTY, "进度 N1")).contains("1个群还没发到，预计 09:37 发完");
  }

  /** As it is foreseen where everybody is reached through one app of WeCom that sent nothing. */
  private static Foresight byWecom(Clock clock) {
    var pace = Pace.alone(clock, name -> name);
    pace.recall(clock.instant().minus(Pace.MEMORY), List.of());
    return (before, rows) ->
        pace.waits(
            before.stream()
                .map(line -> new Pace.Line(spends(line.target()), line.count()))
                .toList(),
            rows.stream().map(row -> spends(row.target())).toList());
  }

  private static List<Spend> spends(Target target) {
    var to =
        target instanceof Target.ToGroup(String send)
            ? new Target.ToGroup("appchat:" + send.hashCode())
            : target;
    var part = new Reply.Part("明天开会", List.of());
    return PlainWecom.channel().spends(new Outbound(UUID.randomUUID(), to, part));
  }

  /** One of many notices, each to somebody else. */
  private static NewOutgoing waiting(int number, Instant at) {
    return waiting(number, new Target.ToPerson("somebody" + number), at);
  }

  private static NewOutgoing waiting(int number, Target to, Instant at) {
    return new NewOutgoing(
        UUID.randomUUID(),
        AlertScene.CHANNEL,
        to,
        new Reply.Part("明天开会", List.of()),
        "waiting:" + number,
        at,
        NewOutgoing.Terms.NOTICE);
  }

  @Test
  void anAllClearGoesOnceToThoseWhoGotTheOriginal() {
    send("预警 暴雨 红 郁南县");
    var told = scene.toGroups().size();

    assertThat(send("解除 N1")).contains("N1 解除了");

    assertThat(scene.toGroups()).hasSize(told + 1);
    assertThat(scene.toldGroup("g05").getLast()).contains("解除暴雨红色预警");
    assertThat(scene.say(AlertScene.COUNTY, "解除 N1")).contains("已经结束");
    scene.wait(Duration.ofHours(2));
    assertThat(scene.told(AlertScene.HEAD)).noneMatch(text -> text.contains("提醒"));
  }

  @Test
  void thePreviewOfAnAllClearCountsThoseWhoGotTheOriginalAlone() {
    send("预警 暴雨 红 连滩镇");
    scene.say(AlertScene.CITY, "预警 暴雨 橙 全市");
    assertThat(scene.say(AlertScene.CITY, "确认")).contains("已发62个站");

    assertThat(scene.say(AlertScene.CITY, "解除 N2")).contains("发给62个站");
    scene.say(AlertScene.CITY, "确认");

    assertThat(scene.toldGroup("g05")).noneMatch(text -> text.contains("解除"));
    assertThat(scene.say(AlertScene.CITY, "进度 N3")).contains("发62").doesNotContain("不发");
  }

  @Test
  void whatIsOverIsNamedByItsKindAndNothingIsSaidToBeOverThatIsNot() {
    assertThat(scene.say(AlertScene.COUNTY, "解除")).contains("没有归您解除、还在生效的");
    send("预警 暴雨 红 连滩镇");
    send("预警 雷电 橙 连滩镇");

    assertThat(scene.say(AlertScene.COUNTY, "解除大风橙色预警")).contains("没有归您解除、还在生效的");
    assertThat(scene.say(AlertScene.COUNTY, "解除 雷电")).contains("预览", "解除雷电橙色预警");
    assertThat(scene.say(AlertScene.COUNTY, "解除暴雨红色预警")).contains("预览", "解除暴雨红色预警");
    assertThat(scene.say(AlertScene.WORKER, "解除暴雨")).contains("归协调员办");
    assertThat(scene.say(AlertScene.COUNTY, "解除")).contains("解除 N1", "解除 N2");
    scene.say(AlertScene.WORKER, "走访 连滩镇");
    assertThat(scene.say(AlertScene.WORKER, "解除暴雨影响")).as("an answer").doesNotContain("协调员");
  }

  @Test
  void aHigherOneTakesThePlaceOfTheOneBeforeAndALowerOneFromElsewhereIsKept() {
    send("预警 暴雨 橙 连滩镇");
    assertThat(scene.say(AlertScene.COUNTY, "预警 暴雨 红 郁南县")).contains("代替 N1");
    scene.say(AlertScene.COUNTY, "确认");

    assertThat(scene.say(AlertScene.CITY, "预警 暴雨 黄 连滩镇")).contains("已有更高的 N2");
    scene.say(AlertScene.CITY, "确认");

    assertThat(scene.toldGroup("g05")).hasSize(2);
    assertThat(scene.say(AlertScene.CITY, "进度 N3")).contains("1个站不发");
  }

  @Test
  void aRoutineNoticeWaitsForTheMorningAndItIsSaidSo() {
    scene.clock.pass(Duration.ofHours(13));
    var preview = scene.say(AlertScene.COUNTY, "通知 连滩镇 明天开会");
    assertThat(preview).contains("夜里不打扰", "07:00", "马上发");
    scene.say(AlertScene.COUNTY, "确认");
    assertThat(scene.toldGroup("g05")).isEmpty();
    assertThat(scene.say(AlertScene.COUNTY, "进度 N1")).contains("发0", "1个站等到");

    scene.wait(Duration.ofHours(9));

    assertThat(scene.toldGroup("g05")).isNotEmpty();
    assertThat(scene.toldGroup("g05").getFirst()).contains("明天开会");
  }

  @Test
  void whatIsSilencedIsSentWhenTheSilenceEnds() {
    assertThat(scene.say(AlertScene.COUNTY, "暂停 通知 2天")).contains("暂停到");
    send("通知 连滩镇 明天开会");
    assertThat(scene.toldGroup("g05")).isEmpty();

    assertThat(scene.say(AlertScene.COUNTY, "恢复 通知")).contains("补发1条");

    assertThat(scene.toldGroup("g05")).hasSize(1);
  }

  @Test
  void whatIsHeardAgainAtNightWaitsForTheMorningAndItIsSaidSo() {
    scene.clock.pass(Duration.ofHours(13)); // 22:30
    scene.say(AlertScene.COUNTY, "暂停 通知 2天");
    send("通知 连滩镇 明天开会");
    assertThat(scene.say(AlertScene.COUNTY, "进度")).contains("N1 通知：发0", "1个站等到 5月12日 22:30（暂停中）");

    assertThat(scene.say(AlertScene.COUNTY, "恢复 通知"))
        .contains("补发0条", "N1 到 5月11日 07:00 再发（夜里不打扰）");

    assertThat(scene.toldGroup("g05")).isEmpty();
    assertThat(scene.say(AlertScene.COUNTY, "进度")).contains("1个站等到 5月11日 07:00（夜里不打扰）");
    scene.wait(Duration.ofHours(9));
    assertThat(scene.toldGroup("g05")).hasSize(1);
  }

  @Test
  void severalWithinMinutesBecomeOneMessage() {
    send("预警 暴雨 黄 连滩镇");
    send("预警 雷电 黄 连滩镇");
    send("预警 大风 黄 连滩镇");
    assertThat(scene.toldGroup("g05")).hasSize(1);

    scene.wait(Duration.ofMinutes(11));

    assertThat(scene.toldGroup("g05")).hasSize(2);
    assertThat(scene.toldGroup("g05").getLast()).contains("共2条", "雷电", "大风", "收到全部");
  }

  @Test
  void oneOfSeveralInAMessageIsKnownByItsOwnNumber() {
    send("预警 暴雨 红 连滩镇");
    scene.say(AlertScene.WORKER, "收到1");
    send("预警 雷电 黄 连滩镇");
    send("预警 大雾 黄 连滩镇");
    scene.wait(Duration.ofMinutes(11));

    var digest = scene.toldGroup("g05").getLast();
    assertThat(digest).contains("共2条", "N2 雷电黄色预警", "N3 大雾黄色预警", "收到请回复：收到全部");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N3"))
        .contains("发1，已确认0，未确认1，送不到0", "1个站是同 N2 一条发出的");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N2")).doesNotContain("一条发出");

    fail("notice:N2:0:");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N3")).contains("发1，已确认0，未确认0，送不到1");
    scene.wait(Duration.ofMinutes(60));
    fail("notice:N2:1:");
    assertThat(scene.toldGroup("g05").getLast()).contains("第1次提醒");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N2")).contains("未确认0，送不到1");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N3"))
        .as("its own reminder is on the way")
        .contains("未确认1，送不到0");
    scene.say(AlertScene.WORKER, "收到3");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N3")).contains("已确认1，未确认0，送不到0");
  }

  private void fail(String begin) {
    scene.store.outgoing().stream()
        .map(NewOutgoing::once)
        .filter(once -> once.startsWith(begin))
        .forEach(once -> scene.store.end(once, Fate.End.FAILED, "unknown_group"));
  }

  @Test
  void anAllClearOrAnUpdateFindsOneOfSeveralInAMessage() {
    send("预警 暴雨 红 连滩镇");
    send("预警 雷电 黄 连滩镇");
    send("预警 大雾 黄 连滩镇");
    scene.wait(Duration.ofMinutes(11));
    int told = scene.toldGroup("g05").size();

    assertThat(send("解除 N3")).contains("N3 解除了");
    assertThat(scene.toldGroup("g05")).hasSize(told + 1);
    assertThat(scene.toldGroup("g05").getLast()).contains("解除大雾黄色预警").doesNotContain("雷电");

    assertThat(scene.say(AlertScene.COUNTY, "预警 雷电 橙 连滩镇")).contains("代替 N2");
    scene.say(AlertScene.COUNTY, "确认");
    assertThat(scene.toldGroup("g05").getLast()).contains("雷电橙色预警");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N2")).contains("由 N5 代替");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N3")).contains("由 N4 解除");
    scene.wait(Duration.ofMinutes(70));
    assertThat(scene.told(AlertScene.HEAD))
        .as("what is over is not asked for")
        .noneMatch(text -> text.contains("提醒") && (text.contains("N2") || text.contains("N3")));
  }

  @Test
  void anOfficialTextIsPastedAsItIs() {
    var preview =
        scene.say(
            AlertScene.COUNTY, "郁南县气象台10日03时10分将暴雨橙色预警信号升级为红色，预计郁南县未来3小时降雨量将达100毫米以上，有人被困请报警。");

    assertThat(preview).contains("暴雨红色预警", "范围：郁南县");
    assertThat(scene.say(AlertScene.COUNTY, "不发")).contains("没有发");
    assertThat(scene.open()).isEmpty();
  }

  @Test
  void whatIsMissingOrNotTheirsIsSaid() {
    assertThat(scene.say(AlertScene.COUNTY, "预警 暴雨 新兴县")).contains("什么颜色");
    assertThat(scene.say(AlertScene.COUNTY, "预警 暴雨 红")).contains("发到哪里");
    assertThat(scene.say(AlertScene.COUNTY, "预警 暴雨 红 太平镇")).contains("有几个");
    assertThat(scene.say(AlertScene.COUNTY, "预警 暴雨 红 罗定市")).contains("只能发给郁南县");
    assertThat(scene.say(AlertScene.WORKER, "预警 暴雨 红 连滩镇")).contains("协调员");
    assertThat(scene.say(AlertScene.COUNTY, "进度 N99")).contains("没有 N99");
    assertThat(scene.say(AlertScene.COUNTY, "通知 连滩镇")).contains("什么内容");
  }

  @Test
  void whatGoesIntoAGroupThatIsNotHeardSaysSo() {
    var deaf = new AlertScene(List.of(), true, "g05");
    for (AlertScene one : List.of(deaf, scene)) {
      one.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇");
      one.say(AlertScene.COUNTY, "确认");
      one.say(AlertScene.COUNTY, "通知 明天九点开会 连滩镇", "免回");
      one.wait(Duration.ofHours(2));
    }

    assertThat(deaf.toldGroup("g05"))
        .hasSizeGreaterThan(2)
        .allMatch(said -> said.endsWith("十秒内没有收到E开头的编号，就是没有报上，请打110/119/120。"))
        .allMatch(said -> said.contains("机器人看不到群里的话"));
    assertThat(scene.toldGroup("g05")).isNotEmpty().noneMatch(said -> said.contains("机器人看不到群里的话"));
  }

  @Test
  void practiceHoldsNothingBackThatIsMeantAndTheOtherWayRound() {
    scene.say(AlertScene.COUNTY, "演练 预警 暴雨 红 连滩镇", "确认");

    assertThat(send("预警 暴雨 黄 连滩镇")).contains("已发1个站");
    scene.say(AlertScene.COUNTY, "演练 预警 雷电 蓝 连滩镇");
    assertThat(scene.say(AlertScene.COUNTY, "确认")).contains("已发1个站");
  }

  @Test
  void practiceIsMarkedAndNobodyIsChased() {
    var preview = scene.say(AlertScene.COUNTY, "演练 预警 暴雨 红 连滩镇");
    assertThat(preview).contains("NX1 【演练】");
    scene.say(AlertScene.COUNTY, "确认");
    assertThat(scene.say(AlertScene.COUNTY, "预警 暴雨 橙 连滩镇")).contains("N1 ");
    scene.say(AlertScene.COUNTY, "不发");
    assertThat(scene.say(AlertScene.COUNTY, "进度 NX1")).contains("NX1");
    int before = scene.toldGroup("g05").size();
    scene.wait(Duration.ofHours(2));

    assertThat(scene.toldGroup("g05")).hasSize(before);
    assertThat(scene.toldGroup("g05").getFirst()).contains("【演练】");
  }

  @Test
  void practiceGoesToTheStationsThatAreNamedAndToNobodyAboveThem() {
    for (String wide : List.of("演练 预警 暴雨 红 郁南县", "演练 响应 防汛 Ⅳ 郁南县", "演练 通知 郁南县 明天开会")) {
      assertThat(scene.say(AlertScene.COUNTY, wide)).contains("演练只发给写明的站");
    }
    assertThat(scene.toGroups()).isEmpty();

    scene.say(AlertScene.COUNTY, "演练 预警 暴雨 红 连滩镇");
    scene.say(AlertScene.COUNTY, "确认");
    scene.say(AlertScene.HEAD, "演练 通知 连滩镇 明天开会");
    scene.say(AlertScene.HEAD, "确认 NX2");
    scene.wait(Duration.ofHours(5));

    assertThat(scene.store.outgoing())
        .filteredOn(row -> row.once().startsWith("notice:"))
        .hasSizeGreaterThan(1)
        .allMatch(row -> row.part().text().contains("【演练】"))
        .extracting(NewOutgoing::target)
        .allMatch(target -> target instanceof Target.ToGroup);
    for (String above : List.of(AlertScene.TOWN, AlertScene.COUNTY, AlertScene.CITY)) {
      assertThat(scene.told(above)).as(above).isEmpty();
    }
  }

  @Test
  void practiceThatWaitedForTheMorningLeavesByItself() {
    scene.wait(Duration.ofHours(13)); // 22:30
    scene.say(AlertScene.COUNTY, "演练 预警 暴雨 黄 连滩镇");
    scene.say(AlertScene.COUNTY, "确认");
    scene.say(AlertScene.COUNTY, "预警 大风 蓝 连滩镇");
    scene.say(AlertScene.COUNTY, "确认 N1");
    assertThat(scene.toGroups()).isEmpty();
    scene.wait(Duration.ofMinutes(8 * 60 + 40)); // 07:10

    assertThat(scene.toldGroup("g05"))
        .satisfiesOnlyOnce(said -> assertThat(said).contains("【演练】").doesNotContain("N1"))
        .satisfiesOnlyOnce(said -> assertThat(said).contains("N1").doesNotContain("演练"));
  }

  @Test
  void aDraftIsForgottenAfterHalfAnHour() {
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇");
    scene.wait(Duration.ofMinutes(31));

    scene.say(AlertScene.COUNTY, "确认");

    assertThat(scene.toGroups()).isEmpty();
  }

  @Test
  void aButtonIsTheSameAsTheWord() {
    send("预警 暴雨 红 连滩镇");
    var press = new Content.Pressed(new Reply.Choice("收到", "收到 N1"));

    assertThat(Scene.text(scene.hear(AlertScene.WORKER, new Chat.Private(), press)))
        .contains("N1 已确认");
  }

  @Test
  void theDigitsAreThoseOfThePreview() {
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇");
    assertThat(scene.say(AlertScene.COUNTY, "2")).contains("没有发");
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇");
    scene.say(AlertScene.COUNTY, "3");
    assertThat(scene.told(AlertScene.WORKER)).singleElement().asString().contains("每人都要回");
    scene.say(AlertScene.COUNTY, "解除 N2");

    assertThat(scene.say(AlertScene.COUNTY, "2")).contains("没有发");

    assertThat(scene.say(AlertScene.COUNTY, "进度")).contains("N2");
  }

  @Test
  void anAllClearThatWaitsHoldsNothingBack() {
    send("预警 暴雨 黄 连滩镇");
    scene.clock.pass(Duration.ofHours(13));
    scene.say(AlertScene.COUNTY, "解除 N1");
    scene.say(AlertScene.COUNTY, "确认");

    assertThat(scene.say(AlertScene.COUNTY, "预警 暴雨 橙 连滩镇")).doesNotContain("再发", "不发：");
  }

  @Test
  void aDraftCanBeTakenBackByItsNumber() {
    scene.say(AlertScene.COUNTY, "预警 暴雨 红 连滩镇");

    assertThat(scene.say(AlertScene.COUNTY, "解除 N1")).contains("没有发");
    assertThat(scene.say(AlertScene.COUNTY, "确认")).doesNotContain("已发");
    assertThat(scene.toGroups()).isEmpty();
  }
}
