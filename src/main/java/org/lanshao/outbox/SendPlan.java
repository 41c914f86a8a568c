package org.lanshao.outbox;

import java.time.Duration;
import java.util.List;
import org.lanshao.channel.Spend;
import org.lanshao.message.Outbound;
import org.lanshao.pace.Forecast;
import org.lanshao.turn.NewOutgoing;

/** When messages will leave, computed before any of them is written. */
public record SendPlan(Outlets outlets) {
  /** How long each of these waits for its turn, in their order. */
  public List<Duration> waits(List<NewOutgoing> rows) {
    return Forecast.waits(rows.stream().map(this::spends).toList());
  }

  private List<Spend> spends(NewOutgoing row) {
    return outlets.spends(row.channel(), new Outbound(row.id(), row.target(), row.part()));
  }
}
