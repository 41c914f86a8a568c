package org.lanshao.alarm;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.lanshao.backup.BackupNotes;
import org.lanshao.directory.Group;
import org.lanshao.message.Outbound;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Symptoms;
import org.lanshao.turn.Unavailable;

/** The signs that are looked at. */
public final class Signs {
  private Signs() {}

  /** A message that is due waits longer than {@code patience}. */
  public static Sign outbox(Symptoms symptoms, Duration patience) {
    return now ->
        symptoms
            .oldestDue(now)
            .filter(due -> due.plus(patience).isBefore(now))
            .map(due -> Map.of("minutes", Long.toString(Duration.between(due, now).toMinutes())))
            .map(slots -> List.of(new Finding(Kind.OUTBOX_STALLED, slots)))
            .orElse(List.of());
  }

  /** A platform refuses the settings of a channel. */
  public static Sign settings(Symptoms symptoms) {
    return now ->
        symptoms.settingsRefused().stream()
            .map(
                refused ->
                    new Finding(
                        Kind.SETTINGS_REFUSED,
                        refused.channel().text(),
                        Map.of(
                            "channel", refused.channel().text(),
                            "code", refused.platformCode())))
            .distinct()
            .toList();
  }

  /** Nothing gets through to a group any more. */
  public static Sign webhooks(Symptoms symptoms, Supplier<List<Group>> groups) {
    return now -> {
      var gone = symptoms.goneTargets();
      return groups.get().stream()
          .filter(group -> !group.send().isEmpty())
          .filter(group -> gone.contains(symptoms.name(new Outbound.Target.ToGroup(group.send()))))
          .map(group -> group.id().text())
          .map(id -> new Finding(Kind.WEBHOOK_DEAD, id, Map.of("group", id)))
          .toList();
    };
  }

  /** Less than so many bytes are free where this folder lies. */
  public static Sign disk(Path folder, long least) {
    // Asked without the table of mounts, which a hardened unit may hide.
    return disk(folder.toFile()::getUsableSpace, least);
  }

  static Sign disk(LongSupplier free, long least) {
    return now -> {
      long left = free.getAsLong();
      return left < least
          ? List.of(new Finding(Kind.DISK_LOW, Map.of("megabytes", Long.toString(left >> 20))))
          : List.of();
    };
  }

  /** The last backup failed. */
  public static Sign failedBackup(Facts facts) {
    return now ->
        facts
            .remembered(BackupNotes.FAILED)
            .flatMap(BackupNotes::code)
            .map(code -> List.of(new Finding(Kind.BACKUP_FAILED, Map.of("code", code))))
            .orElse(List.of());
  }

  /**
   * The last good backup is older than {@code most}.
   *
   * @param since what counts when there is none
   */
  public static Sign overdueBackup(Facts facts, Duration most, Instant since) {
    return now -> {
      var last = facts.remembered(BackupNotes.GOOD).map(Instant::parse).orElse(since);
      long hours = Duration.between(last, now).toHours();
      return last.plus(most).isBefore(now)
          ? List.of(new Finding(Kind.BACKUP_OVERDUE, Map.of("hours", Long.toString(hours))))
          : List.of();
    };
  }

  /** Something that either holds or does not. */
  public static Sign when(BooleanSupplier wrong, Kind kind) {
    return now -> wrong.getAsBoolean() ? List.of(new Finding(kind, Map.of())) : List.of();
  }

  /**
   * The clock went another way than time, since the last look, by more than {@code most}.
   *
   * @param nanos time that only goes forward
   */
  public static Sign clock(Clock clock, LongSupplier nanos, Duration most) {
    return new Sign() {
      private Optional<Instant> before = Optional.empty();
      private long nanosBefore;

      @Override
      public synchronized List<Finding> look(Instant now) throws Unavailable {
        long passed = nanos.getAsLong();
        var expected = before.map(b -> b.plusNanos(passed - nanosBefore));
        var is = clock.instant();
        before = Optional.of(is);
        nanosBefore = passed;
        return expected
            .map(e -> Duration.between(e, is))
            .filter(jump -> jump.abs().compareTo(most) > 0)
            .map(jump -> Map.of("seconds", Long.toString(jump.toSeconds())))
            .map(slots -> List.of(new Finding(Kind.CLOCK_JUMPED, slots)))
            .orElse(List.of());
      }
    };
  }
}
