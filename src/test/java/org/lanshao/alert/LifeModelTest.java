package org.lanshao.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.GroupId;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;

/** Random lives of alerts beside a small model: 1000 lives of 100 steps. */
class LifeModelTest {
  private static final Instant START = Instant.parse("2022-05-10T01:30:00Z");
  private static final AreaCode HERE = new AreaCode("here");
  private static final AreaCode THERE = new AreaCode("there");
  private static final PersonId REPORTER = new PersonId("reporter");
  private static final List<PersonId> PEOPLE =
      List.of(
          REPORTER,
          new PersonId("head"),
          new PersonId("duty"),
          new PersonId("county"),
          new PersonId("passer"));

  /** What somebody or the clock does. */
  private enum Act {
    WAIT,
    LEARN,
    LEARN_ELSEWHERE,
    TAKE,
    REPORT,
    FINAL_REPORT,
    SETTLE,
    WITHDRAW,
    REOPEN,
    CONFIRM,
    DISMISS
  }

  private record Step(Act act, int who, int minutes, boolean echo) {}

  private record World(boolean asked, int needs, boolean dutyKept, boolean headReachable) {}

  @Property(tries = 1000)
  void everyLifeIsAsTheModelSays(@ForAll("worlds") World world, @ForAll("steps") List<Step> steps) {
    new Run(world).play(steps);
  }

