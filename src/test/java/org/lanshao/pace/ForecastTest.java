package org.lanshao.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.lanshao.channel.Spend;
import org.lanshao.channel.Spend.Limit;
import org.lanshao.channel.wecom.PlainWecom;
import org.lanshao.message.Outbound;
import org.lanshao.message.Outbound.Target;
import org.lanshao.message.Reply;
import org.lanshao.transport.HandClock;
import org.lanshao.turn.Lane;

/** What is said beforehand of the times at which messages leave is what the pace then does. */
class ForecastTest {
  /** The groups of a province: 1,610 towns and what lies above them. */
  private static final int GROUPS = 1631;

  private final HandClock clock = new HandClock();
  private final Pace pace = Pace.alone(clock, name -> name);

  @Test
  void aProvinceOfGroupsIsWrittenToWithinAMinuteAndThatIsKnownAtOnce() {
    for (String kind : List.of("webhook:693axxx6-7aoc-4bc4-97a0-0ec2%08d", "appchat:g%d")) {
      var groups = new ArrayList<List<Spend>>();
      for (int i = 0; i < GROUPS; i++) {
        groups.add(spends(new Target.ToGroup(kind.formatted(i))));
      }
      assertThat(groups).as("each has limits").noneMatch(List::isEmpty);

      var said = said(List.of(), groups);
      var left = left(groups);

      assertThat(Collections.max(left)).isLessThan(Duration.ofSeconds(60));
      assertThat(said).isEqualTo(left);
    }
  }

  @Test
  void thoseWhoConfirmAreWrittenToInTheTimeThatIsSaid() {
    var messages = new ArrayList<List<Spend>>();
    for (int i = 0; i < GROUPS * 2; i++) {
      messages.add(spends(new Target.ToPerson("head" + i / 2)));
    }

    var said = Collections.max(said(List.of(), messages));
    var left = Collections.max(left(messages));

    assertThat(said).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    assertThat(left).isCloseTo(said, Duration.ofSeconds(1));
  }

  @RepeatedTest(20)
  void whateverTheLimitsAreTheLastLeavesWhenItIsSaid(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var limits = new ArrayList<Limit>();
    limits.add(new Limit(5 + random.nextInt(50), Duration.ofSeconds(1 + random.nextInt(60))));
    limits.add(new Limit(60 + random.nextInt(500), Duration.ofMinutes(1 + random.nextInt(30))));
    var messages = Collections.nCopies(1 + random.nextInt(900), List.of(new Spend("all", limits)));

    var said = Collections.max(said(List.of(), messages));
    var left = Collections.max(left(messages));

    assertThat(left).as("%s of %s", messages.size(), limits).isCloseTo(said, margin(limits, said));
  }

  @RepeatedTest(20)
  void whatWaitsAlreadyIsCountedAsThePaceThenLetsItLeave(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var before = new ArrayList<Pace.Line>();
    var all = new ArrayList<List<Spend>>();
    for (int i = 0; i < 200 + random.nextInt(400); i++) {
      int most = random.nextInt(20) == 0 ? 40 : 8;
      var line = new Pace.Line(spends(someone(random)), 1 + random.nextInt(most));
      before.add(line);
      all.addAll(Collections.nCopies((int) line.count(), line.spends()));
    }
    var messages = new ArrayList<List<Spend>>();
    for (int i = 0; i < 300; i++) {
      messages.add(spends(someone(random)));
    }
    all.addAll(messages);

    var alone = said(List.of(), messages);
    var said = said(before, messages);
    var left = leftInLines(all).subList(all.size() - messages.size(), all.size());

    assertThat(Collections.max(left))
        .as("%s messages after %s", messages.size(), all.size() - messages.size())
        .isCloseTo(Collections.max(said), Collections.max(said).dividedBy(10).plusSeconds(10));
    assertThat(Collections.max(said)).isGreaterThan(Collections.max(alone));
  }

  /** One of a thousand people, or one of a few groups. */
  private static Target someone(Random random) {
    return random.nextInt(10) == 0
        ? new Target.ToGroup("appchat:g" + random.nextInt(20))
        : new Target.ToPerson("p" + random.nextInt(1000));
  }

  @Test
  void whoIsWrittenToALotDoesNotHoldUpTheOthers() {
    var one = new Pace.Line(spends(new Target.ToPerson("one")), 20_000);
    var other = List.of(spends(new Target.ToPerson("other")));

    assertThat(said(List.of(one), other)).containsExactly(Duration.ZERO);
  }

