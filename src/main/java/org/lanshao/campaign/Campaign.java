package org.lanshao.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.alert.By;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.reading.DayRange;

/**
 * A stretch of work in some areas (行动). One that a notice began is over when the last of its causes
 * is; one that somebody began, when they say so or on the day that they named. All that is counted
 * in its areas on its days is counted by it: nothing is marked.
 *
 * @param number as people see it: A3
 * @param name what people call it; several may be called the same
 * @param areas where it is, none within another
 * @param start from when on
 * @param end when it is over; may be yet to come, and is empty while nobody knows
 * @param stage how far it is
 * @param isByHand whether somebody began it
 * @param causes the notices that began or joined it, in this order
 * @param version 1 when it was begun, then one more each time something happened to it
 * @param by who made this version; nobody where a notice did
 */
public record Campaign(
    String number,
    String name,
    Set<AreaCode> areas,
    Instant start,
    Optional<Instant> end,
    Stage stage,
    boolean isByHand,
    List<Cause> causes,
    int version,
    By by) {
  /** How long somebody may think about what they were shown. */
  public static final Duration PREVIEW = Duration.ofMinutes(30);

  /** Copies the collections. */
  public Campaign {
    areas = Collections.unmodifiableSet(new LinkedHashSet<>(areas));
    causes = List.copyOf(causes);
    if (areas.isEmpty()) {
      throw new IllegalArgumentException("a campaign nowhere");
    }
  }

  /** How far a campaign is. */
  public enum Stage {
    /** Whoever began it is shown it, and has yet to agree. */
    DRAFT,
    /** It holds from its start to its end. */
    BEGUN,
    /** It holds, and whoever ends it is shown what that means. */
    ENDING,
    /** It never came to be. */
    DROPPED
  }

  /**
   * Why a campaign holds.
   *
   * @param notice the number of a notice: N15
   * @param end when that was over; empty while it holds
   */
  public record Cause(String notice, Optional<Instant> end) {
    /** Whether it holds. */
    public boolean isOpen() {
      return end.isEmpty();
    }
  }

  /** One that somebody would begin, once they agree. */
  public static Campaign draft(
      String number,
      String name,
      Set<AreaCode> areas,
      Instant start,
      Optional<Instant> end,
      By by) {
    return new Campaign(number, name, areas, start, end, Stage.DRAFT, true, List.of(), 1, by);
  }

  /** One that a notice begins. */
  public static Campaign begun(
      String number, String name, Set<AreaCode> areas, String notice, By by) {
    var cause = new Cause(notice, Optional.empty());
    return new Campaign(
        number, name, areas, by.at(), Optional.empty(), Stage.BEGUN, false, List.of(cause), 1, by);
  }

  /** Whether it came to be, whether or not it is over. */
  public boolean isBegun() {
    return stage == Stage.BEGUN || stage == Stage.ENDING;
  }

  /** Whether it holds at a moment. */
  public boolean isOpen(Instant at) {
    return isBegun() && !at.isBefore(start) && !isOver(at);
  }

  /** Whether its end has come at a moment. */
  public boolean isOver(Instant at) {
    return end.filter(over -> !over.isAfter(at)).isPresent();
  }

  /** Whether somebody was shown what they want and may still agree. */
  public boolean isAsked(Instant at) {
    return (stage == Stage.DRAFT || stage == Stage.ENDING) && at.isBefore(by.at().plus(PREVIEW));
  }

  /** Whether a notice is one of its causes and holds. */
  public boolean isHeldBy(String notice) {
    return causes.stream().anyMatch(cause -> cause.isOpen() && cause.notice().equals(notice));
  }

  /** Whether it lies in an area, or an area in it. */
  public boolean touches(AreaCode area, Directory directory) {
    return areas.stream()
        .anyMatch(own -> directory.within(own, area) || directory.within(area, own));
  }

  /** Its local days up to a moment; a day that it only touches is one of them. */
  public DayRange days(Instant now, ZoneId zone) {
    var first = start.atZone(zone).toLocalDate();
    var until = end.filter(over -> over.isBefore(now)).map(over -> over.minusMillis(1)).orElse(now);
    var last = until.atZone(zone).toLocalDate();
    return new DayRange(first, last.isBefore(first) ? first : last);
  }

  /** The same with another notice that holds it, and its areas. */
  Campaign joined(String notice, Set<AreaCode> more, Directory directory) {
    var joined = new ArrayList<>(causes);
    joined.add(new Cause(notice, Optional.empty()));
    return with(union(areas, more, directory), end, joined);
  }

  private static Set<AreaCode> union(Set<AreaCode> areas, Set<AreaCode> more, Directory directory) {
    var all = new LinkedHashSet<>(areas);
    all.addAll(more);
    return outermost(all, directory);
  }

  /** These areas without those that lie within another of them. */
  public static Set<AreaCode> outermost(Set<AreaCode> areas, Directory directory) {
    var outer = new LinkedHashSet<>(areas);
    outer.removeIf(
        one ->
            areas.stream().anyMatch(other -> !other.equals(one) && directory.within(one, other)));
    return outer;
  }

  /** The same when a notice holds it no more; over with the last one, unless it is by hand. */
  Campaign without(String notice, Instant at) {
    var left =
        causes.stream()
            .map(
                cause ->
                    cause.isOpen() && cause.notice().equals(notice)
                        ? new Cause(notice, Optional.of(at))
                        : cause)
            .toList();
    boolean over = !isByHand && end.isEmpty() && left.stream().noneMatch(Cause::isOpen);
    return with(areas, over ? Optional.of(at) : end, left);
  }

  /** The same once whoever was asked agrees. */
  public Campaign agreed(By agreeing) {
    var over = stage == Stage.ENDING ? Optional.of(agreeing.at()) : end;
    return with(areas, over, causes).next(Stage.BEGUN, agreeing);
  }

  /** The same once whoever was asked does not want it. */
  public Campaign refused(By refusing) {
    return next(stage == Stage.DRAFT ? Stage.DROPPED : Stage.BEGUN, refusing);
  }

  /** The same draft, shown once more. */
  public Campaign shown(By asking) {
    return next(Stage.DRAFT, asking);
  }

  /** The same, with somebody shown what its end means. */
  public Campaign ending(By asking) {
    return next(Stage.ENDING, asking);
  }

  /** The next version, which a notice makes; what somebody was shown of it holds no more. */
  Campaign next(By making) {
    return next(Stage.BEGUN, making);
  }

  private Campaign next(Stage other, By making) {
    return new Campaign(
        number, name, areas, start, end, other, isByHand, causes, version + 1, making);
  }

  private Campaign with(Set<AreaCode> where, Optional<Instant> over, List<Cause> why) {
    return new Campaign(number, name, where, start, over, stage, isByHand, why, version, by);
  }

  /** Without its name. */
  @Override
  public String toString() {
    return "Campaign[" + number + " " + version + "]";
  }
}