  @Provide
  Arbitrary<World> worlds() {
    var flag = Arbitraries.of(true, false);
    return Combinators.combine(flag, Arbitraries.integers().between(1, 2), flag, flag)
        .as(World::new);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    var acts =
        Arbitraries.frequency(
            net.jqwik.api.Tuple.of(12, Act.WAIT),
            net.jqwik.api.Tuple.of(3, Act.LEARN),
            net.jqwik.api.Tuple.of(1, Act.LEARN_ELSEWHERE),
            net.jqwik.api.Tuple.of(3, Act.TAKE),
            net.jqwik.api.Tuple.of(2, Act.REPORT),
            net.jqwik.api.Tuple.of(1, Act.FINAL_REPORT),
            net.jqwik.api.Tuple.of(1, Act.SETTLE),
            net.jqwik.api.Tuple.of(1, Act.WITHDRAW),
            net.jqwik.api.Tuple.of(3, Act.REOPEN),
            net.jqwik.api.Tuple.of(2, Act.CONFIRM),
            net.jqwik.api.Tuple.of(1, Act.DISMISS));
    return Combinators.combine(
            acts,
            Arbitraries.integers().between(0, PEOPLE.size() - 1),
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofSize(100);
  }

  /** One life, and what the model thinks of it. */
  private static final class Run {
    private final World world;
    private final Roster roster;
    private final List<AlertEvent> events = new ArrayList<>();
    private Instant now = START;
    private Alert alert;

    // The model.
    private String state;
    private int waves;
    private Set<PersonId> takers = new HashSet<>();
    private AreaCode area = HERE;

    Run(World world) {
      this.world = world;
      this.roster = new Village(world);
      var began =
          new AlertEvent.Began(
              by(0), begun(), Certainty.SUSPECTED, known(HERE, List.of("地点")), world.asked());
      events.add(began);
      alert = Life.begun(began);
      state = world.asked() ? "asked" : "open";
      look(Echo.NONE);
    }

    void play(List<Step> steps) {
      for (Step step : steps) {
        act(step);
        look(step.echo() ? refusing(step.who()) : Echo.NONE);
        check();
      }
    }

    private void act(Step step) {
      switch (step.act()) {
        case WAIT -> now = now.plus(Duration.ofMinutes(step.minutes()));
        case LEARN -> learn(area, step);
        case LEARN_ELSEWHERE -> learn(area.equals(HERE) ? THERE : HERE, step);
        case TAKE -> take(step.who());
        case REPORT -> {
          if (alert instanceof Alert.Running) {
            add(new AlertEvent.Reported(by(step.who()), "还在救"));
          }
        }
        case FINAL_REPORT -> end("final", new AlertEvent.FinallyReported(by(step.who()), "救出"));
        case SETTLE -> end("settled", new AlertEvent.Settled(by(step.who()), "安置"));
        case WITHDRAW -> {
          if (alert instanceof Alert.Running) {
            state = "closed";
            add(new AlertEvent.Withdrawn(by(step.who()), "演习"));
          }
        }
        case REOPEN -> reopen(step);
        case CONFIRM -> confirm();
        case DISMISS -> {
          if (alert instanceof Alert.Asked) {
            state = "closed";
            add(new AlertEvent.Dismissed(by(0)));
          }
        }
      }
    }

    private void learn(AreaCode where, Step step) {
      if (alert instanceof Alert.Closed) {
        return;
      }
      boolean moved = !where.equals(area);
      area = where;
      waves = moved && state.equals("open") ? 0 : waves;
      add(new AlertEvent.Learned(by(0), known(where, step.echo() ? List.of() : List.of("人数"))));
    }

    private void take(int who) {
      var access = new Access(roster);
      boolean may = !(alert instanceof Alert.Closed) && access.mayTake(PEOPLE.get(who), alert);
      assertThat(may && PEOPLE.get(who).equals(REPORTER)).isFalse();
      assertThat(may && PEOPLE.get(who).text().equals("passer")).isFalse();
      if (may && (state.equals("open") || state.equals("taken"))) {
        takers.add(PEOPLE.get(who));
        state = takers.size() >= world.needs() ? "taken" : state;
        add(new AlertEvent.TakenOver(by(who)));
      }
    }

    private void end(String what, AlertEvent event) {
      var next =
          switch (state) {
            case "taken" -> what;
            case "final" -> what.equals("settled") ? "closed" : "";
            case "settled" -> what.equals("final") ? "closed" : "";
            default -> "";
          };
      if (!next.isEmpty()) {
        state = next;
        add(event);
      }
    }

    private void reopen(Step step) {
      if (alert instanceof Alert.Closed || alert instanceof Alert.Resolved) {
        state = "open";
        waves = 0;
        takers.clear();
        add(new AlertEvent.Reopened(by(step.who()), "又烧起来"));
      }
    }

    private void confirm() {
      if (alert instanceof Alert.Asked) {
        state = "open";
        add(new AlertEvent.Confirmed(by(0), Certainty.CERTAIN));
      }
    }

    private void add(AlertEvent event) {
      events.add(event);
      alert = Life.after(alert, event);
    }

    private void look(Echo echo) {
      boolean wasAsked = alert instanceof Alert.Asked;
      var look = new Lookout(roster, echo, clock()).look(alert);
      events.addAll(look.events());
      alert = look.alert();
      state = wasAsked && !(alert instanceof Alert.Asked) ? "open" : state;
      for (Notice notice : look.notices()) {
        if (notice instanceof Notice.Wave wave) {
          assertThat(state).as("no wave after somebody took over").isEqualTo("open");
          assertThat(wave.step()).as("every wave once, in order").isEqualTo(waves++);
          assertThat(wave.people()).doesNotContain(REPORTER);
        }
      }
    }

    private void check() {
      assertThat(named(alert)).isEqualTo(state);
      assertThat(alert.number()).isEqualTo("E7");
      assertThat(alert.due().isEmpty()).isEqualTo(state.equals("closed"));
      alert.due().ifPresent(due -> assertThat(due).isAfter(now));
      assertThat(Life.of(events)).as("after a restart").isEqualTo(alert);
      var again = new Lookout(roster, refusing(1), clock()).look(alert);
      assertThat(again.events()).as("a late report of the platform").isEmpty();
      if (state.equals("open")) {
        assertThat(due(Due.CLIMB)).isBeforeOrEqualTo(now.plus(Duration.ofMinutes(20)));
        if (waves < 3 && world.headReachable()) {
          var start = ((Alert.Open) alert).start();
          var minutes = List.of(0, 5, 15).get(waves);
          assertThat(due(Due.CLIMB)).isBeforeOrEqualTo(start.plus(Duration.ofMinutes(minutes)));
        }
      }
    }

    private Instant due(Due due) {
      return Optional.ofNullable(alert.core().clocks().times().get(due)).orElseThrow();
    }

    private static String named(Alert alert) {
      return switch (alert) {
        case Alert.Asked asked -> "asked";
        case Alert.Open open -> "open";
        case Alert.Taken taken -> "taken";
        case Alert.Resolved(var core, var takers, var lack) ->
            lack == Alert.Lack.REASON ? "final" : "settled";
        case Alert.Closed closed -> "closed";
      };
    }

    private By by(int who) {
      return new By(Optional.of(PEOPLE.get(who)), "sandbox/" + PEOPLE.get(who), now);
    }

    private By clock() {
      return new By(Optional.empty(), "alert/E7", now);
    }

    private Begun begun() {
      var conversation =
          new ConversationId(new ChannelName("sandbox"), new Chat.Private(), "reporter");
      var waves =
          List.of(
              wave(0, Slot.HEAD, Slot.DUTY), wave(5, Slot.TOWN), wave(15, Slot.COUNTY, Slot.CITY));
      var all = Set.of(Slot.values());
      var plan = new Plan("model", waves, Duration.ofMinutes(20), world.needs(), all, Times.USUAL);
      return new Begun("E7", new Reporter(Optional.of(REPORTER), conversation), START, plan, false);
    }

    private static Wave wave(int minutes, Slot... slots) {
      return new Wave(Duration.ofMinutes(minutes), List.of(slots), List.of(Area.Kind.TOWN));
    }

    private static Known known(AreaCode area, List<String> missing) {
      return new Known(
          List.of(), Optional.empty(), area, false, false, List.of("着火"), List.of(), missing);
    }

    private static Echo refusing(int who) {
      return new Echo(Set.of(PEOPLE.get(2)), Set.of(PEOPLE.get(who)), Set.of(new GroupId("g1")));
    }
  }

  /** Who is where: nobody is the town's officer, and the reporter is a head too. */
  private record Village(World world) implements Roster {
    @Override
    public Optional<List<PersonId>> people(Slot slot, AreaCode area) {
      if (slot == Slot.DUTY && !world.dutyKept()) {
        return Optional.empty();
      }
      return Optional.of(
          Map.of(
                  Slot.HEAD, List.of(REPORTER, PEOPLE.get(1)),
                  Slot.DUTY, List.of(PEOPLE.get(2)),
                  Slot.COUNTY, List.of(PEOPLE.get(3)))
              .getOrDefault(slot, List.of()));
    }

    @Override
    public boolean hasAddress(PersonId person) {
      return world.headReachable() || !person.text().equals("head");
    }

    @Override
    public List<GroupId> groups(Area.Kind level, AreaCode area) {
      return List.of(new GroupId("g1"));
    }
  }
}
