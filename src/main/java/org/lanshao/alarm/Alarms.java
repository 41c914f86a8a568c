package org.lanshao.alarm;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lanshao.form.Wording;
import org.lanshao.turn.AlarmBook;
import org.lanshao.turn.Lane;
import org.lanshao.turn.NewOutgoing.Terms;
import org.lanshao.turn.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all signs every ten seconds. What it finds is told to the administrators, through the
 * outbox, and to the operations webhook, past it, once an hour, or a day, for as long as it lasts;
 * that it is over is told once. All nodes together tell a thing once: they agree in the {@link
 * AlarmBook}, which also outlasts restarts. While there is no database a node decides alone.
 */
public final class Alarms implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** By then it is told again, or over. */
  private static final Duration OF_USE = Duration.ofHours(1);

  private final List<Sign> signs;
  private final AlarmBook book;
  private final Ways ways;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Map<Kind, Long> counts = new java.util.concurrent.ConcurrentHashMap<>();
  private final Thread thread = Thread.ofVirtual().name("alarms").unstarted(this::run);
  // Of the thread alone.
  private final Map<String, Told> told = new HashMap<>();
  private final Map<String, Operations.Notice> unsent = new LinkedHashMap<>();

  /**
   * How people are told.
   *
   * @param node the name of this node
   * @param wording what is said now
   */
  public record Ways(
      Operations operations, AdminMail admins, Supplier<Wording> wording, String node) {}

  private record Told(Kind kind, Instant at) {}

  /** It does nothing until it is started. */
  public Alarms(List<Sign> signs, AlarmBook book, Ways ways, Clock clock, MeterRegistry meters) {
    this.signs = List.copyOf(signs);
    this.book = book;
    this.ways = ways;
    this.clock = clock;
    this.meters = meters;
    for (Kind kind : Kind.values()) {
      Gauge.builder("lanshao.alarms", this, it -> it.counts.getOrDefault(kind, 0L))
          .description("What is wrong now, by kind")
          .tag("alarm", kind.code())
          .register(meters);
      meters.counter("lanshao.alarms.told", "alarm", kind.code());
    }
    meters.counter("lanshao.operations.failed");
  }

  /** Begins to look. */
  public void start() {
    thread.start();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        look();
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.atError().addKeyValue("error", e.getClass().getName()).log("a look at alarms failed");
      }
    }
  }

  /** Looks once. */
  void look() {
    Instant now = clock.instant();
    var found = new LinkedHashMap<String, Finding>();
    var unknown = new HashSet<Sign>();
    for (Sign sign : signs) {
      find(sign, now, found, unknown);
    }
    count(found.values());
    found.forEach((cause, finding) -> raise(cause, finding, now));
    if (unknown.isEmpty()) {
      ended(found.keySet()).forEach((cause, kind) -> end(cause, kind, now));
    }
    sendAgain();
  }

  /** What a sign shows; one that cannot be looked at shows nothing, and nothing is over. */
  private void find(Sign sign, Instant now, Map<String, Finding> found, Set<Sign> unknown) {
    try {
      sign.look(now).forEach(finding -> found.put(cause(finding), finding));
    } catch (Unavailable e) {
      unknown.add(sign);
      LOG.atDebug().addKeyValue("code", e.code()).log("a sign was not seen");
    }
  }

  private String cause(Finding finding) {
    var local = finding.kind().isLocal() ? "@" + ways.node() : "";
    return finding.kind().code() + ":" + finding.subject() + local;
  }

  private void count(Iterable<Finding> found) {
    var next = new HashMap<Kind, Long>();
    found.forEach(finding -> next.merge(finding.kind(), 1L, Long::sum));
    for (Kind kind : Kind.values()) {
      counts.put(kind, next.getOrDefault(kind, 0L));
    }
  }

  private void raise(String cause, Finding finding, Instant now) {
    var last = Optional.ofNullable(told.get(cause));
    if (last.filter(t -> t.at().plus(finding.kind().quiet()).isAfter(now)).isPresent()) {
      return;
    }
    boolean mine = isMine(cause, finding.kind(), now);
    told.put(cause, new Told(finding.kind(), now));
    if (mine) {
      tell(cause, finding, now);
    }
  }

  /** Whether it is for this node to tell. */
  private boolean isMine(String cause, Kind kind, Instant now) {
    try {
      return book.tell(cause, now, now.minus(kind.quiet()));
    } catch (Unavailable alone) {
      return true;
    }
  }

  private void tell(String cause, Finding finding, Instant now) {
    var kind = finding.kind();
    LOG.atWarn()
        .addKeyValue("code", kind.code())
        .addKeyValue("subject", finding.subject())
        .log("alarm");
    meters.counter("lanshao.alarms.told", "alarm", kind.code()).increment();
    operations(cause, kind, true, say(AlarmWords.of(kind), finding.slots(), "zh"));
    if (kind.isToldToAdmins()) {
      admins(language -> say(AlarmWords.of(kind), finding.slots(), language), cause, now);
    }
  }

  /**
   * What was told and is not found any more: by any node, but of other nodes only what all know.
   */
  private Map<String, Kind> ended(Set<String> found) {
    var ended = new HashMap<String, Kind>();
    told.forEach((cause, t) -> ended.put(cause, t.kind()));
    try {
      for (String cause : book.open()) {
        kind(cause).ifPresent(kind -> ended.put(cause, kind));
      }
    } catch (Unavailable alone) {
      LOG.atDebug().addKeyValue("code", alone.code()).log("alarms of before were not seen");
    }
    ended.keySet().removeAll(found);
    return ended;
  }

  private Optional<Kind> kind(String cause) {
    for (Kind kind : Kind.values()) {
      boolean here = !kind.isLocal() || cause.endsWith("@" + ways.node());
      if (cause.startsWith(kind.code() + ":") && here) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private void end(String cause, Kind kind, Instant now) {
    boolean mine;
    try {
      mine = book.end(cause) || (told.containsKey(cause) && wasToldAlone(kind));
    } catch (Unavailable later) {
      return;
    }
    told.remove(cause);
    if (!mine) {
      return;
    }
    LOG.atInfo().addKeyValue("code", kind.code()).log("all clear");
    operations(cause, kind, false, clear(kind, "zh"));
    admins(language -> clear(kind, language), "clear:" + cause, now);
  }

  /** The book could not be written while this lasted. */
  private static boolean wasToldAlone(Kind kind) {
    return kind == Kind.DATABASE_DOWN;
  }

  private String clear(Kind kind, String language) {
    var title = say(AlarmWords.title(kind), Map.of(), language);
    return say(AlarmWords.ALL_CLEAR, Map.of("title", title), language);
  }

  private String say(AlarmWords words, Map<String, String> slots, String language) {
    return ways.wording().get().in(language).say(words, slots);
  }

  private void admins(
      java.util.function.Function<String, String> languageToText, String cause, Instant now) {
    var terms = new Terms(Lane.NOTICE, Optional.of(now.plus(OF_USE)), Optional.empty());
    try {
      ways.admins().tell(languageToText, "alarm:" + cause + ":" + now.getEpochSecond(), terms);
    } catch (Unavailable e) {
      LOG.atWarn().addKeyValue("code", e.code()).log("admins were not told of an alarm");
    }
  }

  private void operations(String cause, Kind kind, boolean raised, String text) {
    unsent.put(cause, new Operations.Notice(kind.code(), raised, ways.node(), text));
  }

  /** What could not be told is tried again at the next look; of one cause the newest. */
  private void sendAgain() {
    for (var notice : new ArrayList<>(unsent.entrySet())) {
      if (ways.operations().tell(notice.getValue())) {
        unsent.remove(notice.getKey());
      } else {
        meters.counter("lanshao.operations.failed").increment();
        LOG.atWarn()
            .addKeyValue("code", "operations-webhook")
            .addKeyValue("alarm", notice.getValue().code())
            .log("operations were not told, it is tried again");
        return;
      }
    }
  }

  /** Looks no more. */
  @Override
  public void close() {
    thread.interrupt();
  }
}
