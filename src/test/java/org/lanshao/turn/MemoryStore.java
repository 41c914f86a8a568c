package org.lanshao.turn;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lanshao.alert.Begun;
import org.lanshao.alert.Life;
import org.lanshao.count.Cells;
import org.lanshao.count.Cut;
import org.lanshao.count.Scope;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Change;
import org.lanshao.directory.Directory;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Definition;
import org.lanshao.form.FormId;
import org.lanshao.form.Media;
import org.lanshao.message.ChannelName;
import org.lanshao.message.ConversationId;
import org.lanshao.message.Outbound.Target.ToGroup;
import org.lanshao.reading.DayRange;
import org.lanshao.record.Matter;
import org.lanshao.record.Revision;
import org.lanshao.record.Submission;

/** The ports of the store in memory, for tests that need no disk. */
public final class MemoryStore implements Commit, Facts, Timers {
  private final Directory directory;
  private final Map<String, NewTurn> turns = new HashMap<>();
  private final Map<String, List<NewTurn>> conversations = new HashMap<>();
  private final List<Changes.Filing> filings = new ArrayList<>();
  private final MemoryMatters matters;
  private final MemoryNotices notices = new MemoryNotices(this::rings);
  private final MemoryCampaigns campaigns = new MemoryCampaigns();
  private final MemoryReminding reminding = new MemoryReminding();
  private final MemoryRegister register =
      new MemoryRegister(() -> standing().stream().map(Changes.Filing::revision).toList());
  private final Map<Media.Sent, MediaRows.State> states = new HashMap<>();
  private final List<Media.Sent> dropped = new ArrayList<>();
  private final List<NewMedia> media = new ArrayList<>();
  private final List<NewChange> directoryChanges = new ArrayList<>();
  private final Map<String, NewOutgoing> outgoing = new LinkedHashMap<>();
  private final Map<String, Fate> fates = new HashMap<>();
  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<String, String> current = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<UUID, Kept> timers = new HashMap<>();
  private volatile Consumer<Instant> heard = due -> {};
  private final List<Long> again = new ArrayList<>();
  private List<Resting> resting = List.of();
  private final Map<String, List<AlertStep>> alerts = new LinkedHashMap<>();
  private final Map<String, Map<PersonId, Instant>> seen = new HashMap<>();
  private final Set<String> unsent = new HashSet<>();
  private final Set<String> onTheWay = new HashSet<>();
  private final Set<String> taken = new HashSet<>();
  private Optional<Unavailable> fault = Optional.empty();
  private Optional<Runnable> before = Optional.empty();
  private BooleanSupplier mayWait = () -> true;

  /** Empty; the directory tells which area lies in which. */
  public MemoryStore(Directory directory) {
    this.directory = directory;
    this.matters = new MemoryMatters(directory);
  }

  /** From now on every call fails with this, or works again with empty. */
  public void fail(Optional<Unavailable> fault) {
    this.fault = fault;
  }

  /** From now on only threads of which this holds are answered, for others have to wait. */
  public void answerOnly(BooleanSupplier mayWait) {
    this.mayWait = mayWait;
  }

  /** Right before the next commit this happens: somebody else is faster. */
  public void beforeCommit(Runnable once) {
    this.before = Optional.of(once);
  }

  /** What was filed. */
  public List<Changes.Filing> filings() {
    return filings;
  }

  /** What must be fetched, each as often as a turn asked for it. */
  public List<NewMedia> media() {
    return media;
  }

  /** What waits to be sent. */
  public List<NewOutgoing> outgoing() {
    return outgoing.values().stream().filter(this::leaves).toList();
  }

  /** The turns of a conversation, oldest first. */
  public List<NewTurn> turns(ConversationId conversation) {
    return conversations.getOrDefault(conversation.key(), List.of());
  }

