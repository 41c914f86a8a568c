package org.lanshao.turn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lanshao.directory.PersonId;
import org.lanshao.notice.Notice;
import org.lanshao.notice.Reference;
import org.lanshao.notice.Silence;
import org.lanshao.notice.Unit;

/** What is known of notices, in memory. */
final class MemoryNotices implements Notices {
  private final Function<UUID, Optional<Instant>> dues;
  private final Map<String, List<NoticeStep>> numberToSteps = new LinkedHashMap<>();
  private final Map<String, Map<String, NoticeReceipt>> receipts = new HashMap<>();
  private final Map<String, Silence> silences = new LinkedHashMap<>();

  /**
   * Of nothing yet.
   *
   * @param dues when a timer rings; empty when there is none
   */
  MemoryNotices(Function<UUID, Optional<Instant>> dues) {
    this.dues = dues;
  }

  boolean isNext(NoticeChanges changes) {
    return changes.steps().stream().allMatch(step -> step.from() == length(step.number()))
        && changes.stillAsked().stream().allMatch(this::isStill);
  }

  private boolean isStill(Asked asked) {
    return asked(List.of(asked.unit())).contains(asked);
  }

  private long length(String number) {
    var steps = numberToSteps.get(number);
    return steps == null ? 0 : steps.getLast().to();
  }

  void write(NoticeChanges changes) {
    for (NoticeStep step : changes.steps()) {
      numberToSteps.computeIfAbsent(step.number(), n -> new ArrayList<>()).add(step);
    }
    for (NoticeReceipt receipt : changes.receipts()) {
      receipts
          .computeIfAbsent(receipt.notice(), n -> new LinkedHashMap<>())
          .putIfAbsent(receipt.unit().key(), receipt);
    }
    changes
        .silences()
        .forEach(silence -> silences.put(silence.kind() + " " + silence.area(), silence));
  }

  @Override
  public synchronized Optional<KeptNotice> notice(String number) {
    return Optional.ofNullable(numberToSteps.get(number)).map(MemoryNotices::kept);
  }

  private static KeptNotice kept(List<NoticeStep> steps) {
    var last = steps.getLast();
    return new KeptNotice(last.after(), last.to(), last.timer());
  }

  private Stream<KeptNotice> all() {
    return numberToSteps.values().stream().map(MemoryNotices::kept);
  }

  private static Instant changed(List<NoticeStep> steps) {
    return steps.getLast().events().getLast().by().at();
  }

  @Override
  public List<KeptNotice> current(Instant since) {
    return numberToSteps.values().stream()
        .filter(
            steps -> steps.getLast().after().due().isPresent() || !changed(steps).isBefore(since))
        .sorted(Comparator.comparing(MemoryNotices::changed))
        .map(MemoryNotices::kept)
        .toList();
  }

  @Override
  public Optional<KeptNotice> draft(PersonId person) {
    return numberToSteps.values().stream()
        .filter(steps -> steps.getLast().after().isDraft())
        .filter(
            steps -> steps.getFirst().events().getFirst().by().person().equals(Optional.of(person)))
        .max(Comparator.comparing(MemoryNotices::changed))
        .map(MemoryNotices::kept);
  }

  @Override
  public Optional<KeptNotice> identified(String identifier) {
    return all()
        .filter(
            kept ->
                kept.notice().content().source().map(Reference::identifier).stream()
                    .anyMatch(identifier::equals))
        .findFirst();
  }

  @Override
  public List<Asked> asked(List<Unit> units) {
    return all()
        .filter(kept -> kept.notice().isOpen())
        .sorted(
            Comparator.comparing((KeptNotice kept) -> !kept.notice().content().isUrgent())
                .thenComparing(
                    kept -> changed(numberToSteps.getOrDefault(kept.notice().number(), List.of())),
                    Comparator.reverseOrder()))
        .flatMap(kept -> asked(kept.notice(), units))
        .filter(asked -> receipt(asked.number(), asked.unit()).isEmpty())
        .toList();
  }

  private Stream<Asked> asked(Notice notice, List<Unit> units) {
    return units(notice.number()).stream()
        .filter(units::contains)
        .map(unit -> new Asked(notice.number(), notice.content().first().headline(), unit));
  }

  @Override
  public List<Unit> units(String number) {
    return numberToSteps.getOrDefault(number, List.of()).stream()
        .flatMap(step -> step.asked().stream())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public Optional<Asked> asked(String number, List<Unit> units) {
    return notice(number).stream().flatMap(kept -> asked(kept.notice(), units)).findFirst();
  }

  @Override
  public List<NoticeReceipt> receipts(String number) {
    return receipts.getOrDefault(number, Map.of()).values().stream()
        .sorted(Comparator.comparing(NoticeReceipt::at))
        .toList();
  }

  @Override
  public List<NoticeReceipt> confirmed(List<Unit> units, int most) {
    return all()
        .filter(kept -> kept.notice().isOpen())
        .flatMap(kept -> receipts(kept.notice().number()).stream())
        .filter(receipt -> units.contains(receipt.unit()))
        .sorted(NoticeReceipt.NEWEST)
        .limit(most)
        .toList();
  }

  @Override
  public Optional<NoticeReceipt> receipt(String number, Unit unit) {
    return Optional.ofNullable(receipts.getOrDefault(number, Map.of()).get(unit.key()));
  }

  @Override
  public synchronized List<String> forgotten(Instant now) {
    return all()
        .filter(kept -> kept.notice().due().isPresent())
        .filter(kept -> kept.timer().flatMap(dues).filter(due -> due.isAfter(now)).isEmpty())
        .map(kept -> kept.notice().number())
        .toList();
  }

  @Override
  public List<Silence> silences(Instant now) {
    return silences.values().stream().filter(silence -> silence.until().isAfter(now)).toList();
  }
}
