package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.desk.AlertScene.COUNTY;
import static org.lanshao.desk.AlertScene.HEAD;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lanshao.desk.talk.Courtesy;
import org.lanshao.message.Outbound.Target;
import org.lanshao.timer.DayCaller;
import org.lanshao.turn.Cause;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/** While a campaign holds its stations are asked for their day, each day once. */
class DayCallTest {
  private final AlertScene scene = new AlertScene();
  private DayCaller caller = scene.caller(Courtesy.USUAL);

  /** The caller has been there since before the hour of the first day. */
  @BeforeEach
  void look() throws Unavailable {
    caller.next();
  }

  private void campaign() {
    scene.say(COUNTY, "预警 暴雨 橙 连滩镇");
    scene.say(COUNTY, "确认");
  }

  /** It is this time now, that many days after the first. */
  private void at(int days, int hour, int minute) throws Unavailable {
    move(time(days, hour, minute));
    caller.begin(1);
  }

  private void move(Instant to) {
    scene.clock.pass(Duration.between(scene.clock.instant(), to));
  }

  private Instant time(int days, int hour, int minute) {
    var first = Scene.NOW.atZone(Scene.ZONE).toLocalDate();
    return first.plusDays(days).atTime(hour, minute).atZone(Scene.ZONE).toInstant();
  }

  private List<String> asked() {
    return sent(HEAD).map(row -> row.part().text()).toList();
  }

  private Stream<NewOutgoing> sent(String person) {
    return scene.store.reminders().sent.stream()
        .filter(row -> row.target().equals(new Target.ToPerson(person)));
  }

  @Test
  void theHeadIsAskedAtTheHourAndOnceADay() throws Unavailable {
    campaign();
    at(0, 19, 29);
    assertThat(asked()).isEmpty();
    assertThat(caller.next()).contains(time(0, 19, 30));

    at(0, 19, 30);
    at(0, 19, 30);
    at(0, 21, 0);

    assertThat(asked()).containsExactly("行动期间（A1 暴雨）每天报一次：连滩镇今天（5月10日）的日报还没有报，请发 日报；没有要补的，发 零报告。");
    assertThat(scene.store.reminders().sent).as("nobody else").hasSize(1);
    assertThat(caller.next()).contains(time(1, 19, 30));
    at(1, 19, 31);
    assertThat(asked()).hasSize(2).last().asString().contains("5月11日");
  }

  @Test
  void aStationThatToldIsNotAsked() throws Unavailable {
    campaign();
    scene.say(HEAD, "零报告", "提交");

    at(0, 19, 30);

    assertThat(asked()).isEmpty();
  }

  @Test
  void withoutACampaignAndAfterItsEndNobodyIsAsked() throws Unavailable {
    at(0, 19, 30);
    move(time(0, 19, 40));
    campaign();
    at(0, 19, 41);
    assertThat(asked()).as("it began after the hour").isEmpty();

    scene.say(COUNTY, "解除 N1");
    scene.say(COUNTY, "确认");
    at(1, 19, 30);

    assertThat(asked()).isEmpty();
  }

  @Test
  void oneOfTwoNodesAsks() throws Unavailable {
    campaign();
    var other = scene.caller(Courtesy.USUAL);

    at(0, 19, 30);
    other.begin(1);

    assertThat(asked()).hasSize(1);
  }

  @Test
  void whoWasDownAtTheHourAsksOnTheSameDayAndNotOnTheNext() throws Unavailable {
    campaign();
    move(time(0, 21, 59));
    caller = scene.caller(Courtesy.USUAL);
    caller.begin(1);
    caller.begin(1);
    assertThat(asked()).hasSize(1);

    at(2, 7, 1);
    assertThat(asked()).as("for two days later").hasSize(1);
    at(2, 19, 30);
    assertThat(asked()).hasSize(2);
  }

  @Test
  void inQuietHoursNobodyIsAsked() throws Unavailable {
    campaign();
    at(0, 22, 0);
    assertThat(caller.next()).contains(time(1, 7, 0));
    at(1, 7, 0);

    assertThat(asked()).isEmpty();
    assertThat(caller.next()).contains(time(1, 19, 30));
  }

  @Test
  void theHourIsASetting() throws Unavailable {
    campaign();
    var usual = Courtesy.USUAL;
    caller =
        scene.caller(
            new Courtesy(
                usual.quietFrom(),
                usual.quietTo(),
                usual.reminders(),
                LocalTime.of(17, 0),
                Duration.ofDays(30),
                1,
                7,
                90));

    at(0, 17, 0);

    assertThat(asked()).hasSize(1);
  }

  @Test
  void whatHasNotLeftEndsWithTheReport() throws Unavailable {
    campaign();
    at(0, 19, 30);

    assertThat(sent(HEAD).map(row -> row.terms().cause()))
        .containsExactly(Optional.of(new Cause("chase:daily:445322115:2022-05-10")));
  }
}
