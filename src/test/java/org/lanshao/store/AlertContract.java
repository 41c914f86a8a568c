package org.lanshao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.store.TestDatabase.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lanshao.alert.Alert;
import org.lanshao.alert.AlertEvent;
import org.lanshao.alert.Begun;
import org.lanshao.alert.By;
import org.lanshao.alert.Certainty;
import org.lanshao.alert.Due;
import org.lanshao.alert.Known;
import org.lanshao.alert.Life;
import org.lanshao.alert.Plans;
import org.lanshao.alert.Reporter;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ConversationId;
import org.lanshao.turn.AlertChanges;
import org.lanshao.turn.AlertSeen;
import org.lanshao.turn.AlertStep;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Committed;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.Promised;
import org.lanshao.turn.Unavailable;

/** Alerts: written with a turn, gone on with by one. */
interface AlertContract extends PrivacyContract {
  Committed DONE = new Committed.Done();
  By CHEN = new By(Optional.of(new PersonId("chen")), "sandbox/chen", NOW);
  By LIN = new By(Optional.of(new PersonId("lin")), "sandbox/lin", NOW.plusSeconds(60));
  By CLOCK = new By(Optional.empty(), "alert:/E1", NOW);

  @Test
  default void anAlertComesBackAsItWasWithAllThatHappened() throws Unavailable {
    var timer = Samples.id();
    var events = new ArrayList<AlertEvent>(List.of(began("chen", "E1")));
    events.add(
        new AlertEvent.Climbed(
            CLOCK, 0, Set.of(new PersonId("lin")), Set.of(new GroupId("g1")), false));
    events.add(new AlertEvent.Attached(CHEN, "voice", "media-1"));
    events.add(new AlertEvent.Learned(CHEN, known(List.of("地点", "种类"))));
    events.add(new AlertEvent.Reminded(CLOCK, Due.SILENT, List.of(new PersonId("lin"))));
    events.add(new AlertEvent.Checked(CLOCK, true));
    events.add(new AlertEvent.TakenOver(LIN));
    events.add(new AlertEvent.Reported(LIN, "已到场"));
    events.add(new AlertEvent.Settled(LIN, "已安置"));

    assertThat(commit(raised("chen", 1, events, Optional.of(timer)))).isEqualTo(DONE);

    var kept = store().alert("E1").orElseThrow();
    assertThat(kept.events()).isEqualTo(events);
    assertThat(kept.alert()).isEqualTo(Life.of(events));
    assertThat(kept.timer()).contains(timer);
    assertThat(store().openAlerts()).containsExactly(kept);
    assertThat(store().openAlert(Samples.conversation("chen"))).contains("E1");
    assertThat(store().openAlert(Samples.conversation("lin"))).isEmpty();
    assertThat(store().alert("E2")).isEmpty();
  }

  @Test
  default void aClosedAlertIsKeptButNotOpen() throws Unavailable {
    begin("chen", "E1");
    var events =
        List.<AlertEvent>of(new AlertEvent.Withdrawn(CHEN, "烧垃圾"), reopened(), withdrawn());

    assertThat(commit(goOn("chen", 2, "E1", events))).isEqualTo(DONE);

    assertThat(store().alert("E1").orElseThrow().alert()).isInstanceOf(Alert.Closed.class);
    assertThat(store().alert("E1").orElseThrow().events()).hasSize(4);
    assertThat(store().openAlerts()).isEmpty();
    assertThat(store().openAlert(Samples.conversation("chen"))).isEmpty();
    assertThat(store().forgotten(NOW)).isEmpty();
  }

  private static AlertEvent reopened() {
    return new AlertEvent.Reopened(LIN, "复燃");
  }

  private static AlertEvent withdrawn() {
    return new AlertEvent.Withdrawn(LIN, "看错");
  }

  @Test
  default void ofTwoWhoGoOnFromTheSameOneIsTurnedAwayWhole() throws Unavailable {
    begin("chen", "E1");
    var lin = goOn("lin", 1, "E1", List.of(new AlertEvent.TakenOver(LIN)));
    var wang = goOn("wang", 1, "E1", List.of(new AlertEvent.TakenOver(CLOCKED)));

    assertThat(commit(lin)).isEqualTo(DONE);
    assertThat(commit(wang)).isEqualTo(new Committed.Overtaken());

    assertThat(store().standing(Samples.conversation("wang"))).isEmpty();
    assertThat(store().alert("E1").orElseThrow().events()).hasSize(2);
    assertThat(database().ask("SELECT count(*) FROM outgoing WHERE once LIKE 'alert-wang%'"))
        .isEqualTo("0");
  }

  By CLOCKED = new By(Optional.of(new PersonId("wang")), "sandbox/wang", NOW.plusSeconds(61));

  @Test
  default void ofManyAtOnceOnTwoNodesOneTakesOver() throws Exception {
    var nodes = List.of(store(), database().open());
    begin("chen", "E1");

    var steps = new ArrayList<Changes>();
    for (int i = 0; i < 20; i++) {
      var person = Optional.of(new PersonId("p" + i));
      var by = new By(person, "sandbox/p" + i, NOW.plusSeconds(5));
      steps.add(goOn("p" + i, 1, "E1", List.of(new AlertEvent.TakenOver(by))));
    }

    var won =
        TurnContract.atOnce(
            20, i -> Promised.kept(nodes.get(i % 2).commit(steps.get(i))).equals(DONE));

    assertThat(won).filteredOn(one -> one).hasSize(1);
    var alert = (Alert.Taken) store().alert("E1").orElseThrow().alert();
    assertThat(alert.takers()).hasSize(1);
  }

