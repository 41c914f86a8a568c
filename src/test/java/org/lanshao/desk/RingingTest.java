package org.lanshao.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lanshao.Patience.until;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lanshao.timer.Ringer;
import org.lanshao.turn.Unavailable;

/** The thread that looks at what is due. */
class RingingTest {
  private static final Duration SHORTER_THAN_A_SLEEP = Duration.ofSeconds(20);

  private final Scene scene = new Scene();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Mailboxes mailboxes = new Mailboxes(32);
  private final Ringer ringer = new Ringer(scene.store, mailboxes, scene.desk, scene.clock, meters);

  @AfterEach
  void stop() throws InterruptedException {
    ringer.close();
    mailboxes.close(Duration.ofSeconds(5));
  }

  @Test
  void aClockThatIsMovedRingsWhatBecameDue() throws InterruptedException {
    ringer.start();
    scene.say("登记");
    scene.clock.pass(Duration.ofMinutes(10));

    ringer.wake();

    until(() -> scene.sent().size() == 1);
    assertThat(scene.sent().getFirst()).contains("登记还没填完");
  }

  @Test
  void whatGoesOnInPrivateRingsWithoutWaitingForTheNextRound() {
    var station = new Station();
    var own = new SimpleMeterRegistry();
    try (var awake = station.ringer(mailboxes, own)) {
      awake.start();
      station.sayInGroup(Station.WORKER, "名单 低保 太平镇");
      until(() -> station.told(Station.WORKER).size() == 1);
      until(() -> own.get("lanshao.timers.due").gauge().value() == 0); // and now it sleeps

      station.tick();
      station.sayInGroup(Station.WORKER, "走访");

      until(SHORTER_THAN_A_SLEEP, "it rang", () -> station.told(Station.WORKER).size() == 2);
    }
  }

  @Test
  void whatIsDueIsCountedWhileTheConversationIsBusy() throws Exception {
    scene.say("登记");
    scene.clock.pass(Duration.ofMinutes(13));
    var conversation = scene.inbound("p01", new org.lanshao.message.Content.Left()).conversation();
    var busy = new CompletableFuture<Boolean>();
    mailboxes.offer(conversation, () -> busy);
    ringer.start();

    until(() -> meters.get("lanshao.timers.due").gauge().value() == 1);
    assertThat(meters.get("lanshao.timers.oldest").gauge().value()).isEqualTo(180);
    assertThat(scene.sent()).isEmpty();
    busy.complete(true);

    until(() -> scene.sent().size() == 1);
    until(() -> meters.get("lanshao.timers.due").gauge().value() == 0);
  }

  @Test
  void itGoesOnWhenTheDatabaseComesBack() throws InterruptedException {
    scene.say("登记");
    scene.clock.pass(Duration.ofMinutes(10));
    scene.store.fail(Optional.of(new Unavailable("lost", new IllegalStateException())));
    ringer.start();
    scene.store.fail(Optional.empty());

    until(
        () -> {
          ringer.wake();
          scene.store.release();
          return !scene.sent().isEmpty();
        });
  }
}
