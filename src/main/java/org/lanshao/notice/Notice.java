package org.lanshao.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lanshao.directory.AreaCode;

/**
 * A notice, from its draft to its end.
 *
 * <pre>
 * Drafted ──确认──▶ Open ──lifted, replaced, expired──▶ Ended
 *    └──取消, or half an hour──▶ Ended
 * </pre>
 *
 * Every state but the last has a next due time.
 *
 * @param stage how far it is
 * @param told the stations that it went to, when, and in which message
 * @param waiting those that it has yet to go to, and why
 * @param never those that it never goes to, and why
 * @param round how often those were reminded who had not confirmed
 * @param chase when they are next; empty when nobody is asked, or all have confirmed
 */
public record Notice(
    Content content,
    Stage stage,
    Map<AreaCode, Left> told,
    Map<AreaCode, Verdict> waiting,
    Map<AreaCode, Verdict> never,
    int round,
    Optional<Instant> chase) {
  /** How long a draft waits for its 确认. */
  private static final Duration DRAFT = Duration.ofMinutes(30);

  /** Copies the maps. */
  public Notice {
    told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
    waiting = Collections.unmodifiableMap(new LinkedHashMap<>(waiting));
    never = Collections.unmodifiableMap(new LinkedHashMap<>(never));
  }

  /**
   * How it went to a station.
   *
   * @param at when
   * @param within the number of the notice in whose message it went, with others that had waited;
   *     its own number if it went alone or first
   */
  public record Left(Instant at, String within) {}

  /** How far a notice is. */
  public sealed interface Stage {
    /** Its author looks at it. */
    record Draft() implements Stage {}

    /** It holds. */
    record Open() implements Stage {}

    /**
     * It is over.
     *
     * @param number of the notice that ended it; empty text if none did
     */
    record Over(End end, String number, Instant at) implements Stage {}
  }

  /** How a notice ended. */
  public enum End {
    /** Its author did not want it. */
    DROPPED,
    /** It was lifted (解除). */
    LIFTED,
    /** Another one took its place. */
    REPLACED,
    /** It held until then, or said all it had to say. */
    EXPIRED
  }

  /**
   * The notice of these events, oldest first.
   *
   * @throws IllegalStateException when the first did not begin it or a stage does not allow the
   *     next
   */
  public static Notice of(List<NoticeEvent> events) {
    if (events.isEmpty() || !(events.getFirst() instanceof NoticeEvent.Drafted drafted)) {
      throw new IllegalStateException("a notice that never began");
    }
    var notice =
        new Notice(
            drafted.content(),
            new Stage.Draft(),
            Map.of(),
            Map.of(),
            Map.of(),
            0,
            Optional.empty());
    for (NoticeEvent event : events.subList(1, events.size())) {
      notice = notice.after(event);
    }
    return notice;
  }

  /**
   * It after one more event.
   *
   * @throws IllegalStateException when its stage does not allow it
   */
  public Notice after(NoticeEvent event) {
    return switch (stage) {
      case Stage.Draft draft -> afterDraft(event);
      case Stage.Open open -> afterOpen(event);
      case Stage.Over over -> throw refused(event);
    };
  }

  private Notice afterDraft(NoticeEvent event) {
    return switch (event) {
      case NoticeEvent.Issued it ->
          new Notice(
              content.asking(it.asks(), it.isUnheld()),
              new Stage.Open(),
              told,
              waiting,
              never,
              round,
              chase);
      case NoticeEvent.Ended it -> ended(it);
      default -> throw refused(event);
    };
  }

  private Notice afterOpen(NoticeEvent event) {
    return switch (event) {
      case NoticeEvent.Placed it -> placed(it);
      case NoticeEvent.Reminded it -> reminded(it);
      case NoticeEvent.Settled it ->
          new Notice(content, stage, told, waiting, never, round, Optional.empty());
      case NoticeEvent.Ended it -> ended(it);
      default -> throw refused(event);
    };
  }

  private Notice placed(NoticeEvent.Placed event) {
    var at = event.by().at();
    var nowTold = new LinkedHashMap<>(told);
    var nowWaiting = new LinkedHashMap<>(waiting);
    var nowNever = new LinkedHashMap<>(never);
    event
        .verdicts()
        .forEach(
            (station, verdict) -> {
              nowWaiting.remove(station);
              switch (verdict) {
                case Verdict.Send(String within) ->
                    nowTold.put(station, new Left(at, within.isEmpty() ? number() : within));
                case Verdict.Group group -> nowWaiting.put(station, group);
                case Verdict.Hold hold -> nowWaiting.put(station, hold);
                case Verdict.Inhibit inhibit -> nowNever.put(station, inhibit);
                case Verdict.Refuse refuse -> nowNever.put(station, refuse);
              }
            });
    boolean more = nowTold.size() > told.size() && isAsked();
    var next = more ? chase.or(() -> Optional.of(at.plus(pause(round)))) : chase;
    return new Notice(content, stage, nowTold, nowWaiting, nowNever, round, next);
  }

  /** Whether those who do not confirm are reminded. */
  private boolean isAsked() {
    return content.asks() != Asks.NONE && !content.status().isPractice();
  }

  /** How long after a round the next one comes. */
  private Duration pause(int after) {
    var waves = content.plan().waves();
    return after + 1 < waves.size()
        ? waves.get(after + 1).after().minus(waves.get(after).after())
        : content.plan().repeat();
  }

  private Notice reminded(NoticeEvent.Reminded event) {
    var next = event.by().at().plus(pause(event.round()));
    return new Notice(content, stage, told, waiting, never, event.round(), Optional.of(next));
  }

  private Notice ended(NoticeEvent.Ended event) {
    var over = new Stage.Over(event.end(), event.number(), event.by().at());
    return new Notice(content, over, told, Map.of(), never, round, Optional.empty());
  }

  private IllegalStateException refused(NoticeEvent event) {
    return new IllegalStateException(
        stage.getClass().getSimpleName() + " does not allow " + event.getClass().getSimpleName());
  }

  /** As people see it: N15. */
  public String number() {
    return content.number();
  }

  /** Whether it holds. */
  public boolean isOpen() {
    return stage instanceof Stage.Open;
  }

  /** Whether it is a draft. */
  public boolean isDraft() {
    return stage instanceof Stage.Draft;
  }

  /** When something is due next; empty for one that is over, and for no other. */
  public Optional<Instant> due() {
    return switch (stage) {
      case Stage.Draft draft -> Optional.of(content.at().plus(DRAFT));
      case Stage.Open open ->
          Stream.concat(
                  Stream.concat(
                      waiting.values().stream().flatMap(verdict -> until(verdict).stream()),
                      chase.stream()),
                  Stream.of(content.until()))
              .min(Comparator.naturalOrder());
      case Stage.Over over -> Optional.empty();
    };
  }

  /** Until when something waits; empty for what does not. */
  public static Optional<Instant> until(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Group(Instant until) -> Optional.of(until);
      case Verdict.Hold(Instant until, Verdict.Why why) -> Optional.of(until);
      default -> Optional.empty();
    };
  }

  /**
   * What it says of a station.
   *
   * @param within the station and all that it lies in, and all that lies in it
   */
  public List<Item> items(Predicate<AreaCode> within) {
    return content.items().stream().filter(item -> item.areas().stream().anyMatch(within)).toList();
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "Notice[" + number() + " " + stage + "]";
  }
}
