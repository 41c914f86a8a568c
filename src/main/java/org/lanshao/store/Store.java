package org.lanshao.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.lanshao.campaign.Listed;
import org.lanshao.count.Cells;
import org.lanshao.count.Cut;
import org.lanshao.directory.AreaCode;
import org.lanshao.directory.Change;
import org.lanshao.directory.PersonId;
import org.lanshao.form.Definition;
import org.lanshao.form.FormId;
import org.lanshao.form.Media;
import org.lanshao.message.ConversationId;
import org.lanshao.record.Revision;
import org.lanshao.turn.AlarmBook;
import org.lanshao.turn.AuditLog;
import org.lanshao.turn.Campaigns;
import org.lanshao.turn.Changes;
import org.lanshao.turn.Commit;
import org.lanshao.turn.Committed;
import org.lanshao.turn.ErasableFiles;
import org.lanshao.turn.Facts;
import org.lanshao.turn.KeptAlert;
import org.lanshao.turn.MatterFacts;
import org.lanshao.turn.MediaRows;
import org.lanshao.turn.MustWait;
import org.lanshao.turn.NewChange;
import org.lanshao.turn.NewOutgoing;
import org.lanshao.turn.Nodes;
import org.lanshao.turn.Notices;
import org.lanshao.turn.Outgoing;
import org.lanshao.turn.PracticeBook;
import org.lanshao.turn.Records;
import org.lanshao.turn.RegisterFacts;
import org.lanshao.turn.RegisterImport;
import org.lanshao.turn.Reminding;
import org.lanshao.turn.Reports;
import org.lanshao.turn.Resting;
import org.lanshao.turn.Retention;
import org.lanshao.turn.SentCards;
import org.lanshao.turn.StationDays;
import org.lanshao.turn.Symptoms;
import org.lanshao.turn.Talks;
import org.lanshao.turn.TimerMove;
import org.lanshao.turn.Timers;
import org.lanshao.turn.Tokens;
import org.lanshao.turn.Unavailable;

/**
 * The database: all that is durable goes through here. Its methods block, all but {@link #commit};
 * on threads that must not wait they throw {@link MustWait} unless the answer is at hand. Private
 * texts are sealed and opened by the thread that calls.
 */
public final class Store implements Commit, Facts, AutoCloseable {
  private final Dialect dialect;
  private final KeyOrigin keyOrigin;
  private final Clock clock;
  private final Seal seal;
  private final Tables tables;
  private final Writer writer;
  private final Readers readers;
  private final Numbers numbers;
  private final Folder folder;
  private final Seeing seeing;
  private final OutgoingStore outgoing;
  private final TokenStore tokens;
  private final TimerStore timers;
  private final NodeStore nodes;
  private final MatterStore matters;
  private final NoticeStore notices;
  private final CampaignStore campaigns;
  private final RegisterStore register;
  private final RecordStore records;
  private final StationDayStore stationDays;
  private final PracticeStore practice;
  private final ReportStore reports;
  private final AuditStore audit;
  private final RetentionStore retention;
  private final MediaStore media;
  private final SealedFiles mediaFiles;
  private final CardTable cards;
  private final Holding holding;
  private final AlarmStore alarms;
  private final SealedFiles uploads;
  private final ReminderStore reminders;

