package org.lanshao.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.lanshao.desk.alert.AlertWords;
import org.lanshao.desk.notice.NoticeWords;
import org.lanshao.desk.talk.Addresses;
import org.lanshao.desk.talk.DeskPorts;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Phrase;
import org.lanshao.message.Reply;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Unavailable;

/**
 * Looks whether every alert that is not closed, and every notice that is not over, has something
 * due in future. One that has not will never climb or remind by itself: the administrators are
 * told, once an hour.
 */
public final class DueAudit {
  /** What has just become due is being looked at. */
  private static final Duration GRACE = Duration.ofSeconds(90);

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyyMMddHH");

  private final DeskPorts ports;
  private final Surroundings surroundings;
  private final Supplier<Directory> directory;
  private final Replies replies;
  private final Clock clock;

  /** What must always have something due until it is over. */
  public enum Watched {
    /** Emergencies. */
    ALERT(AlertWords.FORGOTTEN),
    /** Notices. */
    NOTICE(NoticeWords.FORGOTTEN);

    @SuppressWarnings("ImmutableEnumChecker") // phrases are constants of enums
    private final Phrase phrase;

    Watched(Phrase phrase) {
      this.phrase = phrase;
    }

    /** As it is called in names of metrics, codes and messages: {@code alert}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private List<String> forgotten(Facts facts, Instant now) throws Unavailable {
      return switch (this) {
        case ALERT -> facts.forgotten(now);
        case NOTICE -> facts.notices().forgotten(now);
      };
    }
  }

  /**
   * On what is open in these ports.
   *
   * @param directory as it is at that moment: administrators come and go
   */
  public DueAudit(DeskPorts ports, Surroundings surroundings, Supplier<Directory> directory) {
    this.ports = ports;
    this.surroundings = surroundings;
    this.directory = directory;
    this.replies = new Replies(surroundings);
    this.clock = surroundings.clock();
  }

  /** The numbers of what nothing will ring for, of each kind; the administrators are told. */
  public Map<Watched, List<String>> audit() throws Unavailable {
    var found = new EnumMap<Watched, List<String>>(Watched.class);
    for (Watched watched : Watched.values()) {
      var forgotten = watched.forgotten(ports.facts(), clock.instant().minus(GRACE));
      found.put(watched, forgotten);
      if (!forgotten.isEmpty()) {
        ports.commit().send(rows(watched, forgotten));
      }
    }
    return found;
  }

  private List<NewOutgoing> rows(Watched watched, List<String> forgotten) {
    var rows = new ArrayList<NewOutgoing>();
    var now = directory.get();
    var addresses = new Addresses(surroundings.with(now));
    now.people().stream()
        .filter(person -> person.role() == Role.ADMIN)
        .forEach(person -> rows.addAll(tell(watched, person, forgotten, addresses)));
    return rows;
  }

  private List<NewOutgoing> tell(
      Watched watched, Person person, List<String> forgotten, Addresses addresses) {
    var slots = Map.of("numbers", String.join("、", forgotten));
    var said = surroundings.wording().in(person.language()).say(watched.phrase, slots);
    var part = new Reply.Part(said, List.of());
    var once =
        watched.word()
            + "-audit:"
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