  @Override
  public CompletionStage<Committed> commit(Changes changes) {
    try {
      return CompletableFuture.completedStage(write(changes));
    } catch (Unavailable e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private synchronized Committed write(Changes changes) throws Unavailable {
    if (fault.isPresent()) {
      throw fault.get();
    }
    var faster = before;
    before = Optional.empty();
    faster.ifPresent(Runnable::run);
    NewTurn turn = changes.turn();
    var handled = handled(turn.conversation().channel(), turn.messageId());
    if (handled.isPresent()) {
      return handled.get();
    }
    var earlier = conversations.computeIfAbsent(turn.conversation().key(), k -> new ArrayList<>());
    if (turn.seq() != earlier.size() + 1L) {
      return new Committed.Overtaken();
    }
    if (changes.filings().stream().anyMatch(f -> isOutdated(f) || isTold(f))
        || !matters.isNext(matters(changes))) {
      return new Committed.Overtaken();
    }
    if (!notices.isNext(changes.notices()) || !campaigns.isNext(changes.campaigns())) {
      return new Committed.Overtaken();
    }
    var step = changes.alerts().step();
    if (step.filter(one -> one.from() != length(one.number())).isPresent()) {
      return new Committed.Overtaken();
    }
    if (changes.directory().isPresent() && !change(changes.directory().get())) {
      return new Committed.Overtaken();
    }
    if (changes.register().isPresent() && !register.add(changes.register().get())) {
      return new Committed.Overtaken();
    }
    notices.write(changes.notices());
    campaigns.write(changes.campaigns());
    step.ifPresent(one -> alerts.computeIfAbsent(one.number(), n -> new ArrayList<>()).add(one));
    changes
        .alerts()
        .seen()
        .forEach(
            one ->
                seen.computeIfAbsent(one.number(), n -> new HashMap<>())
                    .putIfAbsent(one.person(), one.at()));
    earlier.add(turn);
    turns.put(turn.conversation().channel() + " " + turn.messageId(), turn);
    filings.addAll(changes.filings());
    changes.season().ifPresent(made -> reminding.declare(made.declaration()));
    matters.add(matters(changes));
    media.addAll(changes.media());
    outgoing
        .values()
        .removeIf(
            row ->
                !taken.contains(row.once())
                    && !onTheWay.contains(row.once())
                    && row.terms().cause().filter(changes.ended()::contains).isPresent());
    changes.media().forEach(m -> states.putIfAbsent(m.sent(), new MediaRows.State.Waits()));
    dropped.addAll(changes.dropped());
    changes.outgoing().forEach(row -> outgoing.putIfAbsent(row.once(), row));
    again.addAll(changes.again());
    moved(changes.moves());
    changes.timers().forEach(timer -> timers.putIfAbsent(timer.id(), Kept.of(timer)));
    changes.timers().stream().map(NewTimer::due).min(Comparator.naturalOrder()).ifPresent(heard);
    return new Committed.Done();
  }

  private long length(String number) {
    var steps = alerts.getOrDefault(number, List.of());
    return steps.isEmpty() ? 0 : steps.getLast().to();
  }

  /** From now on these outgoing messages are refused by the platform, or taken again. */
  public void refuse(Set<String> once) {
    unsent.clear();
    unsent.addAll(once);
  }

  /** All that waits is on its way: it is not cancelled any more, and not taken yet. */
  public synchronized void takeLater() {
    onTheWay.addAll(outgoing.keySet());
  }

  /** The platform has taken all that waits; what has buttons it took as cards. */
  public synchronized void take() {
    taken.addAll(outgoing.keySet());
  }

  @Override
  public SentCards cards() {
    return new MemoryCards();
  }

  /** The cards among what was sent. */
  private final class MemoryCards implements SentCards {
    @Override
    public List<Sent> cards(Cause cause, Instant since) throws Unavailable {
      return about(cause::equals, since)
          .filter(row -> !row.part().choices().isEmpty())
          .filter(row -> !outgoing.containsKey(Sent.once(row.id())))
          .map(row -> new Sent(row.id(), row.channel(), row.target()))
          .toList();
    }

    @Override
    public List<Cause> causes(String begin, Instant since) throws Unavailable {
      return about(cause -> cause.text().startsWith(begin), since)
          .flatMap(row -> row.terms().cause().stream())
          .distinct()
          .toList();
    }

    private Stream<NewOutgoing> about(Predicate<Cause> which, Instant since) throws Unavailable {
      work();
      return outgoing.values().stream()
          .filter(row -> row.terms().cause().filter(which).isPresent())
          .filter(row -> !row.at().isBefore(since));
    }
  }

  /** What changes a card leaves once the card is taken. */
  private boolean leaves(NewOutgoing row) {
    return !SentCards.Sent.isChange(row)
        || outgoing.values().stream()
            .filter(card -> card.id().equals(SentCards.Sent.changed(row.once())))
            .anyMatch(card -> taken.contains(card.once()));
  }

  private Optional<Instant> rings(UUID timer) {
    return Optional.ofNullable(timers.get(timer)).map(Kept::at);
  }

  /** Loses the timer of an alert or a notice, as no program should. */
  public void forget(String number) {
    var steps = alerts.get(number);
    var timer =
        steps == null ? notices.notice(number).flatMap(KeptNotice::timer) : steps.getLast().timer();
    timer.ifPresent(timers::remove);
  }

  @Override
  public synchronized Optional<KeptAlert> alert(String number) throws Unavailable {
    work();
    var steps = alerts.getOrDefault(number, List.of());
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    // Written and read back, as between two turns.
    var events =
        steps.stream()
            .flatMap(step -> step.events().stream())
            .map(event -> AlertJson.read(AlertJson.write(event)))
            .toList();
    var timer = steps.getLast().timer();
    return Optional.of(
        new KeptAlert(Life.of(events), events, timer, seen.getOrDefault(number, Map.of())));
  }

  @Override
  public synchronized List<KeptAlert> openAlerts() throws Unavailable {
    var open = new ArrayList<KeptAlert>();
    for (String number : alerts.keySet()) {
      alert(number).filter(kept -> kept.alert().due().isPresent()).ifPresent(open::add);
    }
    return open;
  }

  @Override
  public synchronized Optional<String> openAlert(ConversationId conversation) throws Unavailable {
    return openAlerts().stream()
        .map(kept -> kept.alert().core().begun())
        .filter(begun -> begun.reporter().conversation().equals(conversation))
        .map(Begun::number)
        .reduce((before, last) -> last);
  }

  @Override
  public synchronized int strangers(Optional<ConversationId> conversation, Instant since)
      throws Unavailable {
    int count = 0;
    for (String number : alerts.keySet()) {
      var begun = alert(number).orElseThrow().alert().core().begun();
      boolean here = conversation.filter(c -> !begun.reporter().conversation().equals(c)).isEmpty();
      boolean strange = begun.reporter().person().isEmpty() && !begun.at().isBefore(since);
      count += here && strange ? 1 : 0;
    }
    return count;
  }

  @Override
  public synchronized List<String> unsent(String begin) throws Unavailable {
    work();
    return unsent.stream().filter(once -> once.startsWith(begin)).sorted().toList();
  }

  @Override
  public synchronized List<String> forgotten(Instant now) throws Unavailable {
    return openAlerts().stream()
        .filter(kept -> kept.timer().flatMap(this::rings).filter(due -> due.isAfter(now)).isEmpty())
        .map(kept -> kept.alert().number())
        .toList();
  }

  private boolean isOutdated(Changes.Filing filing) {
    return history(filing.submission()).size() != filing.revision().number() - 1;
  }

  /** Whether something else tells of the station's day that this tells of for the first time. */
  private boolean isTold(Changes.Filing filing) {
    var record = filing.submission();
    return filing.daily()
        && filing.revision().number() == 1
        && told(record.form(), record.area(), record.day()).isPresent();
  }

  private Optional<Revision> told(FormId form, AreaCode station, LocalDate day) {
    return days(form, day).filter(one -> one.record().area().equals(station)).findFirst();
  }

  private Stream<Revision> days(FormId form, LocalDate day) {
    return standing().stream()
        .filter(Changes.Filing::daily)
        .map(Changes.Filing::revision)
        .filter(one -> one.state() != Revision.State.WITHDRAWN)
        .filter(one -> one.record().form().equals(form) && one.record().day().equals(day));
  }

  private List<Revision> history(Submission submission) {
    return filings.stream()
        .map(Changes.Filing::revision)
        .filter(revision -> revision.record().id().equals(submission.id()))
        .toList();
  }

  /** Only how records stand counts: what the store reaches by taking back what was before. */
  private List<Changes.Filing> standing() {
    return filings.stream()
        .filter(f -> f.revision().number() == history(f.submission()).size())
        .toList();
  }

  /** A timer as it stands; leases never end here. */
  private record Kept(Due due, Instant at, boolean leased) {
    static Kept of(NewTimer timer) {
      var due =
          new Due(
              timer.id(), timer.kind(), timer.conversation(), timer.since(), 0, 0, timer.about());
      return new Kept(due, timer.due(), false);
    }

    Kept to(TimerMove.Next next) {
      var moved =
          new Due(
              due.id(),
              due.kind(),
              due.conversation(),
              next.since(),
              next.step(),
              due.look() + 1,
              due.about());
      return new Kept(moved, next.due(), false);
    }
  }

  @Override
  public synchronized void move(List<TimerMove> moves) throws Unavailable {
    work();
    moved(moves);
  }

  private void moved(List<TimerMove> moves) {
    for (TimerMove move : moves) {
      timers.computeIfPresent(
          move.id(),
          (id, kept) ->
              kept.due().look() != move.look() ? kept : move.next().map(kept::to).orElse(null));
    }
  }

  @Override
  public void onCommitted(Consumer<Instant> due) {
    this.heard = due;
  }

  @Override
  public synchronized List<Due> claim(int limit, Duration lease, Instant now) throws Unavailable {
    work();
    var all = timers.values().stream().filter(k -> !k.leased() && !k.at().isAfter(now)).toList();
    var conversations =
        all.stream()
            .sorted(Comparator.comparing(Kept::at))
            .map(kept -> kept.due().conversation())
            .distinct()
            .limit(limit)
            .toList();
    var due =
        all.stream().filter(kept -> conversations.contains(kept.due().conversation())).toList();
    due.forEach(k -> timers.put(k.due().id(), new Kept(k.due(), k.at(), true)));
    return due.stream()
        .map(Kept::due)
        .sorted(Comparator.comparing((Due d) -> d.conversation().key()).thenComparing(Due::id))
        .toList();
  }

  /** Ends all leases, as when who held them died. */
  public synchronized void release() {
    timers.replaceAll((id, kept) -> new Kept(kept.due(), kept.at(), false));
  }

  @Override
  public synchronized Optional<Instant> nextTimer() throws Unavailable {
    work();
    return timers.values().stream().map(Kept::at).min(Comparator.naturalOrder());
  }

  @Override
  public synchronized Overdue overdue(Instant now) throws Unavailable {
    work();
    var due = timers.values().stream().map(Kept::at).filter(at -> !at.isAfter(now)).toList();
    return new Overdue(due.size(), due.stream().min(Comparator.naturalOrder()));
  }

  @Override
  public synchronized Optional<Instant> heard(ConversationId conversation) throws Unavailable {
    work();
    return turns(conversation).reversed().stream()
        .filter(turn -> !turn.messageId().startsWith("timer:"))
        .map(NewTurn::at)
        .findFirst();
  }

  @Override
  public synchronized List<Said> said(ConversationId conversation, int most) throws Unavailable {
    work();
    return turns(conversation).reversed().stream()
        .limit(most)
        .flatMap(
            turn -> InputJson.words(turn.input()).map(words -> new Said(turn.at(), words)).stream())
        .toList();
  }

  @Override
  public synchronized void send(List<NewOutgoing> rows) throws Unavailable {
    work();
    rows.forEach(row -> outgoing.putIfAbsent(row.once(), row));
  }

  /** A sender found out what becomes of a message. */
  public synchronized void end(String once, Fate.End end, String code) {
    fates.put(once, new Fate(once, end, code));
  }

  @Override
  public synchronized List<Fate> fates(String begin) throws Unavailable {
    work();
    return outgoing.keySet().stream()
        .filter(once -> once.startsWith(begin))
        .sorted()
        .map(once -> fates.getOrDefault(once, new Fate(once, Fate.End.WAITS, "")))
        .toList();
  }

  @Override
  public synchronized boolean publish(FormId form, Definition definition) throws Unavailable {
    work();
    if (definitions.putIfAbsent(definition.hash(), definition) != null) {
      return false;
    }
    current.put(form.text(), definition.hash());
    return true;
  }

  @Override
  public synchronized void remember(String key, String value) throws Unavailable {
    work();
    settings.put(key, value);
  }

  @Override
  public synchronized Optional<Standing> standing(ConversationId conversation) throws Unavailable {
    work();
    var all = turns(conversation);
    return all.isEmpty() ? Optional.empty() : Optional.of(standing(all));
  }

  @Override
  public synchronized SortedMap<String, Standing> drafting() throws Unavailable {
    work();
    var drafting = new TreeMap<String, Standing>();
    conversations.forEach(
        (key, all) -> {
          if (!all.isEmpty() && all.getLast().draftFrom() > 0) {
            drafting.put(key, standing(all));
          }
        });
    return drafting;
  }

  private static Standing standing(List<NewTurn> all) {
    NewTurn last = all.getLast();
    var events =
        last.draftFrom() == 0
            ? List.<String>of()
            : all.stream()
                .filter(turn -> turn.seq() >= last.draftFrom())
                .map(NewTurn::events)
                .toList();
    return new Standing(last.seq(), last.draftFrom(), last.greeted(), Optional.empty(), events);
  }

  private Optional<Committed.Duplicate> handled(ChannelName channel, String messageId) {
    return Optional.ofNullable(turns.get(channel + " " + messageId))
        .map(turn -> new Committed.Duplicate(turn.reply(), sent(turn)));
  }

  private boolean sent(NewTurn turn) {
    return outgoing.containsKey("reply:" + turn.conversation().key() + ":" + turn.seq() + ":0");
  }

  @Override
  public synchronized Optional<Definition> definition(String hash) throws Unavailable {
    work();
    return Optional.ofNullable(definitions.get(hash));
  }

  @Override
  public synchronized Optional<String> current(FormId form) throws Unavailable {
    work();
    return Optional.ofNullable(current.get(form.text()));
  }

  @Override
  public synchronized Map<FormId, String> currents() throws Unavailable {
    work();
    var currents = new HashMap<FormId, String>();
    current.forEach((form, hash) -> currents.put(new FormId(form), hash));
    return currents;
  }

  @Override
  public synchronized Cells count(Cut cut) throws Unavailable {
    work();
    return MemoryCounts.of(standing().stream(), directory, cut);
  }

  @Override
  public synchronized List<Revision> filed(PersonId person, LocalDate day) throws Unavailable {
    work();
    return standingOf(person)
        .filter(r -> r.record().day().equals(day) && !r.record().isPractice())
        .toList();
  }

  private final List<AuditLog.Entry> audit = new ArrayList<>();

  /** What was noted, the oldest first. */
  public synchronized List<AuditLog.Entry> noted() {
    return List.copyOf(audit);
  }

  @Override
  public PracticeBook practice() {
    return new MemoryPractice(filings, alerts, matters, dropped, outgoing);
  }

  @Override
  public AuditLog audit() {
    return new AuditLog() {
      @Override
      public void note(Entry entry) throws Unavailable {
        work();
        audit.add(entry);
      }

      @Override
      public List<Entry> newest(int most) {
        return audit.reversed().stream().limit(most).toList();
      }

      @Override
      public Findings verify(List<String> known) {
        return new Findings(audit.size(), List.of());
      }
    };
  }

  private final MemoryReports reports = new MemoryReports(outgoing::put);

  @Override
  public Reports reports() {
    return reports;
  }

  @Override
  public Records records() {
    return new Records() {
      @Override
      public Page page(FormId form, Scope scope, DayRange range, Optional<Mark> after)
          throws Unavailable {
        return MemoryStore.this.page(form, scope, range);
      }

      @Override
      public List<Changed> revised(Instant after) throws Unavailable {
        return changes(after).filter(one -> one.state() != Revision.State.FILED).toList();
      }

      @Override
      public List<Changed> changed(FormId form, DayRange range, Instant after) throws Unavailable {
        return changes(after)
            .filter(one -> one.form().equals(form))
            .filter(one -> !one.day().isBefore(range.first()) && !one.day().isAfter(range.last()))
            .toList();
      }
    };
  }

  private synchronized Stream<Records.Changed> changes(Instant after) throws Unavailable {
    work();
    return List.copyOf(filings).stream()
        .map(Changes.Filing::revision)
        .filter(r -> r.at().isAfter(after) && !r.record().isPractice())
        .map(
            r ->
                new Records.Changed(
                    r.record().number(),
                    r.record().form(),
                    r.record().day(),
                    r.record().person(),
                    List.of(r.record().area(), history(r.record()).getFirst().record().area()),
                    r.state(),
                    r.at()));
  }

  /** All on one page. */
  private synchronized Records.Page page(FormId form, Scope scope, DayRange range)
      throws Unavailable {
    work();
    var found =
        standing().stream()
            .map(Changes.Filing::revision)
            .filter(r -> r.state() != Revision.State.WITHDRAWN)
            .filter(r -> r.record().form().equals(form))
            .filter(r -> !r.record().day().isBefore(range.first()))
            .filter(r -> !r.record().day().isAfter(range.last()))
            .filter(
                r ->
                    switch (scope) {
                      case Scope.InArea(var area) -> directory.within(r.record().area(), area);
                      case Scope.InAreas(var areas) ->
                          areas.stream().anyMatch(a -> directory.within(r.record().area(), a));
                      case Scope.ByPerson(var person) -> r.record().person().equals(person);
                    })
            .sorted(Comparator.comparing(r -> r.record().at()))
            .toList();
    return new Records.Page(found, Optional.empty());
  }

  private Stream<Revision> standingOf(PersonId person) {
    return standing().stream()
        .map(Changes.Filing::revision)
        .filter(revision -> revision.record().person().equals(person))
        .sorted(Comparator.comparing(revision -> revision.record().at()));
  }

  @Override
  public synchronized Optional<Revision> record(String number) throws Unavailable {
    return history(number).reversed().stream().findFirst();
  }

  @Override
  public synchronized List<Revision> history(String number) throws Unavailable {
    work();
    return filings.stream()
        .map(Changes.Filing::revision)
        .filter(revision -> revision.record().number().equals(number))
        .toList();
  }

  @Override
  public synchronized Optional<Revision> lastFiled(PersonId person) throws Unavailable {
    work();
    return standingOf(person)
        .filter(revision -> revision.state() != Revision.State.WITHDRAWN)
        .reduce((before, last) -> last);
  }

  @Override
  public synchronized Optional<Revision> lastFiled(PersonId person, FormId form)
      throws Unavailable {
    work();
    return standingOf(person)
        .filter(revision -> revision.state() != Revision.State.WITHDRAWN)
        .filter(revision -> revision.record().form().equals(form))
        .filter(revision -> !revision.record().isPractice())
        .reduce((before, last) -> last);
  }

  private static List<Matter> matters(Changes changes) {
    return Stream.concat(
            changes.filings().stream().flatMap(filing -> filing.matters().stream()),
            changes.matters().stream())
        .toList();
  }

  @Override
  public StationDays stationDays() {
    return new StationDays() {
      @Override
      public Optional<Revision> told(FormId form, AreaCode station, LocalDate day)
          throws Unavailable {
        work();
        return MemoryStore.this.told(form, station, day);
      }

      @Override
      public Set<AreaCode> stations(FormId form, LocalDate day) throws Unavailable {
        work();
        return days(form, day).map(one -> one.record().area()).collect(Collectors.toSet());
      }
    };
  }

  @Override
  public MemoryReminding reminders() {
    return reminding;
  }

  @Override
  public Notices notices() {
    return notices;
  }

  @Override
  public Campaigns campaigns() {
    return campaigns;
  }

  @Override
  public MatterFacts matters() {
    return matters;
  }

  @Override
  public RegisterFacts register() {
    return register;
  }

  /** All changes of the register, the oldest first. */
  public List<NewRegisterChange> registerChanges() {
    return register.changes();
  }

  /** Puts something on file. */
  public void change(NewRegisterChange change) {
    if (!register.add(change)) {
      throw new IllegalStateException("not the next version");
    }
  }

  @Override
  public synchronized List<Revision> returned(PersonId person) throws Unavailable {
    work();
    return standingOf(person)
        .filter(revision -> revision.state() == Revision.State.RETURNED)
        .filter(revision -> !revision.record().isPractice())
        .toList();
  }

  /** What did not arrive, from now on. */
  public void rest(List<Resting> rows) {
    this.resting = List.copyOf(rows);
  }

  /** The numbers that turns sent again. */
  public List<Long> again() {
    return again;
  }

  @Override
  public synchronized List<Resting> resting(int most) throws Unavailable {
    work();
    return resting;
  }

  @Override
  public synchronized Outgoing.Queue queue() throws Unavailable {
    work();
    var depth =
        new Outgoing.Depth(
            outgoing().size(),
            outgoing().stream().map(NewOutgoing::at).min(Comparator.naturalOrder()));
    return new Outgoing.Queue(Map.of(Lane.NOTICE, depth), List.of());
  }

  @Override
  public synchronized List<Outgoing.Line> lines(Lane last, Instant before, List<NewOutgoing> rows)
      throws Unavailable {
    work();
    var known = rows.stream().map(NewOutgoing::target).collect(Collectors.toSet());
    var lines = new LinkedHashMap<Object, Outgoing.Line>();
    for (NewOutgoing row : outgoing.values()) {
      boolean matters = known.contains(row.target()) || !(row.target() instanceof ToGroup);
      if (row.terms().lane().rank() <= last.rank()
          && row.at().isBefore(before)
          && matters
          && waits(row)) {
        lines.merge(
            List.of(row.channel(), row.target()),
            new Outgoing.Line(row.channel(), row.target(), 1),
            (one, next) -> new Outgoing.Line(one.channel(), one.target(), one.count() + 1));
      }
    }
    return List.copyOf(lines.values());
  }

  private boolean waits(NewOutgoing row) {
    var fate = fates.get(row.once());
    return leaves(row)
        && !taken.contains(row.once())
        && (fate == null || fate.end() == Fate.End.WAITS);
  }

  /** What becomes of a picture or file from now on. */
  public void state(Media.Sent sent, MediaRows.State state) {
    states.put(sent, state);
  }

  /** What must not be kept any more. */
  public List<Media.Sent> dropped() {
    return dropped;
  }

  @Override
  public synchronized Optional<MediaRows.State> media(Media.Sent sent) throws Unavailable {
    work();
    return Optional.ofNullable(states.get(sent));
  }

  @Override
  public synchronized boolean change(NewChange change) throws Unavailable {
    work();
    return change.change().version() == directoryChanges.size() + 1L
        && directoryChanges.add(change);
  }

  /** All changes of the directory, the oldest first. */
  public List<NewChange> directoryChanges() {
    return directoryChanges;
  }

  @Override
  public synchronized List<Change> directory(long after) throws Unavailable {
    work();
    return directoryChanges.stream()
        .map(NewChange::change)
        .filter(change -> change.version() > after)
        .toList();
  }

  @Override
  public synchronized Optional<String> remembered(String key) throws Unavailable {
    work();
    return Optional.ofNullable(settings.get(key));
  }

  @Override
  public synchronized long nextNumber(String kind) throws Unavailable {
    work();
    return numbers.merge(kind, 1L, Long::sum);
  }

  private void work() throws Unavailable {
    if (!mayWait.getAsBoolean()) {
      throw new MustWait();
    }
    if (fault.isPresent()) {
      throw fault.get();
    }
  }
}
