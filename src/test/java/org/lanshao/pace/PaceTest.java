package org.lanshao.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.lanshao.channel.Spend;
import org.lanshao.channel.Spend.Limit;
import org.lanshao.transport.HandClock;
import org.lanshao.turn.Lane;

class PaceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Spend MEMBER = spend("member", 25, MINUTE);
  private static final Spend APP = spend("app", 100, MINUTE);

  private final HandClock clock = new HandClock();
  private final Pace pace = Pace.alone(clock, name -> name);

  private static Spend spend(String name, int most, Duration within) {
    return new Spend(name, List.of(new Limit(most, within)));
  }

  @RepeatedTest(20)
  void withinAnyMinuteNoMoreLeaveThanAllowed(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var left = new ArrayList<Instant>();
    for (int i = 0; i < 3000; i++) {
      clock.pass(Duration.ofMillis(random.nextInt(300)));
      boolean burst = random.nextInt(400) == 0;
      if (burst) {
        clock.pass(Duration.ofSeconds(random.nextInt(120)));
      }
      var lane = random.nextBoolean() ? Lane.EMERGENCY : Lane.NOTICE;
      if (pace.take(List.of(MEMBER), lane).isEmpty()) {
        left.add(clock.instant());
      }
    }
    holdsTheLimit(left, 26);
    assertThat(left).hasSizeGreaterThan(80);
  }

  private static void holdsTheLimit(List<Instant> left, int most) {
    for (Instant from : left) {
      long count =
          left.stream().filter(at -> !at.isBefore(from) && at.isBefore(from.plus(MINUTE))).count();
      assertThat(count).isLessThanOrEqualTo(most);
    }
  }

  @Test
  void aFifthIsKeptForEmergencies() {
    clock.pass(MINUTE);
    take(10, Lane.NOTICE);
    assertThat(pace.take(List.of(MEMBER), Lane.REPLY)).isPresent();
    take(3, Lane.EMERGENCY);
    assertThat(pace.take(List.of(MEMBER), Lane.EMERGENCY)).isPresent();
  }

  @Test
  void anEmergencyAlsoTakesWhatIsThereForAll() {
    clock.pass(MINUTE);
    take(13, Lane.EMERGENCY);
    assertThat(pace.take(List.of(MEMBER), Lane.NOTICE)).isPresent();
  }

  private void take(int count, Lane lane) {
    for (int i = 0; i < count; i++) {
      assertThat(pace.take(List.of(MEMBER), lane)).as("%s %s", lane, i).isEmpty();
    }
  }

  @Test
  void whatWasSentBeforeTheStartIsNotGivenAgain() {
    assertThat(pace.take(List.of(MEMBER), Lane.NOTICE)).isPresent();
    assertThat(pace.take(List.of(MEMBER), Lane.EMERGENCY)).isEmpty();
    clock.pass(Duration.ofSeconds(6));
    assertThat(pace.take(List.of(MEMBER), Lane.NOTICE)).isEmpty();
    assertThat(pace.take(List.of(MEMBER), Lane.NOTICE)).isPresent();
  }

  @Test
  void afterAStartWithNothingSentBeforeAllIsThere() {
    pace.recall(clock.instant().minus(Pace.MEMORY), List.of());
    take(10, Lane.NOTICE);
    assertThat(pace.take(List.of(MEMBER), Lane.NOTICE)).isPresent();
  }

  @Test
  void whatWasSentJustBeforeTheStartCounts() {
    pace.recall(clock.instant().minus(Pace.MEMORY), sent(7, Duration.ofSeconds(1)));
    take(3, Lane.NOTICE);
    assertThat(pace.take(List.of(MEMBER), Lane.NOTICE)).isPresent();
    take(3, Lane.EMERGENCY);
  }

  @Test
  void whatWasSentAMinuteBeforeTheStartIsThereAgain() {
    pace.recall(clock.instant().minus(Pace.MEMORY), sent(10, MINUTE));
    take(10, Lane.NOTICE);
  }

  @Test
  void aSecondStartForgetsWhatWasTakenSinceAndNotSent() {
    take(1, Lane.EMERGENCY);
    pace.recall(clock.instant().minus(Pace.MEMORY), sent(0, MINUTE));
    take(3, Lane.EMERGENCY);
    take(10, Lane.NOTICE);
  }

  private List<Pace.Sent> sent(int count, Duration before) {
    var at = clock.instant().minus(before);
    return Collections.nCopies(count, new Pace.Sent(List.of(MEMBER), Lane.NOTICE, at));
  }

  /** However often and whenever the process starts again. */
  @RepeatedTest(20)
  void startsDoNotLetMoreLeaveThanAllowed(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var left = new ArrayList<Instant>();
    var paces = pace;
    for (int i = 0; i < 3000; i++) {
      clock.pass(Duration.ofMillis(random.nextInt(300)));
      if (random.nextInt(50) == 0) {
        paces = Pace.alone(clock, name -> name);
        var past = left.stream().map(at -> new Pace.Sent(List.of(MEMBER), Lane.NOTICE, at));
        paces.recall(clock.instant().minus(Pace.MEMORY), past.toList());
      }
      if (paces.take(List.of(MEMBER), Lane.NOTICE).isEmpty()) {
        left.add(clock.instant());
      }
    }
    holdsTheLimit(left, 20);
    assertThat(left).hasSizeGreaterThan(60);
  }

  @Test
  void whatWasTakenIsGivenBackWhereTheNextBucketHasNone() {
    clock.pass(MINUTE);
    var members = List.of(spend("a", 250, MINUTE), spend("one", 10, MINUTE));
    for (int i = 0; i < 60; i++) {
      pace.take(members, Lane.NOTICE);
    }
    for (int i = 0; i < 96; i++) {
      assertThat(pace.take(List.of(members.getFirst()), Lane.NOTICE)).as("%s", i).isEmpty();
    }
    assertThat(pace.take(List.of(members.getFirst()), Lane.NOTICE)).isPresent();
  }

  @Test
  void whatWaitsForOneBucketIsGivenTimesOneAfterTheOther() {
    clock.pass(MINUTE);
    var times = new ArrayList<Instant>();
    for (int i = 0; i < 50; i++) {
      pace.take(List.of(APP), Lane.NOTICE).ifPresent(times::add);
    }
    assertThat(times).hasSize(10).doesNotHaveDuplicates().isSorted();
    assertThat(times.getLast()).isAfter(clock.instant().plusSeconds(13));
    assertThat(pace.take(List.of(APP), Lane.REPLY).orElseThrow())
        .as("a reply is not planned behind them")
        .isBefore(clock.instant().plusSeconds(3));
  }

  @Test
  void nobodyButAnEmergencySpendsFromWhatIsClosed() {
    clock.pass(MINUTE);
    Instant until = clock.instant().plusSeconds(60);
    pace.close(List.of(MEMBER, APP), until);

    Optional<Instant> told = pace.take(List.of(spend("other", 25, MINUTE), APP), Lane.REPLY);
    assertThat(told.orElseThrow()).isAfter(until);
    assertThat(pace.take(List.of(MEMBER), Lane.NOTICE)).as("only the widest").isEmpty();
    assertThat(pace.take(List.of(APP), Lane.EMERGENCY)).isEmpty();
    clock.pass(Duration.ofSeconds(60));
    assertThat(pace.take(List.of(APP), Lane.NOTICE)).isEmpty();
  }

  @Test
  void whatSpendsNothingNeverWaits() {
    assertThat(pace.take(List.of(), Lane.DIGEST)).isEmpty();
  }
}
