package org.lanshao.turn;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.lanshao.count.Report;

/** Reports in memory. */
final class MemoryReports implements Reports {
  private final Map<String, Known> numberToKnown = new LinkedHashMap<>();
  private final BiConsumer<String, NewOutgoing> sending;

  MemoryReports(BiConsumer<String, NewOutgoing> sending) {
    this.sending = sending;
  }

  @Override
  public synchronized void keep(Report report) {
    var numbers = report.inputs().stream().map(Report.Input::number).toList();
    numberToKnown.putIfAbsent(report.number(), new Known(report, numbers));
  }

  @Override
  public synchronized Optional<Report> report(String number) {
    return Optional.ofNullable(numberToKnown.get(number)).map(Known::report);
  }

  @Override
  public synchronized List<Known> since(Instant since) {
    return numberToKnown.values().stream()
        .filter(known -> !known.report().at().isBefore(since))
        .toList();
  }

  @Override
  public synchronized void tell(List<Known> known, List<NewOutgoing> messages) {
    known.forEach(one -> numberToKnown.put(one.report().number(), one));
    messages.forEach(message -> sending.accept(message.once(), message));
  }
}
