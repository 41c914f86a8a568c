package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.lanshao.campaign.Campaign;
import org.lanshao.campaign.Threshold;
import org.lanshao.notice.Act;
import org.lanshao.notice.Notice;
import org.lanshao.turn.KeptNotice;
import org.lanshao.turn.Unavailable;

/**
 * A campaign holds as long as one of its causes does, or as long as who began it has not ended it;
 * and whatever is high enough holds one, unless somebody ended that.
 */
class CampaignLifeTest {
  private static final List<String> PLACES = List.of("连滩镇", "东坝镇", "河口镇", "郁南县");
  private static final List<String> SAID =
      List.of("预警 暴雨 红", "预警 暴雨 橙", "预警 暴雨 黄", "预警 雷电 橙", "响应 防汛 Ⅳ", "响应 防风 Ⅱ");

  private final Set<String> endedByHand = new HashSet<>();

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  void aCampaignHoldsAsLongAsWhatItIsHeldBy(@ForAll long seed) throws Unavailable {
    var random = new Random(seed);
    endedByHand.clear();
    var scene = new AlertScene();
    for (int step = 0; step < 60; step++) {
      step(scene, random);
      check(scene);
    }
  }

  private void step(AlertScene scene, Random random) throws Unavailable {
    var place = PLACES.get(random.nextInt(PLACES.size()));
    switch (random.nextInt(7)) {
      case 0, 1 -> say(scene, SAID.get(random.nextInt(SAID.size())) + " " + place);
      case 2, 3 -> say(scene, "解除 N" + (1 + random.nextInt(9)));
      case 4 -> scene.wait(Duration.ofHours(random.nextInt(20)));
      case 5 -> say(scene, "行动 汛情 " + place + " 今天");
      default -> end(scene, random);
    }
  }

  private static void say(AlertScene scene, String words) {
    scene.say(AlertScene.COUNTY, words);
    scene.say(AlertScene.COUNTY, "确认");
  }

  private void end(AlertScene scene, Random random) throws Unavailable {
    var open = scene.store.campaigns().open(scene.clock.instant());
    if (!open.isEmpty() && random.nextBoolean()) {
      var number = open.get(random.nextInt(open.size())).number();
      say(scene, "结束 " + number);
      endedByHand.add(number);
    }
  }

  private void check(AlertScene scene) throws Unavailable {
    var now = scene.clock.instant();
    var campaigns = scene.store.campaigns().begun();
    for (Campaign campaign : campaigns) {
      boolean held = false;
      for (var cause : campaign.causes()) {
        held |= scene.store.notices().notice(cause.notice()).orElseThrow().notice().isOpen();
      }
      boolean holds = !endedByHand.contains(campaign.number()) && (campaign.isByHand() || held);
      assertThat(campaign.isOpen(now)).as(campaign.toString()).isEqualTo(holds);
    }
    for (KeptNotice kept : scene.store.notices().current(now)) {
      if (isHigh(kept.notice())) {
        var number = kept.notice().number();
        assertThat(campaigns).as(number).anyMatch(one -> one.isHeldBy(number));
      }
    }
    scene.store.campaigns().open(now).forEach(one -> assertThat(one.areas()).isNotEmpty());
  }

  private static boolean isHigh(Notice notice) {
    return notice.isOpen()
        && notice.content().act() != Act.CANCEL
        && notice.content().items().stream().anyMatch(item -> Threshold.USUAL.isReached(item));
  }
}