  private Store(
      StoreSettings settings,
      Dialect dialect,
      Link link,
      KeyCheck.Checked key,
      Surroundings around) {
    this.dialect = dialect;
    this.keyOrigin = key.origin();
    this.clock = around.clock();
    this.seal = new Seal(key.keys());
    this.tables = Tables.of(dialect, seal, clock, around.within());
    var meters = new StoreMeters(around.meters());
    this.writer = new Writer(dialect, link, around.limits(), new Batch(tables), meters);
    this.readers = new Readers(dialect, around.limits());
    this.numbers = new Numbers(writer);
    this.folder = new Folder(dialect, writer);
    this.seeing = new Seeing(dialect, writer, readers, clock);
    this.outgoing = new OutgoingStore(tables, writer, readers, clock);
    this.tokens = new TokenStore(new TokenTable(dialect, seal), writer, readers, clock);
    this.timers = new TimerStore(tables.timers(), writer, readers);
    this.nodes = new NodeStore(new NodeTable(dialect), writer);
    this.matters = new MatterStore(tables.matters(), readers);
    this.notices = new NoticeStore(tables, readers);
    this.campaigns = new CampaignStore(tables.campaigns(), readers);
    this.register = new RegisterStore(tables.register(), writer, readers);
    this.audit = new AuditStore(seal, writer, readers);
    this.retention =
        new RetentionStore(tables, new AuditPurge(audit, seal, clock), dialect, writer);
    this.reports = new ReportStore(dialect, seal, tables.outgoing(), writer, readers);
    this.records = new RecordStore(tables.revisions(), readers, around.within());
    this.stationDays = new StationDayStore(tables.revisions(), readers);
    this.practice = new PracticeStore(tables.media(), writer, readers);
    this.media = new MediaStore(tables, writer, readers, clock);
    this.mediaFiles = new SealedFiles(settings.mediaDir(), seal);
    this.cards = new CardTable(seal);
    this.holding = new Holding(writer, readers);
    this.alarms = new AlarmStore(seal, writer, readers);
    this.uploads = new SealedFiles(settings.dataDir().resolve("uploads"), seal);
    this.reminders = new ReminderStore(tables.outgoing(), writer, readers);
  }

  /** Where the key of private data came from. */
  public enum KeyOrigin {
    /** The settings. */
    GIVEN,
    /** The key file. */
    FILE,
    /** It was made just now, for a new database; its file must be kept safe. */
    MADE
  }

  /**
   * What a store needs from the program.
   *
   * @param clock says when a message that must be sent again is due
   * @param meters gets the store's metrics
   * @param within an area and all that it lies in, from the narrowest to the city; empty for
   *     unknown ones
   * @param limits bounds of what waits
   */
  public record Surroundings(
      Clock clock,
      MeterRegistry meters,
      Function<AreaCode, List<AreaCode>> within,
      StoreLimits limits) {}

  /**
   * Opens the database, brings its tables up to date and starts the writer.
   *
   * @throws KeyMistake when the key is missing or wrong
   * @throws UnsafeDatabase when the database does not wait for the disk
   * @throws Unavailable when it cannot be opened
   */
  public static Store open(StoreSettings settings, Surroundings around) throws Unavailable {
    var dialect = Dialect.of(settings);
    try {
      dialect.prepare();
      Migrations.apply(settings, dialect);
      var link = dialect.writing();
      try {
        Pouring.refuse(link);
        var key = KeyCheck.check(settings, dialect, link);
        var store = new Store(settings, dialect, link, key, around);
        store.writer.start();
        return store;
      } catch (SQLException | RuntimeException e) {
        link.close();
        throw e;
      }
    } catch (SQLException e) {
      throw dialect.unavailable(e);
    }
  }

  /** Where the key of private data came from; {@code MADE} should be said aloud. */
  public KeyOrigin keyOrigin() {
    return keyOrigin;
  }

  /** What waits to be sent, for senders. */
  public Outgoing outgoing() {
    return outgoing;
  }

  /** Access tokens of platforms. */
  public Tokens tokens() {
    return tokens;
  }

  /** What is due. */
  public Timers timers() {
    return timers;
  }

  /** Which nodes use this database. */
  public Nodes nodes() {
    return nodes;
  }

  /** All that was said. */
  public Talks talks() {
    return new TalkStore(tables.turns(), readers);
  }

  /** What takes away what was kept long enough. */
  public Retention retention() {
    return retention;
  }

  /** Pictures and files that were sent and must be fetched. */
  public MediaRows media() {
    return media;
  }

  /** Where their bytes are kept: sealed, in the folder {@code media} of the data directory. */
  public ErasableFiles mediaFiles() {
    return mediaFiles;
  }

  @Override
  public SentCards cards() {
    return (cause, since) -> readers.read(link -> cards.find(link, cause, since));
  }

  /** Whether sending is held, and how to lift that. */
  public Holding holding() {
    return holding;
  }

