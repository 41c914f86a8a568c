package org.lanshao.desk.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lanshao.count.Report;
import org.lanshao.desk.talk.Addresses;
import org.lanshao.desk.talk.Replies;
import org.lanshao.desk.talk.Surroundings;
import org.lanshao.directory.Person;
import org.lanshao.directory.PersonId;
import org.lanshao.message.ChannelName;
import org.lanshao.message.Chat;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Reply;
import org.lanshao.record.Revision;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Facts;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.NewTimer;
import org.lanshao.turn.Records.Changed;
import org.lanshao.turn.Reports.Known;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers.Due;
import org.lanshao.turn.Unavailable;

/**
 * Tells people of corrections and withdrawals that move numbers they were given. A timer stands for
 * all that is revised in one minute and is looked at in a conversation of its own, so that each of
 * them gets one message however much was revised.
 */
public final class ReportWatch {
  /** No channel of the settings can be called so: their names have no colon. */
  private static final ChannelName OWN = new ChannelName("report:");

  /** After the minute has ended, for turns that are committed late. */
  private static final Duration AFTER = Duration.ofMinutes(2);

  private final Facts facts;
  private final Surroundings surroundings;
  private final Clock clock;
  private final Duration watched;
  private final Addresses addresses;
  private final Replies replies;

  /** By the reports that are kept, for as long as these surroundings say. */
  public ReportWatch(Facts facts, Surroundings surroundings) {
    this.facts = facts;
    this.surroundings = surroundings;
    this.clock = surroundings.clock();
    this.watched = Duration.ofDays(surroundings.courtesy().reports());
    this.addresses = new Addresses(surroundings);
    this.replies = new Replies(surroundings);
  }

  /** Whether looks at reports are turns of this conversation. */
  public static boolean isOwn(ConversationId conversation) {
    return conversation.channel().equals(OWN);
  }

  /** The timer of this minute, if any of these takes back what was counted. */
  public List<NewTimer> timers(List<Changes.Filing> filings) {
    if (filings.stream().noneMatch(filing -> moves(filing.revision().state()))) {
      return List.of();
    }
    var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    var id = UUID.nameUUIDFromBytes(("report " + minute).getBytes(UTF_8));
    var conversation = new ConversationId(OWN, new Chat.Private(), "numbers");
    return List.of(
        new NewTimer(id, NewTimer.Kind.REPORT, conversation, minute.plus(AFTER), minute));
  }

  private static boolean moves(Revision.State state) {
    return state == Revision.State.CORRECTED || state == Revision.State.WITHDRAWN;
  }

  /**
   * Looks at minutes in which something was revised, and tells who must know.
   *
   * @return what becomes of their timers
   */
  public List<TimerMove> look(List<Due> dues) throws Unavailable {
    var first = dues.stream().map(Due::since).min(Instant::compareTo).orElseThrow();
    var revised =
        facts.records().revised(first.minusMillis(1)).stream()
            .filter(one -> moves(one.state()))
            .toList();
    var moved = new ArrayList<Moved>();
    for (Known known : facts.reports().since(clock.instant().minus(watched))) {
      if (revised.stream().anyMatch(one -> touches(one, known.report()))) {
        moved(known).ifPresent(moved::add);
      }
    }
    if (!moved.isEmpty()) {
      facts.reports().tell(moved.stream().map(Moved::now).toList(), messages(moved, first));
    }
    return dues.stream().map(TimerMove::done).toList();
  }

  /** Whether a record is, or was, among those that a report tells of. */
  private boolean touches(Changed changed, Report report) {
    return report.forms().contains(changed.form())
        && report.inputs().stream().anyMatch(input -> touches(changed.day(), input))
        && changed.isIn(report.scope(), surroundings.directory());
  }

  /** What opened or closed a matter of these days may have been filed on any day. */
  private static boolean touches(LocalDate day, Report.Input input) {
    return input.isOfMatters() || input.source().days().holds(day);
  }

  /** A report whose numbers are others than its reader knows. */
  private record Moved(Known before, Known now) {}

  private Optional<Moved> moved(Known known) throws Unavailable {
    var numbers = new ArrayList<Long>();
    for (Report.Input input : known.report().inputs()) {
      numbers.add(ReportNumbers.now(facts, input.source()));
    }
    return numbers.equals(known.numbers())
        ? Optional.empty()
        : Optional.of(new Moved(known, new Known(known.report(), numbers)));
  }

  private List<NewOutgoing> messages(List<Moved> moved, Instant minute) {
    var personToMoved = new LinkedHashMap<PersonId, List<Moved>>();
    for (Moved one : moved) {
      personToMoved
          .computeIfAbsent(one.before().report().by(), person -> new ArrayList<>())
          .add(one);
    }
    var rows = new ArrayList<NewOutgoing>();
    personToMoved.forEach(
        (person, theirs) ->
            surroundings
                .directory()
                .atWork(person)
                .ifPresent(reader -> rows.addAll(message(reader, theirs, minute))));
    return rows;
  }

  private List<NewOutgoing> message(Person reader, List<Moved> moved, Instant minute) {
    var wording = surroundings.wording().in(reader.language());
    var lines =
        moved.stream()
            .map(one -> ReportLines.moved(one.before(), one.now().numbers()))
            .collect(Collectors.joining("\n"));
    var last = moved.getLast().before().report();
    var day = LocalDate.ofInstant(last.at(), clock.getZone());
    boolean open = !last.range().last().isBefore(day);
    var slots = Map.of("lines", lines, "number", last.number());
    var text = wording.say(open ? ReportWords.MOVED_OPEN : ReportWords.MOVED, slots);
    var once = "report:" + minute.toEpochMilli() + ":" + reader.id();
    return addresses.of(reader.id()).stream()
        .flatMap(
            address ->
                replies
                    .to(
                        address,
                        new Reply.Part(text, List.of()),
                        once,
                        clock.instant(),
                        Terms.of(Lane.DIGEST))
                    .stream())
        .toList();
  }
}
