package org.lanshao.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;

/**
 * The plans of {@code config/alerts.yaml}, and which one is for what alert.
 *
 * @param rules the first that fits holds; the last fits everything
 * @param unverified how often strangers may raise an alert
 * @param chase how those are reminded who do not confirm a notice
 */
public record Plans(List<Rule> rules, Limit unverified, Chase chase) {
  /** What holds without the file: station, town, county, city at 0, 5, 15 and 30 minutes. */
  public static final Plans USUAL = usual();

  /** Copies the list. */
  public Plans {
    rules = List.copyOf(rules);
    if (rules.isEmpty() || !rules.getLast().when().isEverything()) {
      throw new IllegalArgumentException("no plan for everything else");
    }
  }

  /**
   * A plan and when it holds.
   *
   * @param when what must be so
   */
  public record Rule(When when, Plan plan) {}

  /**
   * What must be so for a plan to hold; what is empty is no condition.
   *
   * @param kinds one of these kinds is recognised
   * @param people at least so many people are affected
   * @param area where it happens, or what that lies in
   * @param certainty how sure it is
   */
  public record When(
      Set<String> kinds,
      Optional<Long> people,
      Optional<AreaCode> area,
      Optional<Certainty> certainty) {
    /** No condition. */
    public static final When ALWAYS =
        new When(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the kinds. */
    public When {
      kinds = Set.copyOf(kinds);
    }

    boolean isEverything() {
      return equals(ALWAYS);
    }

    /** Whether it is so. */
    boolean holds(Case one) {
      return (kinds.isEmpty() || one.known().kinds().stream().anyMatch(kinds::contains))
          && people.stream().allMatch(least -> one.known().people().orElse(0L) >= least)
          && area.stream().allMatch(wanted -> one.around().contains(wanted))
          && certainty.stream().allMatch(one.certainty()::equals);
    }
  }

  /**
   * What a plan is looked for.
   *
   * @param around the area of the alert and all that it lies in
   */
  public record Case(Known known, Certainty certainty, List<AreaCode> around) {
    /** Copies the list. */
    public Case {
      around = List.copyOf(around);
    }
  }

  /** How many alerts of strangers are taken within an hour, from one and from all together. */
  public record Limit(int one, int all) {}

  /** The plan for this case. */
  public Plan plan(Case one) {
    return rules.stream()
        .filter(rule -> rule.when().holds(one))
        .findFirst()
        .orElse(rules.getLast())
        .plan();
  }

  private static Plans usual() {
    var stranger =
        new When(Set.of(), Optional.empty(), Optional.empty(), Optional.of(Certainty.UNVERIFIED));
    var city = List.of(new Wave(Duration.ZERO, List.of(Slot.CITY), List.of()));
    return new Plans(
        List.of(
            new Rule(stranger, plan("unverified", city)),
            new Rule(
                When.ALWAYS,
                plan(
                    "usual",
                    List.of(
                        wave(0, List.of(Slot.HEAD, Slot.DUTY), Area.Kind.TOWN),
                        wave(5, List.of(Slot.TOWN), Area.Kind.TOWN),
                        wave(15, List.of(Slot.COUNTY), Area.Kind.COUNTY),
                        wave(30, List.of(Slot.CITY), Area.Kind.CITY))))),
        new Limit(2, 20),
        Chase.USUAL);
  }

  private static Plan plan(String name, List<Wave> waves) {
    var few = Set.of(Slot.HEAD, Slot.DUTY, Slot.COUNTY, Slot.CITY);
    return new Plan(name, waves, Duration.ofMinutes(15), 1, few, Times.USUAL);
  }

  private static Wave wave(int minutes, List<Slot> people, Area.Kind groups) {
    return new Wave(
        Duration.ofMinutes(minutes), people, minutes == 5 ? List.of() : List.of(groups));
  }
}
