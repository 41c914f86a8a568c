package org.lanshao.desk.season;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.lanshao.desk.matter.Reminders;
import org.lanshao.desk.talk.Addresses;
import org.lanshao.desk.talk.Decision;
import org.lanshao.desk.talk.Effect;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Shelf;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.desk.talk.Unheard;
import org.lanshao.directory.Area;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Directory;
import org.lanshao.directory.Group;
import org.lanshao.directory.Person;
import org.lanshao.directory.Role;
import org.lanshao.form.Wording;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.notice.Notice;
import org.lanshao.notice.NoticeEvent;
import org.lanshao.turn.Facts;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.NoticeChanges;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers.Due;
import org.lanshao.turn.Unavailable;

/**
 * Once a danger is over, tells each station how many of those moved are not home: at once, and each
 * morning until all are. A timer stands for a station and is looked at in a conversation of its
 * own; a second all-clear finds it there and adds none.
 */
public final class Homeward {
  /** No channel of the settings can be called so: their names have no colon. */
  private static final ChannelName OWN = new ChannelName("shelter:");

  private final Sheltered sheltered;
  private final Surroundings surroundings;
  private final Directory directory;
  private final Clock clock;

  /** By the relocations that are on record. */
  public Homeward(Facts facts, Shelf shelf, Surroundings surroundings) {
    this.sheltered = new Sheltered(facts, shelf);
    this.surroundings = surroundings;
    this.directory = surroundings.directory();
    this.clock = surroundings.clock();
  }

  /** Whether looks at who is home are turns of this conversation. */
  public static boolean isOwn(ConversationId conversation) {
    return conversation.channel().equals(OWN);
  }

  /** The timers of the stations where what a turn does to notices lifts one. */
  public List<NewTimer> timers(NoticeChanges changes) {
    return changes.steps().stream()
        .filter(step -> step.events().stream().anyMatch(Homeward::lifts))
        .flatMap(step -> step.after().content().stations().stream())
        .distinct()
        .map(this::timer)
        .toList();
  }

  private static boolean lifts(NoticeEvent event) {
    return event instanceof NoticeEvent.Ended ended && ended.end() == Notice.End.LIFTED;
  }

  private NewTimer timer(AreaCode station) {
    var id = UUID.nameUUIDFromBytes(("shelter " + station).getBytes(UTF_8));
    var conversation = new ConversationId(OWN, new Chat.Private(), station.text());
    var now = clock.instant();
    return new NewTimer(id, NewTimer.Kind.SHELTER, conversation, now, now);
  }

  /** What follows when it is time to tell a station; only moves when all are home. */
  public Decision look(List<Due> dues) throws Unavailable {
    var now = clock.instant();
    var calm = surroundings.courtesy().calm(now, clock.getZone());
    if (calm.isAfter(now)) {
      return Decision.nothing().with(Reminders.later(dues, calm), Effect.Move::new);
    }
    var station = new AreaCode(dues.getFirst().conversation().account());
    var left = sheltered.in(station);
    if (left.isEmpty()) {
      return Decision.nothing().with(dues.stream().map(TimerMove::done).toList(), Effect.Move::new);
    }
    var morning = surroundings.courtesy().nextMorning(now, clock.getZone());
    return Decision.nothing()
        .with(messages(station, left, now), Effect.Send::new)
        .with(Reminders.later(dues, morning), Effect.Move::new);
  }

  /** To its heads, or where it has none to the officers of its town, and to its groups. */
  private List<NewOutgoing> messages(AreaCode station, Sheltered.Left left, Instant now) {
    var addresses = new Addresses(surroundings);
    var once = "shelter:" + station + ":" + LocalDate.now(clock) + ":";
    var rows = new ArrayList<NewOutgoing>();
    for (Person person : people(station)) {
      var said = said(station, left, surroundings.wording().in(person.language()));
      addresses
          .of(person.id())
          .ifPresent(to -> rows.addAll(rows(to, said, once + "p." + person.id(), now)));
    }
    var words = surroundings.wording();
    for (Group group : directory.groups()) {
      if (group.isOwn() && group.area().equals(station)) {
        var said = Unheard.behind(said(station, left, words), group, words);
        addresses
            .of(group.id())
            .ifPresent(to -> rows.addAll(rows(to, said, once + "g." + group.id(), now)));
      }
    }
    return rows;
  }

  private List<Person> people(AreaCode station) {
    var heads = directory.holders(Role.HEAD, station);
    return heads.isEmpty() ? directory.holders(Role.TOWN, station) : heads;
  }

  private List<NewOutgoing> rows(Addresses.Address to, String said, String once, Instant now) {
    var part = new Reply.Part(said, List.of());
    return new Replies(surroundings).to(to, part, once, now, Terms.NOTICE);
  }

  private String said(AreaCode station, Sheltered.Left left, Wording words) {
    var slots = new HashMap<>(left.slots());
    slots.put("station", directory.area(station).map(Area::name).orElse(station.text()));
    return words.say(SeasonWords.STILL_SHELTERED, slots);
  }
}
