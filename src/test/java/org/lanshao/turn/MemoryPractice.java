package org.lanshao.turn;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanshao.alert.Alert;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Media;
import org.lanshao.reading.Practice;
import org.lanshao.record.Submission;

/** What practice has left of records and alerts, in memory. */
final class MemoryPractice implements PracticeBook {
  private final List<Changes.Filing> filings;
  private final Map<String, List<AlertStep>> alerts;
  private final MemoryMatters matters;
  private final List<Media.Sent> dropped;
  private final Map<String, NewOutgoing> outgoing;

  MemoryPractice(
      List<Changes.Filing> filings,
      Map<String, List<AlertStep>> alerts,
      MemoryMatters matters,
      List<Media.Sent> dropped,
      Map<String, NewOutgoing> outgoing) {
    this.filings = filings;
    this.alerts = alerts;
    this.matters = matters;
    this.dropped = dropped;
    this.outgoing = outgoing;
  }

  @Override
  public List<Left> of(Set<PersonId> people) {
    var left = new HashMap<String, Left>();
    filings.stream()
        .map(Changes.Filing::submission)
        .filter(Submission::isPractice)
        .forEach(r -> left.putIfAbsent(r.number(), new Left(r.number(), r.person(), r.at())));
    alerts.forEach(
        (number, steps) -> {
          Alert alert = steps.getLast().after();
          var begun = alert.core().begun();
          if (begun.practice()) {
            begun
                .reporter()
                .person()
                .ifPresent(who -> left.putIfAbsent(number, new Left(number, who, begun.at())));
          }
        });
    return left.values().stream()
        .filter(one -> people.contains(one.person()))
        .sorted(Comparator.comparing(Left::at).thenComparing(Left::number).reversed())
        .toList();
  }

  @Override
  public void remove(List<Removal> removals) {
    removals.stream().filter(one -> Practice.is(one.number())).forEach(this::remove);
  }

  private void remove(Removal removal) {
    filings.removeIf(filing -> filing.submission().number().equals(removal.number()));
    alerts.remove(removal.number());
    matters.removeOpenedBy(removal.number());
    dropped.addAll(removal.media());
    outgoing.keySet().removeIf(once -> removal.messages().stream().anyMatch(once::startsWith));
  }
}