  /** Where nodes agree who tells of what is wrong. */
  public AlarmBook alarmBook() {
    return alarms;
  }

  /** What outgoing rows show of what is wrong. */
  public Symptoms symptoms() {
    return alarms;
  }

  @Override
  public StationDays stationDays() {
    return stationDays;
  }

  @Override
  public Reports reports() {
    return reports;
  }

  @Override
  public Reminding reminders() {
    return reminders;
  }

  /** A keyed hash, the same on all nodes: it tells texts apart and does not tell what they say. */
  public String hash(String text) {
    return HexFormat.of().formatHex(seal.hash(text));
  }

  /** Where what is sent to the sandbox waits to be fetched: as before, in {@code uploads}. */
  public ErasableFiles uploads() {
    return uploads;
  }

  /** Whether the database could be written when that was last tried. */
  public boolean ready() {
    return writer.ready();
  }

  @Override
  public CompletionStage<Committed> commit(Changes changes) throws MustWait {
    return writer.submit(new Work.Turn(tables.rows(changes)));
  }

  @Override
  public void send(List<NewOutgoing> outgoing) throws Unavailable {
    var rows = outgoing.stream().map(tables.outgoing()::row).toList();
    writer.write(
        new Work.Small<>(
            true,
            link -> {
              tables.outgoing().insert(link, rows);
              return rows.size();
            }));
  }

  @Override
  public boolean publish(FormId form, Definition definition) throws Unavailable {
    return write(link -> DefinitionTable.publish(dialect, link, form, definition));
  }

  @Override
  public void remember(String key, String value) throws Unavailable {
    write(link -> SettingTable.remember(link, key, value));
  }

  @Override
  public void move(List<TimerMove> moves) throws Unavailable {
    write(link -> tables.timers().move(link, moves));
  }

  @Override
  public Optional<Instant> heard(ConversationId conversation) throws Unavailable {
    return readers.read(link -> tables.turns().heard(link, conversation));
  }

  @Override
  public List<Said> said(ConversationId conversation, int turns) throws Unavailable {
    return readers.read(link -> tables.turns().said(link, conversation, turns));
  }

  @Override
  public Optional<Standing> standing(ConversationId conversation) throws Unavailable {
    return readers.read(link -> tables.turns().standing(link, conversation));
  }

  @Override
  public Optional<Definition> definition(String hash) throws Unavailable {
    return readers.read(link -> DefinitionTable.definition(link, hash));
  }

  @Override
  public Optional<String> current(FormId form) throws Unavailable {
    return readers.read(link -> DefinitionTable.current(link, form));
  }

  @Override
  public SortedMap<String, Standing> drafting() throws Unavailable {
    return readers.read(tables.turns()::drafting);
  }

  @Override
  public Map<FormId, String> currents() throws Unavailable {
    return readers.read(DefinitionTable::currents);
  }

  @Override
  public Cells count(Cut cut) throws Unavailable {
    return readers.read(link -> Counts.count(link, cut));
  }

  @Override
  public List<Revision> filed(PersonId person, LocalDate day) throws Unavailable {
    return readers.read(link -> tables.revisions().filed(link, person, day));
  }

  @Override
  public Optional<Revision> record(String number) throws Unavailable {
    return readers.read(link -> tables.revisions().record(link, number));
  }

  @Override
  public List<Revision> history(String number) throws Unavailable {
    return readers.read(link -> tables.revisions().history(link, number));
  }

  @Override
  public Optional<Revision> lastFiled(PersonId person) throws Unavailable {
    return readers.read(link -> tables.revisions().lastFiled(link, person));
  }

