package org.lanshao.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lanshao.season.Declaration;

/** Reminders in memory. */
public final class MemoryReminding implements Reminding {
  private final Map<String, Instant> scheduleToDone = new HashMap<>();
  private final Map<String, List<String>> recipientAndDayToSchedules = new HashMap<>();
  private final List<Declaration> declared = new ArrayList<>();

  /** All that went out, in its order. */
  public final List<NewOutgoing> sent = new ArrayList<>();

  @Override
  public synchronized Map<String, Instant> done(List<String> schedules, Instant now) {
    schedules.forEach(id -> scheduleToDone.putIfAbsent(id, now));
    return Map.copyOf(scheduleToDone);
  }

  @Override
  public synchronized boolean remind(Round round) {
    if (!scheduleToDone.getOrDefault(round.schedule(), Instant.EPOCH).isBefore(round.until())) {
      return false;
    }
    scheduleToDone.put(round.schedule(), round.until());
    for (Letter letter : round.letters()) {
      var schedules = schedules(letter.recipient(), round.day());
      if (schedules.size() < round.most()) {
        schedules.add(round.schedule());
        sent.addAll(letter.messages());
      }
    }
    return true;
  }

  private List<String> schedules(String recipient, LocalDate day) {
    return recipientAndDayToSchedules.computeIfAbsent(recipient + day, k -> new ArrayList<>());
  }

  @Override
  public synchronized Optional<String> reminded(String recipient, LocalDate day) {
    var schedules = schedules(recipient, day);
    return schedules.isEmpty() ? Optional.empty() : Optional.of(schedules.getLast());
  }

  @Override
  public synchronized List<Declaration> declared() {
    return List.copyOf(declared);
  }

  synchronized void declare(Declaration declaration) {
    declared.removeIf(declaration::isOf);
    declared.add(declaration);
  }
}
