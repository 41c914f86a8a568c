package org.lanshao.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.message.Reply;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/**
 * Looks whether every alert that is not closed has something due in future. One that has not will
 * never climb by itself: the administrators are told, once an hour.
 */
public final class AlertAudit {
  /** What has just become due is being looked at. */
  private static final Duration GRACE = Duration.ofSeconds(90);

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyyMMddHH");

  private final DeskPorts ports;
  private final Surroundings surroundings;
  private final Supplier<Directory> directory;
  private final Replies replies;
  private final Clock clock;

  /**
   * On the alerts of these ports.
   *
   * @param directory as it is at that moment: administrators come and go
   */
  public AlertAudit(DeskPorts ports, Surroundings surroundings, Supplier<Directory> directory) {
    this.ports = ports;
    this.surroundings = surroundings;
    this.directory = directory;
    this.replies = new Replies(surroundings);
    this.clock = surroundings.clock();
  }

  /** The numbers of the alerts that nothing will ring for; the administrators are told of them. */
  public List<String> audit() throws Unavailable {
    var forgotten = ports.facts().forgotten(clock.instant().minus(GRACE));
    if (!forgotten.isEmpty()) {
      var rows = new ArrayList<NewOutgoing>();
      var now = directory.get();
      var addresses = new Addresses(surroundings.with(now));
      now.people().stream()
          .filter(person -> person.role() == Role.ADMIN)
          .forEach(person -> rows.addAll(tell(person, forgotten, addresses)));
      ports.commit().send(rows);
    }
    return forgotten;
  }

  private List<NewOutgoing> tell(Person person, List<String> forgotten, Addresses addresses) {
    var slots = Map.of("numbers", String.join("、", forgotten));
    var said = surroundings.wording().in(person.language()).say(AlertWords.FORGOTTEN, slots);
    var part = new Reply.Part(said, List.of());
    var once =
        "alert-audit:"
            + HOUR.format(LocalDateTime.now(clock))
            + ":"
            + String.join("+", forgotten)
            + ":"
            + person.id();
    return addresses.of(person.id()).stream()
        .flatMap(
            address ->
                replies
                    .to(address, part, once, clock.instant(), NewOutgoing.Terms.of(Lane.EMERGENCY))
                    .stream())
        .toList();
  }
}
