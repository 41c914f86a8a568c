package org.lanshao.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lanshao.alert.By;
import org.lanshao.alert.Plan;
import org.lanshao.alert.Slot;
import org.lanshao.alert.Times;
import org.lanshao.alert.Wave;
import org.lanshao.directory.Agency;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.PersonId;

/** Notices to test with. */
public final class Notes {
  public static final AreaCode TOWN = new AreaCode("445381101");
  public static final AreaCode OTHER = new AreaCode("445322115");
  public static final Plan PLAN =
      new Plan(
          "confirmations",
          List.of(
              new Wave(Duration.ZERO, List.of(Slot.HEAD), List.of()),
              new Wave(Duration.ofMinutes(10), List.of(Slot.HEAD), List.of()),
              new Wave(Duration.ofMinutes(30), List.of(Slot.COUNTY), List.of())),
          Duration.ofMinutes(30),
          1,
          Set.of(),
          Times.USUAL);

  private Notes() {}

  public static By by(String person, Instant at) {
    return new By(Optional.of(new PersonId(person)), "sandbox/" + person, at);
  }

  /** A red rain warning to two stations. */
  public static NoticeEvent.Drafted drafted(String number, By by) {
    var item =
        new Item(
            "暴雨",
            new Level.Signal(Colour.RED),
            Set.of(TOWN, OTHER),
            "暴雨红色预警",
            "请马上转移",
            Optional.empty());
    return new NoticeEvent.Drafted(
        by,
        new Content(
            number,
            by.at(),
            Status.ACTUAL,
            Act.ALERT,
            List.of(item),
            Asks.STATION,
            false,
            Optional.empty(),
            Optional.of(new Reference("met", "id-" + number, by.at())),
            Set.of(TOWN, OTHER),
            Set.of(new Agency("三防办")),
            PLAN));
  }
}
