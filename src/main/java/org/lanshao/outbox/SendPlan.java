package org.lanshao.outbox;

import java.time.Duration;
import java.util.List;
import org.lanshao.message.Outbound;
import org.lanshao.pace.Forecast;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Outgoing;

/** When messages will leave, computed before any of them is written. */
public record SendPlan(Outlets outlets) {
  /** How long each of these rows waits for its turn, in their order, after what waits before. */
  public List<Duration> waits(List<Outgoing.Line> before, List<NewOutgoing> rows) {
    return Forecast.waits(
        before.stream().map(this::line).toList(),
        rows.stream()
            .map(
                row ->
                    outlets.spends(row.channel(), new Outbound(row.id(), row.target(), row.part())))
            .toList());
  }

  private Forecast.Line line(Outgoing.Line line) {
    return new Forecast.Line(outlets.spends(line.channel(), line.first()), line.count());
  }
}