  @RepeatedTest(20)
  void whatWasTakenBeforeIsCounted(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    quiet();
    int taken = GROUPS / 2 + random.nextInt(GROUPS);
    while (taken > 0 && pace.take(spends(someone(random)), Lane.NOTICE).isEmpty()) {
      clock.pass(Duration.ofMillis(random.nextInt(60)));
      taken--;
    }
    var messages = new ArrayList<List<Spend>>();
    int count = 400 + random.nextInt(500);
    for (int i = 0; i < count; i++) {
      messages.add(spends(new Target.ToPerson("p" + random.nextInt(1000))));
    }

    var said = Collections.max(pace.waits(List.of(), messages));
    assertThat(pace.waits(List.of(), messages)).as("asking takes nothing").contains(said);
    var left = Collections.max(leftFromNow(lines(messages), messages));

    assertThat(left).isCloseTo(said, said.dividedBy(10).plusSeconds(5));
  }

  @Test
  void theLimitOfADayIsCounted() {
    quiet();
    for (int i = 0; i < 12_200; i++) {
      assertThat(pace.take(spends(new Target.ToPerson("p" + i)), Lane.NOTICE)).isEmpty();
      clock.pass(Duration.ofMillis(150));
    }
    var messages =
        IntStream.range(0, 1000).mapToObj(i -> spends(new Target.ToPerson("q" + i))).toList();

    assertThat(pace.waits(List.of(), messages).getLast())
        .as("24,000 a day, half of them at once")
        .isGreaterThan(Duration.ofHours(1));
    assertThat(pace.waits(List.of(), List.of(spends(new Target.ToGroup("appchat:g")))))
        .containsExactly(Duration.ZERO);
  }

  @Test
  void aPlatformThatTakesNoMoreForAWhileIsWaitedFor() {
    quiet();
    var one = spends(new Target.ToPerson("one"));
    pace.close(one, clock.instant().plusSeconds(90));

    assertThat(pace.waits(List.of(), List.of(one))).containsExactly(Duration.ofSeconds(90));
    clock.pass(Duration.ofSeconds(91));
    assertThat(pace.waits(List.of(), List.of(one))).containsExactly(Duration.ZERO);
  }

  private void quiet() {
    clock.pass(Duration.ofDays(1));
  }

  /** What is said after some quiet time. */
  private List<Duration> said(List<Pace.Line> before, List<List<Spend>> messages) {
    quiet();
    return pace.waits(before, messages);
  }

  /** One that asks a little too early waits once more, for as long as a message takes at most. */
  private static Duration margin(List<Limit> limits, Duration said) {
    return limits.stream()
        .map(limit -> limit.within().dividedBy((limit.most() - limit.most() / 5) / 2))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO)
        .plus(said.dividedBy(50))
        .plusSeconds(1);
  }

  /** When each leaves by the pace, after some quiet time, asked again whenever it says so. */
  private List<Duration> left(List<List<Spend>> messages) {
    return left(IntStream.range(0, messages.size()).mapToObj(List::of).toList(), messages);
  }

  /** The same, and those to one target leave one after the other, as senders have it. */
  private List<Duration> leftInLines(List<List<Spend>> messages) {
    return left(lines(messages), messages);
  }

  private static List<List<Integer>> lines(List<List<Spend>> messages) {
    var lines =
        IntStream.range(0, messages.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    place -> messages.get(place).getFirst().bucket(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return List.copyOf(lines.values());
  }

  private List<Duration> left(List<List<Integer>> lines, List<List<Spend>> messages) {
    quiet();
    return leftFromNow(lines, messages);
  }

  private List<Duration> leftFromNow(List<List<Integer>> lines, List<List<Spend>> messages) {
    Instant begin = clock.instant();
    var timeToLines = new TreeMap<Instant, List<Deque<Integer>>>();
    timeToLines.put(
        begin, lines.stream().<Deque<Integer>>map(ArrayDeque::new).collect(Collectors.toList()));
    var placeToWait = new TreeMap<Integer, Duration>();
    while (!timeToLines.isEmpty()) {
      var due = timeToLines.pollFirstEntry();
      clock.pass(Duration.between(clock.instant(), due.getKey()));
      for (Deque<Integer> line : due.getValue()) {
        var again = pace.take(messages.get(line.getFirst()), Lane.NOTICE);
        if (again.isEmpty()) {
          placeToWait.put(line.removeFirst(), Duration.between(begin, clock.instant()));
        }
        if (!line.isEmpty()) {
          var next = again.orElseGet(clock::instant);
          timeToLines.computeIfAbsent(next, t -> new ArrayList<>()).add(line);
        }
      }
    }
    return List.copyOf(placeToWait.values());
  }

  private static List<Spend> spends(Target target) {
    var part = Reply.of("N1 暴雨红色预警").parts().getFirst();
    return PlainWecom.channel().spends(new Outbound(UUID.randomUUID(), target, part));
  }
}