  @Test
  default void manyWhoReadItAtOnceAreAllNoted() throws Exception {
    begin("chen", "E1");

    TurnContract.atOnce(
        20,
        i -> {
          var seen = List.of(new AlertSeen("E1", new PersonId("p" + i % 10), NOW));
          return commit(with(Samples.plain("p" + i, 1, "s" + i), Optional.empty(), seen));
        });

    assertThat(store().alert("E1").orElseThrow().seen()).hasSize(10);
  }

  @Test
  default void alertsOfSomebodyUnknownAreCounted() throws Unavailable {
    commit(raised("nobody", 1, List.of(stranger("nobody", "E1")), id()));
    commit(raised("other", 1, List.of(stranger("other", "E2")), id()));
    begin("chen", "E3");

    var nobody = Optional.of(Samples.conversation("nobody"));
    assertThat(store().strangers(nobody, NOW.minusSeconds(60))).isEqualTo(1);
    assertThat(store().strangers(Optional.empty(), NOW)).isEqualTo(2);
    assertThat(store().strangers(Optional.empty(), NOW.plusSeconds(1))).isZero();
  }

  @Test
  default void whatThePlatformHasNotTakenIsFoundByItsBeginning() throws Unavailable {
    store()
        .send(
            List.of(
                Samples.outgoing("lin", "alert:E1:2:p.lin:0"),
                Samples.outgoing("wang", "alert:E1:2:p.wang:0"),
                Samples.outgoing("chen", "alert:E1:20:p.chen:0"),
                Samples.outgoing("zhou", "alert:E10:2:p.zhou:0")));
    var claimed = store().outgoing().claim(Lane.DIGEST, 10, Duration.ofMinutes(1));
    for (var row : claimed) {
      if (row.message().target().toString().contains("lin")) {
        var settled =
            new Outgoing.Settled(
                row.message().id(), row.claim(), Outgoing.Settlement.Accepted.PLAIN);
        store().outgoing().settle(List.of(settled));
      }
    }

    assertThat(store().unsent("alert:E1:2:")).containsExactly("alert:E1:2:p.wang:0");
  }

  @Test
  default void anAlertWithoutATimerThatRingsIsFound() throws Unavailable {
    begin("chen", "E1");
    Instant due = store().timers().nextTimer().orElseThrow();
    assertThat(store().forgotten(due.minusSeconds(1))).isEmpty();
    assertThat(store().forgotten(due)).containsExactly("E1");

    database().run("DELETE FROM timer");

    assertThat(store().forgotten(NOW)).containsExactly("E1");
  }

  @Test
  default void whatPeopleWroteIsSealed() throws Unavailable {
    begin("chen", "E1");
    assertThat(database().ask("SELECT count(*) FROM alert_event")).isEqualTo("1");
    assertThat(holdsText("石巷村着火")).isFalse();
  }

  /** Whether the database's files hold a text in clear. */
  private boolean holdsText(String text) {
    try {
      return holds(text);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<UUID> id() {
    return Optional.of(Samples.id());
  }

  private void begin(String account, String number) throws Unavailable {
    commit(raised(account, 1, List.of(began(account, number)), id()));
  }

  private static AlertEvent.Began stranger(String account, String number) {
    var by = new By(Optional.empty(), "sandbox/" + account, NOW);
    return began(by, account, number);
  }

  private static AlertEvent.Began began(String account, String number) {
    return began(new By(Optional.of(new PersonId(account)), "x", NOW), account, number);
  }

  private static AlertEvent.Began began(By by, String account, String number) {
    var plan = Plans.USUAL.rules().getLast().plan();
    var reporter = new Reporter(by.person(), Samples.conversation(account));
    var begun = new Begun(number, reporter, NOW, plan, false);
    return new AlertEvent.Began(by, begun, Certainty.CERTAIN, known(List.of()), false);
  }

  private static Known known(List<String> missing) {
    return new Known(
        List.of("fire", "missing"),
        Optional.of(3L),
        new AreaCode("445381101"),
        true,
        false,
        List.of("石巷村着火"),
        List.of("地点：石巷村"),
        missing);
  }

  private static Changes raised(
      String account, long seq, List<? extends AlertEvent> events, Optional<UUID> timer) {
    var alert = Life.of(List.copyOf(events));
    var step = new AlertStep(0, List.copyOf(events), alert, timer);
    return with(Samples.plain(account, seq, account + "-" + seq), Optional.of(step), List.of());
  }

  private Changes goOn(String account, long seq, String number, List<AlertEvent> events)
      throws Unavailable {
    var kept = store().alert(number).orElseThrow();
    var after = Life.after(kept.alert(), events);
    var timer = after.due().map(due -> Samples.id());
    var step = new AlertStep(kept.events().size(), events, after, timer);
    var plain = Samples.plain(account, seq, account + "-" + seq);
    return with(plain, Optional.of(step), List.of());
  }

  private static Changes with(Changes plain, Optional<AlertStep> step, List<AlertSeen> seen) {
    var account = plain.turn().conversation().account();
    var timers =
        step.stream().flatMap(one -> one.timer().stream().map(id -> timer(one, id))).toList();
    return Changes.of(plain.turn())
        .outgoing(List.of(Samples.outgoing(account, "alert-" + account)))
        .timers(timers)
        .alerts(new AlertChanges(step, seen))
        .build();
  }

  private static NewTimer timer(AlertStep step, UUID id) {
    ConversationId own = Samples.conversation("alert-" + step.number());
    return new NewTimer(
        id, NewTimer.Kind.ALERT, own, step.after().due().orElseThrow().plusSeconds(300), NOW);
  }
}