  @Override
  public Optional<Revision> lastFiled(PersonId person, FormId form) throws Unavailable {
    return readers.read(link -> tables.revisions().lastFiled(link, person, form));
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
  public AuditLog audit() {
    return audit;
  }

  @Override
  public Records records() {
    return records;
  }

  @Override
  public MatterFacts matters() {
    return matters;
  }

  @Override
  public PracticeBook practice() {
    return practice;
  }

  @Override
  public RegisterFacts register() {
    return register;
  }

  /** Where a ledger is brought into the register. */
  public RegisterImport registerImport() {
    return register;
  }

  @Override
  public List<Revision> returned(PersonId person) throws Unavailable {
    return readers.read(link -> tables.revisions().returned(link, person));
  }

  @Override
  public List<Change> directory(long after) throws Unavailable {
    return readers.read(link -> tables.directory().after(link, after));
  }

  /** What files brought into the directory, each time they were taken in, in order. */
  public List<Change> imported() throws Unavailable {
    return readers.read(tables.directory()::imported);
  }

  /** Puts households on the lists of campaigns; those that are there stay as they are. */
  public void list(List<Listed> households) throws Unavailable {
    var rows = households.stream().map(CampaignTable::row).toList();
    write(
        link -> {
          tables.campaigns().list(link, rows);
          return rows.size();
        });
  }

  @Override
  public boolean change(NewChange change) throws Unavailable {
    var row = tables.directory().row(change);
    return write(link -> tables.directory().insert(link, row));
  }

  @Override
  public Optional<MediaRows.State> media(Media.Sent sent) throws Unavailable {
    return media.state(sent);
  }

  @Override
  public Optional<KeptAlert> alert(String number) throws Unavailable {
    return readers.read(link -> tables.alerts().alert(link, number));
  }

  @Override
  public List<KeptAlert> openAlerts() throws Unavailable {
    return readers.read(tables.alerts()::open);
  }

  @Override
  public Optional<String> openAlert(ConversationId conversation) throws Unavailable {
    return readers.read(link -> AlertTable.openIn(link, conversation));
  }

  @Override
  public int strangers(Optional<ConversationId> conversation, Instant since) throws Unavailable {
    return readers.read(link -> AlertTable.strangers(link, conversation, since));
  }

  @Override
  public List<String> unsent(String begin) throws Unavailable {
    return readers.read(link -> AlertTable.unsent(link, begin));
  }

  @Override
  public List<String> forgotten(Instant now) throws Unavailable {
    return readers.read(link -> AlertTable.forgotten(link, now));
  }

  @Override
  public Optional<String> remembered(String key) throws Unavailable {
    return readers.read(link -> SettingTable.remembered(link, key));
  }

  @Override
  public List<Fate> fates(String begin) throws Unavailable {
    return readers.read(link -> OutgoingTable.fates(link, begin));
  }

  @Override
  public long nextNumber(String kind) throws Unavailable {
    return numbers.next(kind);
  }

  @Override
  public Outgoing.Queue queue() throws Unavailable {
    return outgoing.queue();
  }

  @Override
  public List<Resting> resting(int most) throws Unavailable {
    return readers.read(link -> tables.rest().find(link, most));
  }

  /** Lets messages that rest be sent again; returns how many there were. */
  public int again(List<Long> numbers) throws Unavailable {
    return writer.write(new Work.Small<>(true, link -> tables.outgoing().again(link, numbers)));
  }

  /**
   * Folds all entries that wait into tallies; does nothing while another node does. Called each
   * second. Counts are exact with or without it, and quick with it.
   */
  public void foldOnce() throws Unavailable {
    folder.foldOnce();
  }

  /**
   * Makes what long counts of different subjects are read from, for a day or a month that is over;
   * returns whether there was one to make. Called between folds. Counts are exact with or without
   * it, and quick with it.
   */
  public boolean seeOne() throws Unavailable {
    return seeing.seeOne();
  }

  /** Compares what is folded with its entries; empty when all counts are right. */
  public List<Difference> recount() throws Unavailable {
    return readers.read(Recount::differences);
  }

  /** Folds everything anew from the entries. */
  public void rebuild() throws Unavailable {
    folder.forget();
    folder.foldOnce();
  }

  private <T> T write(Work.Writing<T> writing) throws Unavailable {
    return writer.write(new Work.Small<>(false, writing));
  }

  /** Has work written; for tests. */
  <T> T write(Work<T> work) throws Unavailable {
    return writer.write(work);
  }

  /** How many wait for the writer. */
  int queued() {
    return writer.queued();
  }

  /** Takes no more, finishes what waits, closes. */
  @Override
  public void close() {
    writer.close();
    readers.close();
  }
}
